#include "store/bulk_load.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "util/error.hpp"

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

/// In large pieces that are merged once, at the end, which takes two thirds of the time and
/// leaves an index that is searched faster.
void make_search(Connection& connection) {
  const auto configure = [&](const std::string& option, int value) {
    connection.exec("INSERT INTO sentence_search (sentence_search, rank) VALUES ('" + option +
                    "', " + std::to_string(value) + ")");
  };
  configure("hashsize", 16 << 20);
  configure("automerge", 0);
  configure("crisismerge", 1000);
  connection.exec("INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')");
  connection.exec("INSERT INTO sentence_search (sentence_search) VALUES ('optimize')");
  connection.exec("INSERT INTO actor_search (actor_search) VALUES ('rebuild')");
  configure("hashsize", 1 << 20);  // FTS5's own choices
  configure("automerge", 4);
  configure("crisismerge", 16);
}

void make_triggers_and_search(Connection& connection, const std::vector<Part>& parts) {
  Transaction transaction(connection);
  make_search(connection);
  for (const auto& part : parts) {
    if (part.type == "trigger") connection.exec(part.sql);
  }
  connection.exec("DELETE FROM set_aside");
  transaction.commit();
}

/// Everything is on the disk before the mark that it is not whole goes.
void take_off_mark(Connection& connection) {
  connection.exec("PRAGMA synchronous = FULL");
  connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  connection.exec("DROP TABLE set_aside");
  connection.exec("PRAGMA synchronous = NORMAL");
}

/// Rows are written several times as fast without these. What they guard against cannot
/// happen: the writer takes all ids from rows that it has put there itself, and its words for
/// classes and kinds from enumerations. Nor are pages forced to the disk one by one: a file that
/// a power cut tears still bears its mark, and is looked through before it is used.
void drop_guards(Connection& connection) {
  connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  connection.exec("PRAGMA synchronous = OFF");
  connection.exec("PRAGMA foreign_keys = OFF");
  connection.exec("PRAGMA ignore_check_constraints = ON");
}

void raise_guards(Connection& connection) {
  connection.exec("PRAGMA ignore_check_constraints = OFF");
  connection.exec("PRAGMA foreign_keys = ON");
  connection.exec("PRAGMA synchronous = NORMAL");
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
  drop_guards(connection);
}

void BulkLoad::finish() {
  finish_bulk_load(connection_);
  raise_guards(connection_);
}

bool is_bulk_loading(const Connection& connection) {
  Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'set_aside'");
  return row.step();
}

void finish_bulk_load(Connection& connection) {
  if (!is_bulk_loading(connection)) return;
  connection.exec("PRAGMA threads = 1");  // beside this one, to sort
  const auto parts = parts_set_aside(connection);
  for (const auto& part : parts) {
    if (part.type == "index") make_index(connection, part);
  }
  if (!parts.empty()) make_triggers_and_search(connection, parts);
  take_off_mark(connection);
}

void heal_bulk_load(Connection& connection) {
  if (!is_bulk_loading(connection)) return;
  Statement state(connection, "PRAGMA quick_check(1)");
  if (!state.step() || state.text(0) != "ok") {
    throw StoreError(connection.path() +
                     ": was being filled when the machine stopped, and is torn; remove it and run"
                     " the same command again");
  }
  state.reset();
  finish_bulk_load(connection);
}

}  // namespace entente::store
