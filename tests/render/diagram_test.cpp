#include "render/diagram.hpp"

#include <algorithm>
#include <sstream>

#include "render/graphviz.hpp"
#include "tests/catch.hpp"

using namespace entente;
using namespace entente::render;
using graph::Edge;
using graph::RelationClass;

namespace {

class GraphMaker {
 public:
  graph::NodeIndex actor(const std::string& name, graph::ActorKind kind) {
    return parts_.add_actor({"id/" + name, name, kind, "", "", ""});
  }
  void relate(graph::NodeIndex subject, RelationClass type, const char* words,
              graph::NodeIndex object, bool symmetric = false,
              graph::Modality modality = graph::Modality::actual) {
    Edge edge;
    edge.subject = subject;
    edge.object = object;
    edge.type = type;
    edge.label = parts_.add_label(words);
    edge.confidence = 0.5F;
    edge.symmetric = symmetric;
    edge.modality = modality;
    parts_.add_edge(edge);
  }
  graph::KnowledgeGraph take() { return graph::KnowledgeGraph(std::move(parts_)); }

 private:
  graph::GraphParts parts_;
};

}  // namespace

TEST_CASE("relations of one pair and sort become one link", "[render]") {
  GraphMaker maker;
  const auto a = maker.actor("A", graph::ActorKind::country);
  const auto b = maker.actor("B", graph::ActorKind::country);
  maker.relate(b, RelationClass::consult, "meet", a, true);
  maker.relate(a, RelationClass::consult, "meet", b, true);
  maker.relate(a, RelationClass::consult, "visit", b);
  maker.relate(a, RelationClass::consult, "visit", b);
  maker.relate(a, RelationClass::consult, "visit", b, false, graph::Modality::planned_future);
  maker.relate(a, RelationClass::assault, "attack", b);
  maker.relate(a, RelationClass::assault, "attack", a);
  const auto diagram = make_diagram(maker.take(), {});
  REQUIRE(diagram.links.size() == 3);
  CHECK(diagram.links[0].words == std::vector<std::string>{"visit \u00d72", "visit (planned)"});
  CHECK_FALSE(diagram.links[0].symmetric);
  CHECK(diagram.nodes[diagram.links[0].from].name == "A");
  CHECK(diagram.links[1].words == std::vector<std::string>{"meet \u00d72"});
  CHECK(diagram.links[1].symmetric);
  CHECK(diagram.links[2].words == std::vector<std::string>{"attack"});
}

TEST_CASE("offices stand under their holders' names unless they are wanted", "[render]") {
  GraphMaker maker;
  const auto person = maker.actor("P", graph::ActorKind::person);
  const auto office = maker.actor("president of A", graph::ActorKind::position);
  const auto country = maker.actor("A", graph::ActorKind::country);
  maker.relate(person, RelationClass::holds_position, "be", office);
  maker.relate(person, RelationClass::request, "urge", country);
  const auto graph = maker.take();
  const auto folded = make_diagram(graph, {});
  REQUIRE(folded.nodes.size() == 2);
  CHECK(folded.nodes[0].offices == std::vector<std::string>{"president of A"});
  DiagramOptions options;
  options.positions_as_nodes = true;
  CHECK(make_diagram(graph, options).nodes.size() == 3);
}

TEST_CASE("any name is safe in a picture", "[render]") {
  GraphMaker maker;
  std::string long_name;
  for (int i = 0; i < 100; ++i) long_name += "words ";
  const auto plain = maker.actor("A", graph::ActorKind::country);
  for (const std::string& name :
       {std::string("quote \" backslash \\ <b>bold</b> & more"), std::string("line\nbreak\x01"),
        std::string("\u05e9\u05dc\u05d5\u05dd \U0001F54A"), long_name, std::string("</TABLE>")}) {
    maker.relate(maker.actor(name, graph::ActorKind::group), RelationClass::other,
                 "say <i> \"\\N\" &", plain);
  }
  DiagramOptions options;
  options.title = "<script> & \"title\" \\n";
  auto diagram = make_diagram(maker.take(), options);
  diagram.links.front().url = "https://example.org/?q=1&r=2";
  std::ostringstream svg;
  write_picture(diagram, {}, "svg", svg);
  CHECK(svg.str().find("<script>") == std::string::npos);
  CHECK(svg.str().find("<b>bold") == std::string::npos);
  CHECK(svg.str().find("</svg>") != std::string::npos);
  CHECK(svg.str().find("q=1&amp;r=2") != std::string::npos);
  CHECK(svg.str().find("q=1&r=2") == std::string::npos);
  std::ostringstream dot;
  write_dot(diagram, {}, dot);
  CHECK(dot.str().find("digraph") == 0);
}

TEST_CASE("an empty graph is a picture that says so", "[render]") {
  std::ostringstream svg;
  write_picture(make_diagram(GraphMaker().take(), {}), {}, "svg", svg);
  CHECK(svg.str().find("holds no relation") != std::string::npos);
}

TEST_CASE("the same diagram gives the same bytes", "[render]") {
  GraphMaker maker;
  const auto a = maker.actor("A", graph::ActorKind::country);
  maker.relate(a, RelationClass::aid, "help", maker.actor("B", graph::ActorKind::country));
  const auto diagram = make_diagram(maker.take(), {});
  std::ostringstream one;
  std::ostringstream other;
  write_picture(diagram, {}, "svg", one);
  write_picture(diagram, {}, "svg", other);
  CHECK(one.str() == other.str());
}
