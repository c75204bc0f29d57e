#include "store/bulk_load.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "store/search_options.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

// How to make what is not there, kept in the file itself. Unique indexes have no SQL of their
// own and stay: by them the writer knows what it has. Nor is anything gained by setting aside what
// holds only rows that people have put right by hand.
constexpr const char* set_aside_sql =
    "CREATE TABLE set_aside (id INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL,"
    " sql TEXT NOT NULL) STRICT;"
    "INSERT INTO set_aside (type, name, sql) SELECT type, name, sql FROM sqlite_schema"
    " WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    " AND sql NOT GLOB '*WHERE read_* IS NOT NULL' ORDER BY type, name;";

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

/// SQLite sorts in pieces as large as its cache. It does so twice as fast if they fit the
/// processor's own, and with a thread beside this one.
void make_indexes(Connection& connection, const std::vector<Part>& parts) {
  const auto cache = connection.number("PRAGMA cache_size");
  connection.exec("PRAGMA cache_size = -4096");
  connection.exec("PRAGMA threads = 1");
  for (const auto& part : parts) {
    if (part.type == "index") make_index(connection, part);
  }
  connection.exec("PRAGMA cache_size = " + std::to_string(cache));
}

void make_sentence_search(Connection& connection) {
  expect_much(connection);
  connection.exec("INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')");
  merge_pieces(connection);
  expect_little(connection);
}

void make_triggers_and_search(Connection& connection, const std::vector<Part>& parts,
                              std::optional<SentenceIndex>& sentences) {
  const bool searchable = sentences && sentences->put_in_place();
  Transaction transaction(connection);
  if (!searchable) make_sentence_search(connection);
  connection.exec("INSERT INTO actor_search (actor_search) VALUES ('rebuild')");
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

void make_what_is_missing(Connection& connection, std::optional<SentenceIndex>& sentences) {
  if (sentences) sentences->no_more();
  const auto parts = parts_set_aside(connection);
  make_indexes(connection, parts);
  if (!parts.empty()) make_triggers_and_search(connection, parts, sentences);
  take_off_mark(connection);
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
  if (connection.path() != ":memory:") sentences_.emplace(connection.path());
}

void BulkLoad::finish() {
  if (is_bulk_loading(connection_)) make_what_is_missing(connection_, sentences_);
  sentences_.reset();
  raise_guards(connection_);
}

bool is_bulk_loading(const Connection& connection) {
  Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'set_aside'");
  return row.step();
}

void finish_bulk_load(Connection& connection) {
  std::optional<SentenceIndex> none;
  if (is_bulk_loading(connection)) make_what_is_missing(connection, none);
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
  clear_sentence_index(connection.path());
  finish_bulk_load(connection);
}

}  // namespace entente::store
