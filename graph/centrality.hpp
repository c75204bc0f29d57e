// How much of the graph turns on an actor.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/link_graph.hpp"

namespace entente::graph {

/// PageRank (Brin and Page 1998) along the edges, subject to object, each as heavy as
/// its confidence; one value a node, their sum is 1. A node without an edge of its own
/// gives its share to all.
std::vector<double> page_rank(const KnowledgeGraph& graph, const EdgeFilter& usable = {},
                              double damping = 0.85);

/// The share of shortest paths between other pairs that lead over a node (Freeman 1977),
/// 0 to 1, by Brandes' algorithm (2001). With `pivots` below the number of nodes it is
/// estimated from the paths of so many starts, drawn alike in every run (Brandes and
/// Pich 2007).
std::vector<double> betweenness(const LinkGraph& graph, std::size_t pivots);

/// For every node the largest k such that it has k links within the part of the graph
/// whose nodes all do (Seidman 1983; Batagelj and Zaversnik 2003).
std::vector<std::uint32_t> core_numbers(const LinkGraph& graph);

/// Nodes without which others would no longer be connected, in ascending order.
std::vector<NodeIndex> articulation_actors(const LinkGraph& graph);

}  // namespace entente::graph
