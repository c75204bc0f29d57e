// Questions about the whole graph. Direction is ignored unless it is named.
#pragma once

#include <optional>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/link_graph.hpp"

namespace entente::graph {

/// For every node the number of its connected component; 0 is the largest, and of
/// equal ones the one with the first node.
std::vector<std::uint32_t> components(const KnowledgeGraph& graph);

struct Degree {
  std::uint32_t as_subject = 0;
  std::uint32_t as_object = 0;
  std::uint32_t neighbours = 0;  ///< different actors, itself excluded
};

/// One a node.
std::vector<Degree> degrees(const KnowledgeGraph& graph);

/// A shortest chain of edges between the two, in order; empty if they are one, none
/// if nothing connects them. Of several the first by node, then edge number.
std::optional<std::vector<EdgeIndex>> shortest_path(const KnowledgeGraph& graph, NodeIndex from,
                                                    NodeIndex to, const EdgeFilter& usable = {});

}  // namespace entente::graph
