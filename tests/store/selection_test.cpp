#include "store/selection.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "store/check.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/search.hpp"
#include "store/triples.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/error.hpp"

using namespace entente;
using namespace entente::store;
using graph::Selection;

namespace {

using Lines = std::vector<std::string>;

Connection sample() {
  auto connection = open_database(":memory:", OpenMode::create);
  Writer writer(connection, "test");
  for (const auto& document : tests::sample_documents()) {
    writer.add(document, content_hash(document.source));
  }
  return connection;
}

std::string line_of(const graph::TripleView& triple) {
  return std::string(triple.subject.key.substr(triple.subject.key.find('/') + 1)) + " " +
         std::string(triple.lemma) + " " +
         std::string(triple.object.key.substr(triple.object.key.find('/') + 1));
}

Lines selected(const Selection& selection) {
  const auto connection = sample();
  Lines lines;
  const auto part = select(connection, selection);
  for_each_triple(connection, part, [&](const auto& triple) { lines.push_back(line_of(triple)); });
  CHECK(load_graph(connection, part).edges().size() == lines.size());
  return lines;
}

const std::string attack = "free-riders attack strelsau";
const std::string arm = "sylvania arm free-riders";
const std::string sanctions = "ruritania impose sanctions on blue-danube";
const std::string urge = "freedonia urge sylvania";
const std::string stop = "sylvania stop free-riders";
const std::string meet = "rosa-hentzau meet rufus-firefly";
const std::string sign = "rosa-hentzau sign treaty-of-hof";
const std::string grain = "freedonia send grain to ruritania";

}  // namespace

TEST_CASE("nothing wanted means everything", "[store]") { CHECK(selected({}).size() == 11); }

TEST_CASE("relations are selected by what they are", "[store]") {
  Selection by;
  SECTION("class") {
    by.classes = {graph::RelationClass::assault, graph::RelationClass::sanction};
    CHECK(selected(by) == Lines{attack, sanctions});
  }
  SECTION("quad, within classes") {
    by.quads = {graph::Quad::material_conflict};
    by.classes = {graph::RelationClass::assault, graph::RelationClass::aid};
    CHECK(selected(by) == Lines{attack});
    by.classes = {graph::RelationClass::aid};
    CHECK_THROWS_AS(selected(by), Error);
  }
  SECTION("facts, as far as nothing else is said") {
    by.facts = true;
    CHECK(selected(by).size() == 8);
    by.modalities = {graph::Modality::planned_future};
    CHECK(selected(by) == Lines{grain});
    by.modalities.clear();
    by.polarities = {graph::Polarity::negated};
    CHECK(selected(by) == Lines{arm});
  }
  SECTION("polarity and modality") {
    by.polarities = {graph::Polarity::negated};
    CHECK(selected(by) == Lines{arm});
    by.polarities = {};
    by.modalities = {graph::Modality::demanded, graph::Modality::planned_future};
    CHECK(selected(by) == Lines{stop, grain});
  }
  SECTION("kinds of both, country of one") {
    by.kinds = {graph::ActorKind::country};
    CHECK(selected(by) == Lines{urge, grain});
    by.kinds = {};
    by.countries = {"FRE", "Freedonia"};
    CHECK(selected(by).size() == 4);
  }
  SECTION("document, confidence, SQL") {
    by.documents = {"raid"};
    by.min_confidence = 0.5;
    by.where = "object = 'Free Riders' -- armed";
    CHECK(selected(by) == Lines{arm, stop});
  }
}

TEST_CASE("dates count by the event, else by the article, to their precision", "[store]") {
  Selection by;
  by.since = util::Date::parse("2031-05-09");
  CHECK(selected(by) == Lines{arm, sanctions, urge, stop, grain});
  by.until = util::Date::parse("2031-05");
  CHECK(selected(by) == Lines{arm, sanctions, urge, stop});
  by = {};
  by.until = util::Date::parse("2031-05-04");
  CHECK(selected(by).size() == 3);
  by.since = util::Date::parse("2031-06-15");
  by.until = {};
  CHECK(selected(by) == Lines{grain});
}

TEST_CASE("relations are selected by where they are", "[store]") {
  Selection by;
  SECTION("around an actor") {
    by.around = {"Hentzau"};
    CHECK(selected(by).size() == 3);
    by.around = {"Sylvania"};
    CHECK(selected(by) == Lines{arm, urge, stop});
    by.hops = 2;
    CHECK(selected(by).size() == 7);
    by.classes = {graph::RelationClass::assault};  // conditions come first
    CHECK(selected(by).empty());
  }
  SECTION("between two") {
    by.between = {"Free Riders", "sylvania"};
    CHECK(selected(by) == Lines{arm, stop});
    by.between = {"Free Riders", "Ruritania"};
    CHECK(selected(by).empty());
  }
  SECTION("on the way from one to the other") {
    by.path = {"Ruritania", "Free Riders"};
    CHECK(selected(by) == Lines{arm, urge, stop, grain});
    by.path = {"Ruritania", "Rufus Firefly"};
    CHECK(selected(by).empty());
  }
}

TEST_CASE("edges are selected by how many relations make them", "[store]") {
  Selection by;
  by.min_weight = 2;
  CHECK(selected(by).empty());
  by.min_weight = 1;
  by.top = 3;
  CHECK(selected(by).size() == 3);
}

TEST_CASE("what a selection names must be there", "[store]") {
  const auto connection = sample();
  Selection by;
  by.around = {"Sylvani"};
  CHECK_THROWS_WITH(select(connection, by),
                    "no actor of :memory: is named Sylvani; did you mean Sylvania?");
  by = {};
  by.documents = {"rade"};
  CHECK_THROWS_WITH(select(connection, by), Catch::Contains("no document"));
  by = {};
  by.where = "colour = 'red'";
  CHECK_THROWS_WITH(select(connection, by), Catch::Contains("no such column: colour"));
}

TEST_CASE("merged edges count relations, sentences and documents", "[store]") {
  auto connection = sample();
  Writer writer(connection, "test");
  auto again = tests::sample_documents()[0];  // the summit, told a second time
  again.source.name = "summit-again";
  for (auto& relation : again.relations) {
    if (relation.symmetric) {
      std::swap(relation.subject, relation.object);
      relation.date = util::Date{2031, 5, 3};
      relation.confidence = 0.5;
    }
    for (auto& evidence : relation.evidence) evidence.document = again.source.name;
  }
  writer.add(again, content_hash(again.source));
  std::size_t edges = 0;
  for_each_edge(connection, {}, [&](const graph::TripleView& edge) {
    ++edges;
    if (line_of(edge) != meet) return;
    CHECK(edge.weight == 2);
    CHECK(edge.documents == 2);
    CHECK(edge.evidences == 4);
    CHECK(edge.date == "2031-05-03");
    CHECK(edge.last_date == "2031-05-04");
    CHECK(edge.document == "summit");
    CHECK(edge.number == 1);
    CHECK(edge.subject.mention == "Rosa Hentzau");
  });
  CHECK(edges == 11);
  Selection strong;
  strong.min_weight = 2;
  std::size_t relations = 0;
  for_each_triple(connection, select(connection, strong), [&](const auto&) { ++relations; });
  CHECK(relations == 6);  // the turned one has no like among stored rows
}

TEST_CASE("SQL in a name is a name", "[store]") {
  auto document = tests::sample_documents().front();
  const std::string name = "Robert'); DROP TABLE actors; --\" OR 1=1";
  const std::string id = "person/x' OR '1'='1";
  const std::string before = document.actors.front().id;
  document.actors.front().name = name;
  document.actors.front().id = id;
  document.source.name = "'; DELETE FROM documents; --";
  for (auto& mention : document.mentions) {
    if (mention.actor == before) mention.actor = id;
  }
  for (auto& relation : document.relations) {
    if (relation.subject == before) relation.subject = id;
    if (relation.object == before) relation.object = id;
    if (relation.attribution == before) relation.attribution = id;
  }
  auto connection = open_database(":memory:", OpenMode::create);
  Writer writer(connection, "test");
  writer.add(document, content_hash(document.source));
  Selection by_name;
  by_name.around = {name};
  by_name.documents = {document.source.name};
  std::size_t found = 0;
  for_each_triple(connection, select(connection, by_name), [&](const auto&) { ++found; });
  CHECK(found > 0);
  std::size_t actors = 0;
  const QuerySink sink{[](auto) {},
                       [&](auto cells) {
                         ++actors;
                         CHECK(cells[0].text == name);
                       }};
  search_actors(connection, name, 5, sink);
  CHECK(actors == 1);
  Selection hostile;
  hostile.where = "1) UNION SELECT key FROM actors --";
  CHECK_THROWS_AS(select(connection, hostile), Error);
  hostile.where = "1; DROP TABLE actors";
  CHECK_THROWS_AS(select(connection, hostile), Error);
  CHECK(check_database(connection).empty());
  CHECK(writer.remove(document.source.name));
  CHECK(connection.number("SELECT count(*) FROM actors") == 0);
}

TEST_CASE("whatever is searched for is found or not", "[store]") {
  using namespace std::string_literals;
  auto connection = open_database(":memory:", OpenMode::create);
  Writer writer(connection, "test");
  const auto document = entente::tests::sample_documents()[0];
  writer.add(document, content_hash(document.source));
  for (const std::string& words : {""s, "\""s, "* OR"s, "-"s, "\0"s, "x\0y"s, "\"x\0"s, "NEAR("s,
                                   "a NOT"s, "\xC3"s, "{a b}: ^c + \"d"s}) {
    CAPTURE(words);
    bool named = false;
    std::size_t found = 0;
    const QuerySink sink{[&](auto) { named = true; }, [&](auto) { ++found; }};
    SearchOptions search;
    search.words = words;
    search_sentences(connection, search, sink);
    search_actors(connection, words, 5, sink);
    CHECK(named);
    CHECK(found == 0);
  }
}
