#include "store/bulk_load.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/check.hpp"
#include "store/database.hpp"
#include "store/query.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/content.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/temporary.hpp"
#include "util/error.hpp"

namespace fs = std::filesystem;
using namespace entente::store;

namespace {

std::vector<HashedDocument> sample() {
  std::vector<HashedDocument> documents;
  for (auto& document : entente::tests::sample_documents()) {
    const auto hash = content_hash(document.source);
    documents.push_back({std::move(document), hash});
  }
  return documents;
}

Connection one_by_one() {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "sample");
  for (const auto& each : sample()) writer.add(each.document, each.hash);
  return db;
}

/// Tables, indexes and triggers by name, and a word of the search.
std::string shape_of(Connection& db) {
  std::string all;
  Statement rows(db, "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2");
  while (rows.step()) {
    for (int column = 0; column < 3; ++column) (all += rows.text(column)) += '|';
  }
  return all + std::to_string(db.number("SELECT count(*) FROM sentence_search('ruritania')")) +
         std::to_string(db.number("SELECT count(*) FROM actor_search('ruritania')"));
}

}  // namespace

TEST_CASE("a bulk load leaves what single documents leave", "[store]") {
  Connection single = one_by_one();
  const fs::path path = entente::tests::temporary_path("loaded.db");
  for (const std::string& place : {std::string(":memory:"), path.string()}) {
    Connection db = open_database(place, OpenMode::create);
    BulkLoad bulk(db);
    CHECK(is_bulk_loading(db));
    Writer writer(db, "sample");
    const auto documents = sample();
    for (const auto& each : documents) writer.add(each.document, each.hash);
    bulk.finish();
    CHECK_FALSE(is_bulk_loading(db));
    CHECK(entente::tests::content_of(db) == entente::tests::content_of(single));
    CHECK(shape_of(db) == shape_of(single));
    CHECK(check_database(db).empty());
    CHECK(writer.remove(documents.front().document.source.name));
    CHECK(check_database(db).empty());
    CHECK_FALSE(fs::exists(path.string() + "-search"));
  }
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}

TEST_CASE("the index of sentences made beside the rows says what one made from them says",
          "[store]") {
  const fs::path path = entente::tests::temporary_path("beside.db");
  std::vector<std::string> lists;
  for (const bool beside : {true, false}) {
    fs::remove(path);
    Connection db = open_database(path.string(), OpenMode::create);
    BulkLoad bulk(db);
    WriterOptions options;
    options.keep_text = false;  // sentences without words are rows too
    Writer(db, "sample").add(sample());
    auto bare = sample().front();
    bare.document.source.name = "bare";
    Writer(db, "sample", options).add(bare.document, content_hash(bare.document.source));
    beside ? bulk.finish() : finish_bulk_load(db);
    std::string list;
    // Row 10 begins with how often FTS5's options were changed.
    for (const char* sql : {"SELECT id, hex(substr(block, iif(id = 10, 5, 1)))"
                            " FROM sentence_search_data",
                            "SELECT hex(term), segid * 1000 + pgno FROM sentence_search_idx",
                            "SELECT id, hex(sz) FROM sentence_search_docsize"}) {
      Statement rows(db, sql);
      while (rows.step()) (list += rows.text(0)) += rows.text(1);
    }
    lists.push_back(list);
  }
  CHECK(lists.front() == lists.back());
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}

TEST_CASE("a bulk load that is given up leaves nothing beside the file", "[store]") {
  const fs::path path = entente::tests::temporary_path("left.db");
  std::ofstream(path.string() + "-search") << "of a program that was stopped";
  {
    Connection db = open_database(path.string(), OpenMode::create);
    const BulkLoad bulk(db);
    Writer(db, "sample").add(sample());
  }
  CHECK_FALSE(fs::exists(path.string() + "-search"));
  std::ofstream(path.string() + "-search") << "of another";
  Connection db = open_database(path.string(), OpenMode::read_only);
  CHECK_FALSE(fs::exists(path.string() + "-search"));
  CHECK(check_database(db).empty());
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}

TEST_CASE("a file left in the midst of a bulk load heals when it is opened", "[store]") {
  Connection single = one_by_one();
  const fs::path path = entente::tests::temporary_path("bulk.db");
  for (const auto mode : {OpenMode::read_only, OpenMode::write}) {
    fs::remove(path);
    {
      Connection db = open_database(path.string(), OpenMode::create);
      const BulkLoad bulk(db);
      Writer(db, "sample").add(sample());
    }
    Connection db = open_database(path.string(), mode);
    CHECK_FALSE(is_bulk_loading(db));
    CHECK(shape_of(db) == shape_of(single));
    CHECK(check_database(db).empty());
  }
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}

TEST_CASE("a file that a power cut has torn in the midst of a bulk load is told of", "[store]") {
  const fs::path path = entente::tests::temporary_path("torn.db");
  std::int64_t page = 0;
  {
    Connection db = open_database(path.string(), OpenMode::create);
    const BulkLoad bulk(db);
    Writer(db, "sample").add(sample());
    page = db.number("SELECT rootpage FROM sqlite_schema WHERE name = 'evidence'");
  }
  const auto size = Connection(path.string()).number("PRAGMA page_size");
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp((page - 1) * size);
    file << std::string(static_cast<std::size_t>(size), '\7');
  }
  for (const auto mode : {OpenMode::read_only, OpenMode::write}) {
    try {
      open_database(path.string(), mode);
      FAIL("it was opened");
    } catch (const entente::Error& error) {
      CHECK(std::string(error.what()).find("is torn; remove it") != std::string::npos);
    }
  }
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}

TEST_CASE("a bulk load takes nothing out, and wants an empty database", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  const BulkLoad bulk(db);
  Writer writer(db, "sample");
  writer.add(sample());
  CHECK_THROWS(writer.remove(sample().front().document.source.name));
  finish_bulk_load(db);
  const BulkLoad late(db);
  CHECK_FALSE(is_bulk_loading(db));
}

TEST_CASE("documents at once are stored all or none", "[store]") {
  Connection db = open_database(":memory:", OpenMode::create);
  Writer writer(db, "sample");
  auto documents = sample();
  documents.back().document.relations.front().subject = "nobody";
  CHECK_THROWS(writer.add(documents));
  CHECK(db.number("SELECT count(*) FROM documents") == 0);
  documents = sample();
  writer.add(documents);
  CHECK(entente::tests::content_of(db) == [] {
    Connection single = one_by_one();
    return entente::tests::content_of(single);
  }());
}
