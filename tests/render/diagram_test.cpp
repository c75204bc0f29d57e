#include "render/diagram.hpp"

#include <algorithm>
#include <cmath>
#include <regex>
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
  graph::NodeIndex actor(const std::string& name, graph::ActorKind kind,
                         const std::string& country = "") {
    return parts_.add_actor({"id/" + name, name, kind, country, "", ""});
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

namespace {

/// Two pairs that one link joins, of countries FRA, FRA, DEU and of none.
graph::KnowledgeGraph two_pairs() {
  GraphMaker maker;
  const auto france = maker.actor("France", graph::ActorKind::country, "FRA");
  const auto paris = maker.actor("Mayor", graph::ActorKind::person, "FRA");
  const auto germany = maker.actor("Germany", graph::ActorKind::country, "DEU");
  const auto nato = maker.actor("Alliance", graph::ActorKind::organisation, "IGO");
  for (int i = 0; i < 3; ++i) {
    maker.relate(france, RelationClass::consult, "meet", paris);
    maker.relate(germany, RelationClass::consult, "meet", nato);
  }
  maker.relate(paris, RelationClass::accuse, "accuse", nato);
  return maker.take();
}

std::vector<std::string> names_in(const Diagram& diagram, const DiagramGroup& group) {
  std::vector<std::string> names;
  for (const auto node : group.nodes) names.push_back(diagram.nodes[node].name);
  std::sort(names.begin(), names.end());
  return names;
}

struct Place {
  double x = 0;
  double y = 0;
};

/// Where an SVG has the words of its links.
std::vector<Place> places_of_words(const std::string& svg) {
  static const std::regex words("x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"[^>]*>(accuse|help)<");
  std::vector<Place> places;
  for (std::sregex_iterator found(svg.begin(), svg.end(), words), end; found != end; ++found) {
    places.push_back({std::stod((*found)[1]), std::stod((*found)[2])});
  }
  return places;
}

/// Points of its links' curves, close to each other.
std::vector<Place> lines_of(const std::string& svg) {
  static const std::regex path("<path fill=\"none\" stroke=\"[^\"]*\"[^>]* d=\"([^\"]*)\"");
  static const std::regex point("([-0-9.]+),([-0-9.]+)");
  std::vector<Place> line;
  for (std::sregex_iterator found(svg.begin(), svg.end(), path), end; found != end; ++found) {
    const std::string way = (*found)[1];
    std::vector<Place> control;
    for (std::sregex_iterator at(way.begin(), way.end(), point); at != end; ++at) {
      control.push_back({std::stod((*at)[1]), std::stod((*at)[2])});
    }
    for (std::size_t i = 0; i + 3 < control.size(); i += 3) {
      for (double t = 0; t <= 1; t += 0.02) {
        const double u = 1 - t;
        const auto on = [&](double a, double b, double c, double d) {
          return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        };
        line.push_back({on(control[i].x, control[i + 1].x, control[i + 2].x, control[i + 3].x),
                        on(control[i].y, control[i + 1].y, control[i + 2].y, control[i + 3].y)});
      }
    }
  }
  return line;
}

}  // namespace

TEST_CASE("a country's actors are a group, if they are at least two", "[render]") {
  DiagramOptions options;
  options.grouping = Grouping::country;
  const auto diagram = make_diagram(two_pairs(), options);
  REQUIRE(diagram.groups.size() == 1);
  CHECK(diagram.groups[0].name == "France");
  CHECK(names_in(diagram, diagram.groups[0]) == std::vector<std::string>{"France", "Mayor"});
}

TEST_CASE("communities are groups, and frames in the picture", "[render]") {
  DiagramOptions options;
  options.grouping = Grouping::community;
  const auto diagram = make_diagram(two_pairs(), options);
  REQUIRE(diagram.groups.size() == 2);
  CHECK(diagram.groups[0].nodes.size() == 2);
  CHECK(diagram.groups[1].nodes.size() == 2);
  for (const std::string layout : {"dot", "fdp"}) {
    DrawStyle style;
    style.layout = layout;
    std::ostringstream svg;
    write_picture(diagram, style, "svg", svg);
    CHECK(svg.str().find(">around ") != std::string::npos);
  }
  // cgraph's own order is that of addresses, another in each build.
  std::ostringstream dot;
  write_picture(diagram, {}, "dot", dot);
  CHECK(dot.str().find("cluster_0") < dot.str().find("cluster_1"));
}

TEST_CASE("a crowded picture leaves words out, but no link", "[render]") {
  GraphMaker maker;
  std::vector<graph::NodeIndex> all;
  for (int i = 0; i < 16; ++i) {
    all.push_back(maker.actor("Actor " + std::to_string(i), graph::ActorKind::country));
  }
  for (const auto one : all) {
    for (const auto other : all) {
      if (one < other) maker.relate(one, RelationClass::accuse, "accuse of a crime", other);
    }
  }
  DiagramOptions options;
  options.max_links = 200;
  const auto diagram = make_diagram(maker.take(), options);
  REQUIRE(diagram.links.size() == 120);
  std::ostringstream out;
  write_picture(diagram, {}, "svg", out);
  const std::string svg = out.str();
  const auto count = [&](const std::string& words) {
    std::size_t found = 0;
    for (auto at = svg.find(words); at != std::string::npos; at = svg.find(words, at + 1)) ++found;
    return found;
  };
  CHECK(count("class=\"edge ") == 120);
  CHECK(count(">accuse of a crime</text>") < 80);
}

TEST_CASE("words lie on no line where forces place the actors", "[render]") {
  GraphMaker maker;
  std::vector<graph::NodeIndex> all;
  for (int i = 0; i < 130; ++i) {
    all.push_back(maker.actor("Actor " + std::to_string(i), graph::ActorKind::country));
    if (i == 0) continue;
    maker.relate(all[static_cast<std::size_t>(i) / 4], RelationClass::accuse, "accuse", all.back());
    maker.relate(all.back(), RelationClass::aid, "help", all[static_cast<std::size_t>(i) / 3]);
  }
  DiagramOptions options;
  options.max_links = 300;
  std::ostringstream svg;
  write_picture(make_diagram(maker.take(), options), {}, "svg", svg);
  const auto places = places_of_words(svg.str());
  CHECK(places.size() > 20);
  std::size_t struck = 0;
  for (const auto& line : lines_of(svg.str())) {
    for (const auto& place : places) {
      // The words begin and stand there, and are some 25 points wide and 8 high.
      const bool across = line.x > place.x + 1 && line.x < place.x + 20;
      if (across && line.y < place.y - 1 && line.y > place.y - 7) ++struck;
    }
  }
  CHECK(struck == 0);
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
