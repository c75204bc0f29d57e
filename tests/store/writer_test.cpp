#include "store/writer.hpp"

#include <algorithm>

#include "graph/algorithms.hpp"
#include "store/check.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/query.hpp"
#include "store/triples.hpp"
#include "tests/catch.hpp"
#include "tests/support/content.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/error.hpp"

using namespace entente::store;
using entente::tests::content_of;
using entente::tests::sample_documents;

namespace {

void add(Writer& writer, const DocumentRecord& document) {
  writer.add(document, content_hash(document.source));
}

std::vector<std::string> triples_of(const Connection& db) {
  std::vector<std::string> lines;
  for_each_triple(db, {}, [&](const entente::graph::TripleView& triple) {
    lines.push_back(std::string(triple.document) + ": " + std::string(triple.subject.name) + " | " +
                    std::string(triple.phrase) + " | " + std::string(triple.object.name));
  });
  return lines;
}

}  // namespace

TEST_CASE("what was stored is listed by document and place", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  for (const auto& document : sample_documents()) add(writer, document);
  const auto lines = triples_of(db);
  REQUIRE(lines.size() == 11);
  CHECK(lines[0] == "council: Freedonia | is a member of | Council of Zenda");
  CHECK(lines[2] == "raid: Free Riders | attacked | Strelsau");
  CHECK(lines[8] == "summit: Rosa Hentzau | met | Rufus Firefly");
  CHECK(db.number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("the order of documents does not show in the content", "[store]") {
  auto documents = sample_documents();
  std::sort(documents.begin(), documents.end(),
            [](const auto& one, const auto& other) { return one.source.name < other.source.name; });
  std::string first;
  do {
    Connection db = open_database(":memory:", OpenMode::create);
    Writer writer(db, "test");
    for (const auto& document : documents) add(writer, document);
    const std::string content = content_of(db);
    if (first.empty()) first = content;
    CHECK(content == first);
  } while (std::next_permutation(
      documents.begin(), documents.end(),
      [](const auto& one, const auto& other) { return one.source.name < other.source.name; }));
}

TEST_CASE("of two descriptions of an actor the same one stays in either order", "[store]") {
  auto documents = sample_documents();
  documents.resize(2);
  for (auto& actor : documents[0].actors) {
    if (actor.id == "state/ruritania") actor.name = "Kingdom of Ruritania";
  }
  std::string first;
  for (const bool turned : {false, true}) {
    Connection db = open_database(":memory:", OpenMode::create);
    Writer writer(db, "test");
    add(writer, documents[turned ? 1 : 0]);
    add(writer, documents[turned ? 0 : 1]);
    const std::string content = content_of(db);
    if (first.empty()) first = content;
    CHECK(content == first);
  }
}

TEST_CASE("a removed document takes what hangs on it alone", "[store]") {
  const auto documents = sample_documents();
  Connection without = open_database(":memory:", OpenMode::create);
  Writer few(without, "test");
  add(few, documents[0]);
  add(few, documents[2]);

  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  for (const auto& document : documents) add(writer, document);
  CHECK(writer.remove("raid"));
  CHECK_FALSE(writer.remove("raid"));
  CHECK(content_of(db) == content_of(without));
  add(writer, documents[1]);
  CHECK(db.number("SELECT count(*) FROM relations") == 11);
}

TEST_CASE("a text that is not kept leaves its facts", "[store]") {
  const auto documents = sample_documents();
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test", {.keep_text = false});
  for (const auto& document : documents) add(writer, document);
  CHECK(db.number("SELECT count(*) FROM documents WHERE text IS NOT NULL") == 0);
  CHECK(db.number("SELECT count(*) FROM evidence_text WHERE sentence IS NOT NULL") == 0);
  CHECK(db.number("SELECT sum(mentions) FROM aliases") ==
        db.number("SELECT count(*) FROM mentions WHERE kind = 'name'"));
  CHECK(check_database(db).empty());
  CHECK(triples_of(db).size() == 11);
  CHECK(writer.known(documents[0].source, content_hash(documents[0].source)) == Known::same);
  for (const auto& document : documents) CHECK(writer.remove(document.source.name));
  CHECK(db.number("SELECT count(*) FROM aliases") == 0);
  CHECK(db.number("SELECT count(*) FROM actors") == 0);
}

TEST_CASE("search finds what is stored, and no more what is removed", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  for (const auto& document : sample_documents()) add(writer, document);
  const auto sentences = [&db](const std::string& words) {
    return db.number("SELECT count(*) FROM sentence_search('" + words + "')");
  };
  CHECK(sentences("council zenda") == 2);
  CHECK(sentences("sanctions") == 1);
  CHECK(db.number("SELECT count(*) FROM actor_search('firefly')") == 1);
  CHECK(check_database(db).empty());
  writer.remove("raid");
  CHECK(sentences("sanctions") == 0);
  CHECK(check_database(db).empty());
  db.exec("UPDATE documents SET text = replace(text, 'Zenda', 'Hof..') WHERE name = 'council'");
  CHECK(sentences("zenda") == 0);
  CHECK(sentences("hof") == 3);
  db.exec("UPDATE aliases SET name = 'Duck Soup' WHERE name = 'Firefly'");
  db.exec("UPDATE actors SET name = 'Republic of Freedonia' WHERE name = 'Freedonia'");
  CHECK(db.number("SELECT count(*) FROM actor_search('soup OR republic')") == 2);
  CHECK(check_database(db).empty());
}

TEST_CASE("a document is known by its content, replaced by its path", "[store]") {
  auto document = sample_documents()[0];
  Connection db = open_database(":memory:", OpenMode::create);
  const auto known = [&](Writer& writer, const SourceRecord& source) {
    return writer.known(source, content_hash(source));
  };
  {
    Writer writer(db, "test");
    CHECK(known(writer, document.source) == Known::no);
    add(writer, document);
    CHECK(known(writer, document.source) == Known::same);
    auto changed = document.source;
    changed.text += "More.";
    CHECK(known(writer, changed) == Known::other_file);  // written in this very run
  }
  Writer writer(db, "test");
  auto moved = document.source;
  moved.path = "elsewhere/summit.txt";
  CHECK(known(writer, moved) == Known::same);
  moved.text += "More.";
  CHECK(known(writer, moved) == Known::other_file);
  document.source.text += "More.";
  CHECK(known(writer, document.source) == Known::changed);
  add(writer, document);
  CHECK(db.number("SELECT count(*) FROM documents") == 1);
  CHECK(db.number("SELECT count(*) FROM relations") == 4);
  CHECK(db.number("SELECT sum(mentions) FROM aliases") == 7);
}

TEST_CASE("a document that cannot be stored leaves the database as it was", "[store]") {
  auto documents = sample_documents();
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  add(writer, documents[0]);
  const std::string before = content_of(db);
  documents[1].relations.back().object = "nobody";
  CHECK_THROWS_AS(add(writer, documents[1]), entente::Error);
  CHECK(content_of(db) == before);
  documents[1] = sample_documents()[1];
  documents[1].relations.back().evidence[0].sentence = {1, 2};
  CHECK_THROWS_AS(add(writer, documents[1]), entente::Error);
  CHECK(content_of(db) == before);
  add(writer, sample_documents()[1]);
  CHECK(db.number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("the stored graph loads with its connections", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  for (const auto& document : sample_documents()) add(writer, document);
  const auto graph = load_graph(db);
  CHECK(graph.actors().size() == 11);
  CHECK(graph.edges().size() == 11);
  const auto path = entente::graph::shortest_path(graph, *graph.find("company/blue-danube"),
                                                  *graph.find("org/zenda-council"));
  REQUIRE(path.has_value());
  CHECK(path->size() == 3);
  const auto parts = entente::graph::components(graph);
  CHECK(*std::max_element(parts.begin(), parts.end()) == 1);

  entente::graph::Selection certain_only;
  certain_only.min_confidence = 0.95;
  const auto certain = load_graph(db, select(db, certain_only));
  CHECK(certain.edges().empty());
  CHECK(certain.actors().empty());
}

TEST_CASE("a user's query may read and nothing else", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  const QuerySink nothing{[](auto) {}, [](auto) {}};
  for (const char* sql :
       {"DELETE FROM actors", "CREATE TABLE t (x)", "ATTACH ':memory:' AS other",
        "PRAGMA user_version = 3", "DROP TABLE evidence", "VACUUM INTO '/tmp/copy'"}) {
    CAPTURE(sql);
    CHECK_THROWS_WITH(run_query(db, sql, false, nothing),
                      "the query would change the database; allow it with --write");
  }
  CHECK_THROWS_WITH(run_query(db, "SELEC 1", false, nothing),
                    "the query failed: near \"SELEC\": syntax error");
  CHECK_NOTHROW(run_query(db, "WITH t AS (SELECT 1) SELECT * FROM t; PRAGMA table_info(actors);",
                          false, nothing));
  CHECK_NOTHROW(run_query(db, "SELECT value FROM json_each('[1, 2]')", false, nothing));
  CHECK_NOTHROW(run_query(db, "SELECT * FROM pragma_foreign_key_check", false, nothing));
  CHECK_THROWS(run_query(db, "INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5)", false, nothing));
  CHECK_NOTHROW(run_query(db, "DELETE FROM actors", true, nothing));
}

TEST_CASE("the vocabulary of the schema is the program's", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  std::size_t rows = 0;
  run_query(db, "SELECT class, quad, is_event FROM relation_types", false,
            {[](auto) {},
             [&](auto cells) {
               ++rows;
               const auto type = entente::graph::relation_class(cells[0].text);
               REQUIRE(type.has_value());
               CHECK(cells[1].text == entente::graph::name_of(entente::graph::quad_of(*type)));
             }});
  CHECK(rows == 22);
}
