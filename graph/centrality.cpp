#include "graph/centrality.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>

#include "graph/link_arcs.hpp"

namespace entente::graph {
namespace {

constexpr int most_rounds = 100;
constexpr double precise_enough = 1e-10;  // change a round, over all nodes

/// The shortest paths from one start, and what of them leads over each node.
class BrandesRound {
 public:
  explicit BrandesRound(const LinkGraph& graph)
      : graph_(graph), hops_(graph.nodes()), paths_(graph.nodes()), share_(graph.nodes()) {}

  void run(NodeIndex start, std::vector<double>& sums) {
    std::fill(hops_.begin(), hops_.end(), 0u);
    order_.assign(1, start);
    hops_[start] = 1;
    paths_[start] = 1;
    share_[start] = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) walk(order_[i]);
    for (std::size_t i = order_.size(); i-- > 1;) {
      gather(order_[i]);
      sums[order_[i]] += share_[order_[i]];
    }
  }

 private:
  void walk(NodeIndex node) {
    for (const auto& [other, link] : graph_.neighbours(node)) {
      if (hops_[other] == 0) {
        hops_[other] = hops_[node] + 1;
        paths_[other] = 0;
        share_[other] = 0;
        order_.push_back(other);
      }
      if (hops_[other] == hops_[node] + 1) paths_[other] += paths_[node];
    }
  }
  void gather(NodeIndex node) {
    for (const auto& [other, link] : graph_.neighbours(node)) {
      if (hops_[other] + 1 == hops_[node]) {
        share_[other] += paths_[other] / paths_[node] * (1 + share_[node]);
      }
    }
  }

  const LinkGraph& graph_;
  std::vector<std::uint32_t> hops_;  ///< plus one; 0: not reached
  std::vector<double> paths_;
  std::vector<double> share_;
  std::vector<NodeIndex> order_;
};

/// Different nodes, the same in every run and with every library.
std::vector<NodeIndex> draw(std::size_t nodes, std::size_t count) {
  std::vector<NodeIndex> all(nodes);
  std::iota(all.begin(), all.end(), NodeIndex{0});
  if (count >= nodes) return all;
  std::mt19937_64 random(20010);
  for (std::size_t i = 0; i < count; ++i) std::swap(all[i], all[i + random() % (nodes - i)]);
  all.resize(count);
  return all;
}

}  // namespace

std::vector<double> page_rank(const KnowledgeGraph& graph, const EdgeFilter& usable,
                              double damping) {
  const std::size_t nodes = graph.actors().size();
  std::vector<double> given(nodes);
  for (const auto& edge : graph.edges()) {
    if (!usable || usable(edge)) given[edge.subject] += edge.confidence;
  }
  const double even = 1.0 / static_cast<double>(std::max<std::size_t>(nodes, 1));
  std::vector<double> rank(nodes, even);
  for (int round = 0; round < most_rounds; ++round) {
    double idle = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
      if (given[node] == 0) idle += rank[node];
    }
    std::vector<double> next(nodes, (1 - damping + damping * idle) * even);
    for (const auto& edge : graph.edges()) {
      if (usable && !usable(edge)) continue;
      if (given[edge.subject] == 0) continue;
      next[edge.object] += damping * rank[edge.subject] * edge.confidence / given[edge.subject];
    }
    double change = 0;
    for (std::size_t node = 0; node < nodes; ++node) change += std::abs(next[node] - rank[node]);
    rank = std::move(next);
    if (change < precise_enough) break;
  }
  return rank;
}

std::vector<double> betweenness(const LinkGraph& graph, std::size_t pivots) {
  const std::size_t nodes = graph.nodes();
  std::vector<double> sums(nodes);
  if (nodes < 3) return sums;
  const auto starts = draw(nodes, pivots);
  BrandesRound round(graph);
  for (const NodeIndex start : starts) round.run(start, sums);
  const auto count = static_cast<double>(nodes);
  const double pairs = (count - 1) * (count - 2);
  const double scale = count / static_cast<double>(starts.size()) / pairs;
  for (auto& sum : sums) sum *= scale;
  return sums;
}

std::vector<std::uint32_t> core_numbers(const LinkGraph& graph) {
  std::vector<std::uint32_t> found(graph.nodes());
  if (found.empty()) return found;
  const auto arcs = link_arcs(graph);
  boost::core_numbers(arcs, boost::make_iterator_property_map(
                                found.begin(), boost::get(boost::vertex_index, arcs)));
  return found;
}

std::vector<NodeIndex> articulation_actors(const LinkGraph& graph) {
  std::vector<NodeIndex> found;
  if (graph.nodes() == 0) return found;
  boost::articulation_points(link_arcs(graph), std::back_inserter(found));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace entente::graph
