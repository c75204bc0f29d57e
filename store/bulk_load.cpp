#include "store/bulk_load.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::store {
namespace {

// How to make what is not there, kept in the file itself. Unique indexes have no SQL of their
// own and stay: by them the writer knows what it has.
constexpr const char* set_aside_sql =
    "CREATE TABLE set_aside (id INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL,"
    " sql TEXT NOT NULL) STRICT;"
    "INSERT INTO set_aside (type, name, sql) SELECT type, name, sql FROM sqlite_schema"
    " WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name;";

struct Part {
  std::int64_t id = 0;
  std::string type;
  std::string name;
  std::string sql;
};

std::vector<Part> parts_set_aside(const Connection& connection) {
  std::vector<Part> parts;
  Statement rows(connection, "SELECT id, type, name, sql FROM set_aside ORDER BY id");
  while (rows.step()) {
    parts.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                     std::string(rows.text(3))});
  }
  return parts;
}

/// Each in a transaction of its own, lest the log grow as large as the file.
void make_index(Connection& connection, const Part& part) {
  Transaction transaction(connection);
  connection.exec(part.sql);
  connection.exec("DELETE FROM set_aside WHERE id = " + std::to_string(part.id));
  transaction.commit();
}

void make_triggers_and_search(Connection& connection, const std::vector<Part>& parts) {
  Transaction transaction(connection);
  connection.exec("INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')");
  connection.exec("INSERT INTO actor_search (actor_search) VALUES ('rebuild')");
  for (const auto& part : parts) {
    if (part.type == "trigger") connection.exec(part.sql);
  }
  connection.exec("DROP TABLE set_aside");
  transaction.commit();
}

}  // namespace

BulkLoad::BulkLoad(Connection& connection) : connection_(connection) {
  Transaction transaction(connection);
  if (connection.number("SELECT count(*) FROM documents") != 0) return;
  connection.exec(set_aside_sql);
  for (const auto& part : parts_set_aside(connection)) {
    connection.exec("DROP " + part.type + " " + part.name);
  }
  transaction.commit();
  // The writer takes all ids from rows that it has put there itself.
  connection.exec("PRAGMA foreign_keys = OFF");
}

void BulkLoad::finish() {
  finish_bulk_load(connection_);
  connection_.exec("PRAGMA foreign_keys = ON");
}

bool is_bulk_loading(const Connection& connection) {
  Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'set_aside'");
  return row.step();
}

void finish_bulk_load(Connection& connection) {
  if (!is_bulk_loading(connection)) return;
  const auto parts = parts_set_aside(connection);
  for (const auto& part : parts) {
    if (part.type == "index") make_index(connection, part);
  }
  make_triggers_and_search(connection, parts);
}

}  // namespace entente::store
