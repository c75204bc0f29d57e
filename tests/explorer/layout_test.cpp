#include <cmath>
#include <vector>

#include "render/explorer_layout.hpp"
#include "render/force_layout.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

double gap(render::Point one, render::Point other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

double smallest_gap(const std::vector<render::Point>& points) {
  double smallest = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      smallest = std::min(smallest, gap(points[i], points[j]));
    }
  }
  return smallest;
}

/// Two full groups of `size` joined by one link.
std::vector<render::LayoutLink> two_groups(std::uint32_t size) {
  std::vector<render::LayoutLink> links{{0, size, 1}};
  for (std::uint32_t group : {0u, size}) {
    for (std::uint32_t i = 0; i < size; ++i) {
      for (std::uint32_t j = i + 1; j < size; ++j) links.push_back({group + i, group + j, 1});
    }
  }
  return links;
}

graph::NodeIndex add(graph::GraphParts& parts, const std::string& id) {
  return parts.add_actor({id, id, graph::ActorKind::country, "", "", ""});
}

void join(graph::GraphParts& parts, graph::NodeIndex one, graph::NodeIndex other) {
  graph::Edge edge;
  edge.subject = one;
  edge.object = other;
  edge.confidence = 0.9F;
  parts.add_edge(edge);
}

}  // namespace

TEST_CASE("who is linked stands nearer than who is not", "[explorer]") {
  const auto points = render::force_layout(12, two_groups(6));
  double within = 0;
  double between = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      within += gap(points[i], points[j]);
      between += gap(points[i], points[6 + j]);
    }
  }
  CHECK(within * 1.5 < between);
}

TEST_CASE("no two points of a layout lie on each other", "[explorer]") {
  std::vector<render::LayoutLink> star;
  for (std::uint32_t leaf = 1; leaf < 60; ++leaf) star.push_back({0, leaf, 1});
  CHECK(smallest_gap(render::force_layout(60, star)) > 0.5);
}

TEST_CASE("the smallest graphs have a layout", "[explorer]") {
  CHECK(render::force_layout(0, {}).empty());
  CHECK(render::force_layout(1, {}).size() == 1);
  const std::vector<render::LayoutLink> one{{0, 1, 1}};
  CHECK(smallest_gap(render::force_layout(2, one)) == Approx(0.9));
}

TEST_CASE("the same graph is laid out alike", "[explorer]") {
  const auto first = render::force_layout(40, two_groups(20));
  const auto second = render::force_layout(40, two_groups(20));
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].x == second[i].x);
    CHECK(first[i].y == second[i].y);
  }
}

TEST_CASE("parts that nothing connects lie side by side", "[explorer]") {
  graph::GraphParts parts;
  for (int i = 0; i < 30; ++i) {
    const auto one = add(parts, "one" + std::to_string(i));
    join(parts, one, add(parts, "other" + std::to_string(i)));
  }
  add(parts, "alone");
  const graph::KnowledgeGraph graph(std::move(parts));
  const auto points = render::explorer_layout(graph);
  REQUIRE(points.size() == 61);
  CHECK(smallest_gap(points) >= 0.89);
}
