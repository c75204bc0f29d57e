// Chains of links from one actor to another.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "graph/link_graph.hpp"

namespace entente::graph {

struct PathOptions {
  std::size_t max_length = 6;  ///< links
  std::size_t count = 1;       ///< so many at most
};

/// No actor comes twice in one. Empty if the two are the same.
struct Path {
  std::vector<LinkIndex> links;
  double cost = 0;  ///< sum of 1 / Link::weight: much evidence makes short ways (Newman 2001)
};

inline constexpr std::size_t all_paths = std::numeric_limits<std::size_t>::max();

/// The best simple paths: shortest first, of equal length the best founded, then by
/// node number. With `all_paths` every simple path up to the length. None if nothing
/// connects the two.
///
/// Best-first search over partial paths (Hart, Nilsson and Raphael 1968) whose
/// estimate of the rest is exact, so it walks little more than what it gives.
std::vector<Path> best_paths(const LinkGraph& graph, NodeIndex from, NodeIndex to,
                             const PathOptions& options = {});

/// Nodes that are at most `hops` links away from the centre, itself first, nearest
/// first.
std::vector<NodeIndex> ego_network(const LinkGraph& graph, NodeIndex centre, std::size_t hops);

}  // namespace entente::graph
