// What PostgreSQL is given; that it takes it, tests/readers/run sees.
#include "store/postgres.hpp"

#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "store/database.hpp"
#include "tests/catch.hpp"

using namespace entente::store;

namespace {

using Columns = std::map<std::string, std::set<std::string>>;

std::string text_of(const std::string& file) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/schemas/postgres/" + file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The word after `start` in a line that begins so; empty if the line begins otherwise.
std::string word_after(const std::string& line, const std::string& start) {
  if (line.compare(0, start.size(), start) != 0) return {};
  std::size_t end = start.size();
  while (end < line.size() &&
         (std::isalnum(static_cast<unsigned char>(line[end])) != 0 || line[end] == '_')) {
    ++end;
  }
  return line.substr(start.size(), end - start.size());
}

std::set<std::string> words_of(const std::string& text, const std::string& start) {
  std::set<std::string> words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (const auto word = word_after(line, start); !word.empty()) words.insert(word);
  }
  return words;
}

Columns columns_there() {
  Columns columns;
  std::istringstream lines(text_of("tables.sql"));
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    if (const auto name = word_after(line, "CREATE TABLE "); !name.empty()) table = name;
    for (const char* start : {"  ", "  \""}) {
      if (const auto name = word_after(line, start); !name.empty()) columns[table].insert(name);
    }
  }
  return columns;
}

Columns columns_here(Connection& db) {
  Columns columns;
  Statement rows(db,
                 "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
                 " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'");
  while (rows.step()) columns[std::string(rows.text(0))].emplace(rows.text(1));
  return columns;
}

std::set<std::string> names_here(Connection& db, const std::string& type) {
  std::set<std::string> names;
  Statement rows(db, "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL AND type = '" + type +
                         "' AND name NOT LIKE '%_search%'");
  while (rows.step()) names.emplace(rows.text(0));
  return names;
}

std::string script_of(Connection& db) {
  std::ostringstream out;
  write_postgres(db, out);
  return out.str();
}

}  // namespace

TEST_CASE("PostgreSQL has the tables, columns, indexes and views of the migrations", "[store]") {
  auto db = open_database(":memory:", OpenMode::create);
  const std::string views = text_of("views.sql");
  CHECK(columns_there() == columns_here(db));
  CHECK(words_of(views, "CREATE VIEW ") == names_here(db, "view"));
  auto indexes = words_of(views, "CREATE INDEX ");
  CHECK(indexes.erase("aliases_by_actor") == 1);  // in place of a key
  CHECK(indexes == names_here(db, "index"));
}

TEST_CASE("a value for PostgreSQL keeps to its cell and its number of bytes", "[store]") {
  auto db = open_database(":memory:", OpenMode::create);
  const auto line_of = [&db](const std::string& value) {
    db.exec("DELETE FROM reasons; INSERT INTO reasons VALUES (7, " + value + ")");
    const std::string script = script_of(db);
    const auto begin = script.find("\n7\t") + 3;
    return script.substr(begin, script.find("\n\\.\n", begin) - begin);
  };
  CHECK(line_of("'plain'") == "plain");
  CHECK(line_of("''").empty());
  CHECK(line_of("'a' || char(9) || 'b' || char(10) || '\\.' || char(13)") == "a\\tb\\n\\\\.\\r");
  CHECK(line_of("'\\N'") == "\\\\N");
  CHECK(line_of("'a' || char(0) || 'b'") == "a b");
  CHECK(line_of("CAST(x'61FFE28262EDA080' AS TEXT)") == "a???b???");
  CHECK(line_of("char(233, 128330)") == "\u00e9\U0001F54A");
}

TEST_CASE("the script for PostgreSQL is the same each time and one transaction", "[store]") {
  auto db = open_database(":memory:", OpenMode::create);
  const std::string script = script_of(db);
  CHECK(script == script_of(db));
  CHECK(script.find("\nBEGIN;\n") < script.find("CREATE TABLE"));
  CHECK(script.find("\nCOMMIT;\n") > script.rfind("CREATE VIEW"));
}
