// Words on links where the layout left them no room.
#pragma once

#include <span>

struct Agraph_s;
struct Agedge_s;

namespace entente::render {

/// Of a graph that is laid out: takes away the words that would lie on a node or on
/// other words. The first of `edges` choose first.
void hide_crowded_labels(Agraph_s* graph, std::span<Agedge_s* const> edges);

}  // namespace entente::render
