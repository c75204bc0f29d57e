#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <limits>

#include "graph/adjacency.hpp"
#include "graph/algorithms.hpp"

namespace entente::graph {
namespace {

using ArcDescriptor = boost::graph_traits<ArcGraph>::edge_descriptor;

constexpr EdgeIndex unreached = std::numeric_limits<EdgeIndex>::max();

struct Usable {
  const KnowledgeGraph* graph = nullptr;
  const EdgeFilter* filter = nullptr;
  bool operator()(const ArcDescriptor& arc) const {
    return !*filter || (*filter)(graph->edges()[graph->adjacency().arcs[arc].edge]);
  }
};

/// Thrown to leave Boost's search early.
struct Arrived {};

class Recorder : public boost::default_bfs_visitor {
 public:
  Recorder(const KnowledgeGraph& graph, NodeIndex to, std::vector<EdgeIndex>& came_by)
      : graph_(&graph), to_(to), came_by_(&came_by) {}

  template <typename Graph>
  void tree_edge(const ArcDescriptor& arc, const Graph& filtered) {
    const NodeIndex reached = boost::target(arc, filtered);
    (*came_by_)[reached] = graph_->adjacency().arcs[arc].edge;
    if (reached == to_) throw Arrived{};
  }

 private:
  const KnowledgeGraph* graph_;
  NodeIndex to_;
  std::vector<EdgeIndex>* came_by_;
};

std::vector<EdgeIndex> walk_back(const KnowledgeGraph& graph, NodeIndex from, NodeIndex to,
                                 const std::vector<EdgeIndex>& came_by) {
  std::vector<EdgeIndex> path;
  for (NodeIndex node = to; node != from;) {
    path.push_back(came_by[node]);
    const Edge& edge = graph.edges()[path.back()];
    node = edge.subject == node ? edge.object : edge.subject;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

std::optional<std::vector<EdgeIndex>> shortest_path(const KnowledgeGraph& graph, NodeIndex from,
                                                    NodeIndex to, const EdgeFilter& usable) {
  if (from == to) return std::vector<EdgeIndex>{};
  const auto& arcs = graph.adjacency().arcs;
  const boost::filtered_graph filtered(arcs, Usable{&graph, &usable});
  std::vector<EdgeIndex> came_by(graph.actors().size(), unreached);
  try {
    boost::breadth_first_search(filtered, from,
                                boost::visitor(Recorder(graph, to, came_by))
                                    .vertex_index_map(boost::get(boost::vertex_index, arcs)));
  } catch (const Arrived&) {
    return walk_back(graph, from, to, came_by);
  }
  return std::nullopt;
}

}  // namespace entente::graph
