// The Boost.Graph side of LinkGraph. Only .cpp files of this folder include it.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <utility>
#include <vector>

#include "graph/link_graph.hpp"

namespace entente::graph {

using LinkArcs =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, NodeIndex, std::uint64_t>;

/// Two arcs a link, one each way.
inline LinkArcs link_arcs(const LinkGraph& graph) {
  std::vector<std::pair<NodeIndex, NodeIndex>> arrows;
  arrows.reserve(graph.links().size() * 2);
  for (NodeIndex node = 0; node < graph.nodes(); ++node) {
    for (const auto& [other, link] : graph.neighbours(node)) arrows.emplace_back(node, other);
  }
  return {boost::edges_are_sorted, arrows.begin(), arrows.end(),
          static_cast<NodeIndex>(graph.nodes())};
}

}  // namespace entente::graph
