#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/query.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/error.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Answer {
  std::size_t rows = 0;
  std::string first;
  store::QueryCut cut = store::QueryCut::none;
};

Answer ask(const std::string& database, const std::string& sql,
           const store::QueryLimits& limits = {}) {
  auto connection = store::open_database(database, store::OpenMode::read_only);
  Answer answer;
  answer.cut = store::run_limited_query(connection, sql, limits,
                                        {[](auto) {},
                                         [&](auto cells) {
                                           if (answer.rows++ == 0) answer.first = cells[0].text;
                                         }});
  return answer;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string sample(const std::string& name) {
  const auto folder = fs::path(ENTENTE_BINARY_DIR) / "serve-test" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto file = folder / "sample.db";
  tests::write_sample_database(file.string());
  return file.string();
}

const std::string endless =
    "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t";

}  // namespace

TEST_CASE("questions are answered", "[serve]") {
  const auto database = sample("questions");
  CHECK(ask(database, "SELECT count(*) FROM triples").first == "11");
  CHECK(ask(database, "SELECT value FROM json_each('[7]')").first == "7");
  CHECK(ask(database, "SELECT count(*) FROM sentence_search('treaty')").first == "1");
  CHECK(ask(database, "PRAGMA table_info(actors)").rows >= 7);
  CHECK(ask(database, "SELECT max(n) FROM (" + endless + " LIMIT 1000)").first == "1000");
  CHECK(ask(database, "WITH a AS (SELECT 1) SELECT * FROM a; -- and a remark").rows == 1);
}

TEST_CASE("nothing that a query does lasts or reaches another file", "[serve]") {
  const auto database = sample("refusals");
  const auto folder = fs::path(database).parent_path();
  const auto other = (folder / "other.db").string();
  const auto before = bytes_of(database);
  for (const std::string sql : {"DELETE FROM actors",
                                "INSERT INTO aliases VALUES (1, 'x', 1)",
                                "UPDATE actors SET name = 'x'",
                                "DROP TABLE evidence",
                                "CREATE TABLE t (x)",
                                "CREATE TEMP TABLE t (x)",
                                "CREATE VIEW v AS SELECT 1",
                                "ALTER TABLE actors ADD COLUMN x",
                                "CREATE VIRTUAL TABLE v USING fts5(x)",
                                "REINDEX",
                                "ANALYZE",
                                "VACUUM",
                                "BEGIN IMMEDIATE",
                                "BEGIN; COMMIT",
                                "SAVEPOINT s",
                                "PRAGMA query_only = OFF",
                                "PRAGMA writable_schema = ON",
                                "PRAGMA user_version = 9",
                                "PRAGMA journal_mode = DELETE",
                                "PRAGMA wal_checkpoint",
                                "PRAGMA optimize",
                                "PRAGMA temp_store_directory = '/tmp'",
                                "SELECT load_extension('x')",
                                "SELECT readfile('/etc/passwd')",
                                "SELECT writefile('x', 'y')",
                                "SELECT fts3_tokenizer('x')",
                                "SELECT * FROM pragma_wal_checkpoint",
                                "INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')",
                                "EXPLAIN DELETE FROM nothing"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(ask(database, sql), StoreError);
  }
  for (const std::string& sql :
       std::vector<std::string>{"ATTACH '" + other + "' AS other", "VACUUM INTO '" + other + "'",
                                "ATTACH 'file:" + other + "?mode=rwc' AS other", "DETACH main"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(ask(database, sql), StoreError);
  }
  CHECK_FALSE(fs::exists(other));
  CHECK(bytes_of(database) == before);
  // A harmless statement does not open the door for the next.
  CHECK_THROWS_AS(ask(database, "SELECT 1; DELETE FROM actors"), StoreError);
  CHECK(ask(database, "SELECT count(*) FROM actors").first == "11");
}

TEST_CASE("no query goes on for ever", "[serve]") {
  const auto database = sample("limits");
  store::QueryLimits limits;
  limits.time = std::chrono::milliseconds(50);
  CHECK_THROWS_WITH(ask(database, "SELECT count(*) FROM (" + endless + ")", limits),
                    Catch::Matchers::Contains("took longer than"));
  limits = {};
  limits.rows = 5;
  const auto cut = ask(database, endless, limits);
  CHECK(cut.rows == 5);
  CHECK(cut.cut == store::QueryCut::rows);
  limits = {};
  limits.bytes = 1000;
  CHECK(ask(database, "SELECT printf('%0600d', n) FROM (" + endless + ")", limits).cut ==
        store::QueryCut::bytes);
  CHECK_THROWS_WITH(ask(database, "SELECT zeroblob(1000000000)"),
                    Catch::Matchers::Contains("memory"));
  CHECK_THROWS_AS(ask(database, "SELECT 'x' LIKE printf('%0900d', 1)"), StoreError);
  using namespace std::string_literals;
  for (const std::string& sql : {"\0"s, "\0SELECT 1"s, "SELECT 1; \0"s, "SELECT '\0'"s}) {
    CHECK_THROWS_WITH(ask(database, sql), Catch::Matchers::Contains("NUL"));
  }
}
