// Words on links, where the layout does not see to their room.
#pragma once

#include <span>

struct Agraph_s;
struct Agedge_s;

namespace entente::render {

/// Of a graph that is laid out: puts the words beside their links where they lie on no node,
/// line, frame's title or other words, and takes them away where there is no such place. The
/// first of `edges` choose first.
void place_labels(Agraph_s* graph, std::span<Agedge_s* const> edges,
                  std::span<Agraph_s* const> frames);

}  // namespace entente::render
