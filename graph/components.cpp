#include <algorithm>
#include <boost/graph/connected_components.hpp>
#include <numeric>

#include "graph/adjacency.hpp"
#include "graph/algorithms.hpp"

namespace entente::graph {

std::vector<std::uint32_t> components(const KnowledgeGraph& graph) {
  const auto& arcs = graph.adjacency().arcs;
  std::vector<std::uint32_t> found(graph.actors().size());
  const auto index = boost::get(boost::vertex_index, arcs);
  const auto count =
      boost::connected_components(arcs, boost::make_iterator_property_map(found.begin(), index));
  std::vector<std::size_t> sizes(count);
  for (const auto component : found) ++sizes[component];
  // Boost numbers them by their first node; a stable sort keeps that among equals.
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto one, auto other) { return sizes[one] > sizes[other]; });
  std::vector<std::uint32_t> rank(count);
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (auto& component : found) component = rank[component];
  return found;
}

}  // namespace entente::graph
