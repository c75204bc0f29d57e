// Where the actors of the explorer stand.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"
#include "render/force_layout.hpp"

namespace entente::render {

/// One point a node. Who deals with whom stands near; parts that nothing connects lie side by
/// side. The same graph gives the same points.
std::vector<Point> explorer_layout(const graph::KnowledgeGraph& graph);

}  // namespace entente::render
