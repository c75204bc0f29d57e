#include "graph/adjacency.hpp"
#include "graph/algorithms.hpp"

namespace entente::graph {

std::vector<Degree> degrees(const KnowledgeGraph& graph) {
  std::vector<Degree> found(graph.actors().size());
  for (const auto& edge : graph.edges()) {
    ++found[edge.subject].as_subject;
    ++found[edge.object].as_object;
  }
  const auto& arcs = graph.adjacency().arcs;
  for (NodeIndex node = 0; node < found.size(); ++node) {
    NodeIndex before = node;  // targets come in order, so equal ones are neighbours
    const auto [first, last] = boost::adjacent_vertices(node, arcs);
    for (auto other = first; other != last; ++other) {
      if (*other != node && *other != before) ++found[node].neighbours;
      before = *other;
    }
  }
  return found;
}

}  // namespace entente::graph
