// Reprints of one story, and documents that failed.
#include "store/stories.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/failures.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/sketch.hpp"

using namespace entente::store;

namespace {

/// Sentences of words that no other seed has.
std::string prose(unsigned seed, std::size_t words) {
  std::minstd_rand random(seed + 1);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    for (int letter = 0; letter < 6; ++letter) text += static_cast<char>('a' + random() % 26);
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

std::map<std::string, std::string> texts() {
  const std::string agency = prose(1, 300);
  return {{"agency", agency},
          {"early", "Correspondent. " + agency},
          {"paper", agency + prose(2, 40)},
          {"short", agency.substr(0, agency.size() * 4 / 5)},
          {"other", prose(3, 300)},
          {"brief", "Nothing happened today."},
          {"brief2", "Nothing happened today."}};
}

DocumentRecord record_of(const std::string& name, const std::string& text) {
  DocumentRecord record;
  record.source.name = name;
  record.source.path = name + ".txt";
  record.source.text = text;
  return record;
}

/// The stories of all documents, added in this order, linked after every `step`.
std::map<std::string, std::string> stories_of(const std::vector<std::string>& order,
                                              std::size_t step) {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  std::size_t added = 0;
  for (const auto& name : order) {
    const auto record = record_of(name, texts().at(name));
    writer.add(record, content_hash(record.source));
    if (++added % step == 0) link_stories(db, [] { return true; });
  }
  CHECK(link_stories(db, [] { return true; }) == 3);
  std::map<std::string, std::string> stories;
  Statement rows(db, "SELECT document, story FROM stories");
  while (rows.step()) stories[std::string(rows.text(0))] = rows.text(1);
  return stories;
}

}  // namespace

TEST_CASE("reprints with small changes tell one story, in whatever order they come", "[store]") {
  std::vector<std::string> names;
  for (const auto& [name, text] : texts()) names.push_back(name);
  const std::map<std::string, std::string> expected{
      {"agency", "agency"}, {"early", "agency"}, {"paper", "agency"}, {"short", "agency"},
      {"other", "other"},   {"brief", "brief"},  {"brief2", "brief2"}};
  std::minstd_rand random(5);
  for (std::size_t step = 1; step < 8; ++step) {
    std::shuffle(names.begin(), names.end(), random);
    CHECK(stories_of(names, step) == expected);
  }
}

TEST_CASE("when the first of a story goes, the others find together again", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  for (const auto& [name, text] : texts()) {
    const auto record = record_of(name, text);
    writer.add(record, content_hash(record.source));
  }
  CHECK(link_stories(db, [] { return true; }) == 3);
  CHECK(writer.remove("agency"));
  CHECK(link_stories(db, [] { return true; }) == 2);
  CHECK(db.number("SELECT count(*) FROM stories WHERE story = 'early'") == 3);
}

TEST_CASE("of many copies of one page one alone is compared", "[store]") {
  const std::string page = prose(6, 100);
  std::vector<std::string> names;
  for (char letter = 'b'; letter < 'w'; ++letter) names.push_back(std::string("page-") + letter);
  std::minstd_rand random(7);
  for (std::size_t step : {1u, 4u, 100u}) {
    std::shuffle(names.begin(), names.end(), random);
    Connection db = open_database(":memory:", OpenMode::create);
    Writer writer(db, "test");
    const auto add = [&](const std::string& name, const std::string& text) {
      const auto record = record_of(name, text);
      writer.add(record, content_hash(record.source));
    };
    add("page-x", page + prose(8, 10));
    std::size_t added = 0;
    for (const auto& name : names) {
      add(name, page);
      if (++added % step == 0) link_stories(db, [] { return true; });
    }
    add("page-a", page + prose(9, 10));
    CHECK(link_stories(db, [] { return true; }) == names.size() + 1);
    CHECK(db.number("SELECT count(*) FROM stories WHERE story = 'page-a'") == 23);
    CHECK(db.number("SELECT count(DISTINCT document) FROM sketch_bands") == 3);
    CHECK(db.number("SELECT count(*) FROM sketches AS k JOIN documents AS d ON d.id = k.reprint_of"
                    " WHERE d.name = 'page-b'") == 20);
    CHECK(writer.remove("page-b"));
    CHECK(link_stories(db, [] { return true; }) == names.size());
    CHECK(db.number("SELECT count(*) FROM stories WHERE story = 'page-a'") == 22);
  }
}

TEST_CASE("of many pages of one template few are compared, and all tell one story", "[store]") {
  const std::string page = prose(6, 100);
  std::vector<std::string> names;
  for (unsigned i = 0; i < 200; ++i) names.push_back("page-" + std::to_string(1000 + i));
  const auto check = [&](std::size_t step) {
    Connection db = open_database(":memory:", OpenMode::create);
    Writer writer(db, "test");
    std::size_t added = 0;
    for (const auto& name : names) {
      // Each has two words of its own.
      const auto record =
          record_of(name, page + prose(static_cast<unsigned>(std::stoul(name.substr(5))), 2));
      writer.add(record, content_hash(record.source));
      if (++added % step == 0) link_stories(db, [] { return true; });
    }
    CHECK(link_stories(db, [] { return true; }) == names.size() - 1);
    CHECK(db.number("SELECT count(*) FROM stories WHERE story = 'page-1000'") == 200);
    CHECK(db.number("SELECT max(n) FROM (SELECT count(*) AS n FROM sketch_bands"
                    " GROUP BY band, value)") == 64);
  };
  check(1000);
  check(7);
  std::reverse(names.begin(), names.end());
  check(1000);
  std::minstd_rand random(8);
  std::shuffle(names.begin(), names.end(), random);
  check(50);
}

TEST_CASE("what two papers print of one agency is one event with two sources", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "test");
  auto document = entente::tests::sample_documents()[0];
  // Long enough to be compared.
  document.source.text += prose(9, 200);
  for (const char* name : {"morning-post", "evening-post"}) {
    document.source.name = name;
    document.source.path = std::string(name) + ".txt";
    writer.add(document, content_hash(document.source));
  }
  link_stories(db, [] { return true; });
  CHECK(db.number("SELECT sum(weight) FROM edges") ==
        2 * db.number("SELECT sum(weight) FROM story_edges"));
  CHECK(db.number("SELECT min(sources) FROM story_edges") == 2);
}

TEST_CASE("resemblance is told within the error of a sketch", "[util]") {
  using entente::util::resemblance;
  using entente::util::sketch_of;
  const std::string text = prose(4, 400);
  const auto whole = sketch_of(text);
  REQUIRE(whole.has_value());
  CHECK(resemblance(*whole, *sketch_of(text)) == 1.0);
  CHECK(resemblance(*whole, *sketch_of(text.substr(0, text.size() / 2))) ==
        Approx(0.5).margin(0.2));
  CHECK(resemblance(*whole, *sketch_of(prose(5, 400))) < 0.1);
  CHECK_FALSE(sketch_of("Too short.").has_value());
  CHECK_FALSE(sketch_of("").has_value());
}

TEST_CASE("a failure is remembered for this version of the program", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  const auto record = record_of("bad", "They met.");
  const auto hash = content_hash(record.source);
  FailureLog log(db, "1.0");
  CHECK_FALSE(log.holds(hash));
  log.add(record.source, hash, "it went wrong");
  CHECK(log.holds(hash));
  CHECK_FALSE(FailureLog(db, "1.1").holds(hash));
  log.remove(hash);
  CHECK_FALSE(log.holds(hash));
}
