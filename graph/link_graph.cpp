#include "graph/link_graph.hpp"

#include <tuple>
#include <utility>

#include "graph/adjacency.hpp"

namespace entente::graph {
namespace {

bool is_better(const KnowledgeGraph& graph, EdgeIndex one, EdgeIndex other) {
  const auto rank = [&graph](EdgeIndex index) {
    const Edge& edge = graph.edges()[index];
    return std::tuple(edge.confidence, edge.evidences);
  };
  return rank(one) > rank(other);
}

void add(const KnowledgeGraph& graph, EdgeIndex index, Link& link) {
  const Edge& edge = graph.edges()[index];
  if (link.edges == 0 || is_better(graph, index, link.best)) link.best = index;
  ++link.edges;
  link.weight += edge.confidence;
}

}  // namespace

LinkGraph::LinkGraph(const KnowledgeGraph& graph, const EdgeFilter& usable)
    : begins_(graph.actors().size() + 1) {
  const auto& arcs = graph.adjacency().arcs;
  for (NodeIndex node = 0; node < graph.actors().size(); ++node) {
    const auto [first, last] = boost::out_edges(node, arcs);
    for (auto arc = first; arc != last; ++arc) {
      const NodeIndex other = boost::target(*arc, arcs);
      const EdgeIndex edge = arcs[*arc].edge;
      // Each pair is gathered at its first node; arcs are in order of the other one.
      if (other <= node || (usable && !usable(graph.edges()[edge]))) continue;
      const bool fresh =
          links_.empty() || links_.back().first != node || links_.back().second != other;
      if (fresh) links_.push_back({node, other});
      add(graph, edge, links_.back());
    }
  }
  connect();
}

LinkGraph::LinkGraph(std::size_t nodes, std::vector<Link> links)
    : links_(std::move(links)), begins_(nodes + 1) {
  connect();
}

void LinkGraph::connect() {
  for (const auto& link : links_) {
    ++begins_[link.first + 1];
    ++begins_[link.second + 1];
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  neighbours_.resize(links_.size() * 2);
  auto next = begins_;
  // Links are in order of both ends, so every node's neighbours come in order too:
  // first those below it, then those above.
  for (LinkIndex link = 0; link < links_.size(); ++link) {
    neighbours_[next[links_[link].second]++] = {links_[link].first, link};
  }
  for (LinkIndex link = 0; link < links_.size(); ++link) {
    neighbours_[next[links_[link].first]++] = {links_[link].second, link};
  }
}

}  // namespace entente::graph
