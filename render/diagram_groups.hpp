// Which of a diagram's actors belong together.
#pragma once

#include "render/diagram.hpp"

namespace entente::render {

/// Fills Diagram::groups by what is drawn. Whoever belongs to no one is in no group.
void add_groups(const graph::KnowledgeGraph& graph, Grouping grouping, Diagram& diagram);

}  // namespace entente::render
