#include "graph/paths.hpp"

#include <algorithm>
#include <tuple>

#include "graph/algorithms.hpp"
#include "tests/catch.hpp"
#include "tests/graph/random_graph.hpp"

using namespace entente::graph;
using entente::tests::edge_between;
using entente::tests::graph_of;
using entente::tests::random_graph;

namespace {

using Nodes = std::vector<NodeIndex>;

Nodes nodes_of(const LinkGraph& graph, NodeIndex from, const Path& path) {
  Nodes nodes{from};
  for (const auto link : path.links) {
    const auto& ends = graph.links()[link];
    nodes.push_back(ends.first == nodes.back() ? ends.second : ends.first);
  }
  return nodes;
}

/// Every simple path by walking all of them, in the promised order.
void walk(const LinkGraph& graph, NodeIndex to, std::size_t most, double cost, Nodes& nodes,
          std::vector<std::tuple<std::size_t, double, Nodes>>& found) {
  if (nodes.back() == to) {
    found.emplace_back(nodes.size(), cost, nodes);
    return;
  }
  if (nodes.size() > most) return;
  for (const auto& [other, link] : graph.neighbours(nodes.back())) {
    if (std::find(nodes.begin(), nodes.end(), other) != nodes.end()) continue;
    nodes.push_back(other);
    walk(graph, to, most, cost + 1 / graph.links()[link].weight, nodes, found);
    nodes.pop_back();
  }
}

}  // namespace

TEST_CASE("all edges of a pair are one link", "[graph]") {
  const auto graph = graph_of(4, {edge_between(2, 1, 0.5F), edge_between(1, 2, 0.75F),
                                  edge_between(3, 3), edge_between(0, 2, 0.25F)});
  const LinkGraph links(graph);
  REQUIRE(links.links().size() == 2);
  CHECK(links.links()[1].first == 1);
  CHECK(links.links()[1].edges == 2);
  CHECK(links.links()[1].best == 1);
  CHECK(links.links()[1].weight == 1.25);
  REQUIRE(links.neighbours(2).size() == 2);
  CHECK(links.neighbours(2)[0].node == 0);
  CHECK(links.neighbours(2)[1].node == 1);
  CHECK(links.neighbours(3).empty());
  const LinkGraph sure(graph, [](const Edge& edge) { return edge.confidence > 0.6F; });
  CHECK(sure.links().size() == 1);
  CHECK(sure.links()[0].edges == 1);
}

TEST_CASE("the best paths are those that trying all would find, in order", "[graph]") {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const auto graph = random_graph(9, 5 + seed, seed);
    const LinkGraph links(graph);
    std::vector<std::tuple<std::size_t, double, Nodes>> expected;
    Nodes start{0};
    walk(links, 8, 5, 0, start, expected);
    std::sort(expected.begin(), expected.end());
    const auto all = best_paths(links, 0, 8, {.max_length = 5, .count = all_paths});
    REQUIRE(all.size() == expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      CHECK(all[i].links.size() + 1 == std::get<0>(expected[i]));
      CHECK(all[i].cost == Approx(std::get<1>(expected[i])));
    }
    const auto few = best_paths(links, 0, 8, {.max_length = 5, .count = 3});
    REQUIRE(few.size() == std::min<std::size_t>(3, all.size()));
    for (std::size_t i = 0; i < few.size(); ++i) CHECK(few[i].links == all[i].links);
    if (!all.empty()) {
      CHECK(all[0].links.size() == shortest_path(graph, 0, 8)->size());
      CHECK(nodes_of(links, 0, all[0]).back() == 8);
    }
  }
}

TEST_CASE("no way, no length, the same actor", "[graph]") {
  const auto graph = graph_of(4, {edge_between(0, 1), edge_between(1, 2)});
  const LinkGraph links(graph);
  CHECK(best_paths(links, 0, 3, {.max_length = 9, .count = all_paths}).empty());
  CHECK(best_paths(links, 0, 2, {.max_length = 1, .count = all_paths}).empty());
  REQUIRE(best_paths(links, 1, 1).size() == 1);
  CHECK(best_paths(links, 1, 1)[0].links.empty());
}

TEST_CASE("an ego network ends after its hops", "[graph]") {
  const auto graph =
      graph_of(6, {edge_between(0, 1), edge_between(2, 1), edge_between(2, 3), edge_between(4, 5)});
  const LinkGraph links(graph);
  CHECK(ego_network(links, 1, 0) == Nodes{1});
  CHECK(ego_network(links, 1, 1) == Nodes{1, 0, 2});
  CHECK(ego_network(links, 1, 7) == Nodes{1, 0, 2, 3});
}
