#include "graph/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "graph/communities.hpp"
#include "graph/paths.hpp"
#include "tests/catch.hpp"
#include "tests/graph/random_graph.hpp"

using namespace entente::graph;
using entente::tests::edge_between;
using entente::tests::graph_of;
using entente::tests::random_graph;

namespace {

/// Two triangles 0-1-2 and 3-4-5 joined by 2-3, and 6 that hangs on 5; 7 alone.
KnowledgeGraph two_triangles() {
  return graph_of(8, {edge_between(0, 1), edge_between(1, 2), edge_between(2, 0),
                      edge_between(3, 4), edge_between(4, 5), edge_between(5, 3),
                      edge_between(2, 3), edge_between(5, 6), edge_between(6, 5)});
}

/// Shortest paths over each node, by listing them all.
std::vector<double> betweenness_by_listing(const LinkGraph& graph) {
  std::vector<double> shares(graph.nodes());
  for (NodeIndex from = 0; from < graph.nodes(); ++from) {
    for (NodeIndex to = 0; to < graph.nodes(); ++to) {
      if (from == to) continue;
      auto paths = best_paths(graph, from, to, {.max_length = 20, .count = 1});
      if (paths.empty()) continue;
      const std::size_t length = paths[0].links.size();
      paths = best_paths(graph, from, to, {.max_length = length, .count = all_paths});
      for (const auto& path : paths) {
        NodeIndex node = from;
        for (std::size_t i = 0; i + 1 < path.links.size(); ++i) {
          const auto& link = graph.links()[path.links[i]];
          node = link.first == node ? link.second : link.first;
          shares[node] += 1.0 / static_cast<double>(paths.size());
        }
      }
    }
  }
  const auto count = static_cast<double>(graph.nodes());
  for (auto& share : shares) share /= (count - 1) * (count - 2);
  return shares;
}

std::size_t reachable(const LinkGraph& graph, NodeIndex from, NodeIndex without) {
  std::vector<NodeIndex> found{from};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const auto& [other, link] : graph.neighbours(found[i])) {
      if (other != without && std::find(found.begin(), found.end(), other) == found.end()) {
        found.push_back(other);
      }
    }
  }
  return found.size();
}

}  // namespace

TEST_CASE("PageRank gives all there is, and most to whom most goes", "[graph]") {
  const auto graph = graph_of(4, {edge_between(0, 1), edge_between(2, 1), edge_between(1, 3)});
  const auto rank = page_rank(graph);
  CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1));
  CHECK(rank[0] == Approx(rank[2]));
  CHECK(rank[1] > 2 * rank[0]);
  CHECK(rank[3] > rank[1]);
  // By hand for one edge 0 to 1: r0 = 0.075 + 0.425 r1, r0 + r1 = 1.
  const auto pair = page_rank(graph_of(2, {edge_between(0, 1)}));
  CHECK(pair[0] == Approx(0.5 / 1.425));
  const auto none = page_rank(graph, [](const Edge&) { return false; });
  CHECK(none[1] == Approx(0.25));
  CHECK(page_rank(graph_of(0, {})).empty());
}

TEST_CASE("betweenness counts shortest paths as listing them does", "[graph]") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    const auto graph = random_graph(12, 14 + seed, seed);
    const LinkGraph links(graph);
    const auto expected = betweenness_by_listing(links);
    const auto found = betweenness(links, links.nodes());
    for (NodeIndex node = 0; node < links.nodes(); ++node) {
      CHECK(found[node] == Approx(expected[node]).margin(1e-12));
    }
  }
}

TEST_CASE("sampled betweenness is near the exact one, and repeatable", "[graph]") {
  const auto graph = random_graph(300, 900, 5);
  const LinkGraph links(graph);
  const auto exact = betweenness(links, links.nodes());
  const auto sampled = betweenness(links, 100);
  CHECK(sampled == betweenness(links, 100));
  double off = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) off += std::abs(exact[i] - sampled[i]);
  CHECK(off < 0.3 * std::accumulate(exact.begin(), exact.end(), 0.0));
}

TEST_CASE("cores and actors that hold parts together", "[graph]") {
  const auto graph = two_triangles();
  const LinkGraph links(graph);
  CHECK(core_numbers(links) == std::vector<std::uint32_t>{2, 2, 2, 2, 2, 2, 1, 0});
  CHECK(articulation_actors(links) == std::vector<NodeIndex>{2, 3, 5});
  CHECK(articulation_actors(LinkGraph(graph_of(0, {}))).empty());
}

TEST_CASE("an articulation actor is one whose loss parts others", "[graph]") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const auto graph = random_graph(14, 16, seed);
    const LinkGraph links(graph);
    std::vector<NodeIndex> expected;
    for (NodeIndex node = 0; node < links.nodes(); ++node) {
      if (links.neighbours(node).empty()) continue;
      const NodeIndex other = links.neighbours(node)[0].node;
      const auto all = reachable(links, other, static_cast<NodeIndex>(links.nodes()));
      if (reachable(links, other, node) + 1 < all) expected.push_back(node);
    }
    CHECK(articulation_actors(links) == expected);
  }
}

TEST_CASE("communities are the parts that hang together", "[graph]") {
  const auto graph = two_triangles();
  const LinkGraph links(graph);
  const auto found = find_communities(links);
  CHECK(found.count == 3);
  CHECK(found.of_node == std::vector<std::uint32_t>{1, 1, 1, 0, 0, 0, 0, 2});
  // Weights: 0.5 a link, 1 for 5-6. Inside 1.5 and 2.5 of 4.5; strengths 3.5 and 5.5 of 9.
  CHECK(found.modularity == Approx(4.0 / 4.5 - (3.5 * 3.5 + 5.5 * 5.5) / 81));
  CHECK(find_communities(LinkGraph(graph_of(2, {}))).count == 2);
}

TEST_CASE("communities are connected and no worse than one for all", "[graph]") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const auto graph = random_graph(120, 260, seed);
    const LinkGraph links(graph);
    const auto found = find_communities(links);
    CHECK(found.modularity > 0.3);
    CHECK(found.of_node == find_communities(links).of_node);
    for (std::uint32_t community = 0; community < found.count; ++community) {
      std::vector<NodeIndex> members;
      for (NodeIndex node = 0; node < links.nodes(); ++node) {
        if (found.of_node[node] == community) members.push_back(node);
      }
      REQUIRE_FALSE(members.empty());
      std::vector<NodeIndex> reached{members[0]};
      for (std::size_t i = 0; i < reached.size(); ++i) {
        for (const auto& [other, link] : links.neighbours(reached[i])) {
          if (found.of_node[other] == community &&
              std::find(reached.begin(), reached.end(), other) == reached.end()) {
            reached.push_back(other);
          }
        }
      }
      CHECK(reached.size() == members.size());
    }
  }
}
