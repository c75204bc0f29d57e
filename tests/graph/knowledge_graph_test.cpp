#include "graph/knowledge_graph.hpp"

#include "graph/algorithms.hpp"
#include "tests/catch.hpp"

using namespace entente::graph;

namespace {

/// Nodes 0 to 6; 0-1-2-3 a chain with a shortcut 0-3 that is only planned; 4-5; 6 alone.
KnowledgeGraph small_graph() {
  GraphParts parts;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) {
    Actor actor;
    actor.id = id;
    parts.add_actor(actor);
  }
  const auto add = [&](NodeIndex subject, NodeIndex object, Modality modality = Modality::actual) {
    Edge edge;
    edge.subject = subject;
    edge.object = object;
    edge.label = parts.add_label("meet");
    edge.modality = modality;
    parts.add_edge(edge);
  };
  add(4, 5);
  add(1, 0);
  add(1, 2);
  add(3, 2);
  add(0, 3, Modality::planned_future);
  add(1, 0);
  add(2, 2);
  return KnowledgeGraph(std::move(parts));
}

}  // namespace

TEST_CASE("components are numbered from the largest on", "[graph]") {
  CHECK(components(small_graph()) == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 2});
}

TEST_CASE("degrees count edges each way and different neighbours", "[graph]") {
  const auto found = degrees(small_graph());
  CHECK(found[0].as_subject == 1);
  CHECK(found[0].as_object == 2);
  CHECK(found[0].neighbours == 2);
  CHECK(found[2].neighbours == 2);
  CHECK(found[6].neighbours == 0);
}

TEST_CASE("the shortest path runs against the direction of edges too", "[graph]") {
  const auto graph = small_graph();
  CHECK(shortest_path(graph, 2, 0) == std::vector<EdgeIndex>{2, 1});
  CHECK(shortest_path(graph, 0, 3) == std::vector<EdgeIndex>{4});
  CHECK(shortest_path(graph, 3, 3) == std::vector<EdgeIndex>{});
  CHECK_FALSE(shortest_path(graph, 0, 5).has_value());
}

TEST_CASE("a path takes no edge that the filter refuses", "[graph]") {
  const auto actual = [](const Edge& edge) { return edge.modality == Modality::actual; };
  CHECK(shortest_path(small_graph(), 0, 3, actual) == std::vector<EdgeIndex>{1, 2, 3});
}

TEST_CASE("a loop is one edge of its node", "[graph]") {
  CHECK(small_graph().edges_of(2) == std::vector<EdgeIndex>{2, 6, 3});
}

TEST_CASE("dates keep their precision when packed", "[graph]") {
  using entente::util::Date;
  for (const char* iso : {"2022", "2022-03", "2022-03-01"}) {
    CHECK(unpack(pack(Date::parse(iso)))->iso() == iso);
  }
  CHECK(pack(std::nullopt) == 0);
  CHECK_FALSE(unpack(0).has_value());
}
