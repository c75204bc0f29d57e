#include "store/query.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <vector>

#include "store/query_statements.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

/// Pragmas that only tell.
bool is_harmless(std::string_view pragma, const char* argument) {
  constexpr std::string_view telling[] = {
      "table_info",  "table_xinfo",      "table_list",        "index_list",      "index_info",
      "index_xinfo", "foreign_key_list", "foreign_key_check", "integrity_check", "quick_check"};
  return argument == nullptr ||
         std::find(std::begin(telling), std::end(telling), pragma) != std::end(telling);
}

bool is_schema(std::string_view table) {
  return table == "sqlite_master" || table == "sqlite_schema";
}

/// Says no where SQLite would otherwise go on to another file or setting; plain
/// writes are stopped by PRAGMA query_only. It must not be stricter: the first use
/// of a table function such as json_each asks as if it made a table.
int read_only_rule(void*, int action, const char* first, const char* second, const char*,
                   const char*) {
  switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
      return SQLITE_DENY;
    case SQLITE_DELETE:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
      return is_schema(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return is_harmless(first, second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_OK;
  }
}

int no_attach_rule(void*, int action, const char*, const char*, const char*, const char*) {
  return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void fail(sqlite3* handle) {
  const int code = sqlite3_errcode(handle) & 0xFF;
  if (code == SQLITE_AUTH || code == SQLITE_READONLY) {
    throw StoreError("the query would change the database; allow it with --write");
  }
  throw StoreError(std::string("the query failed: ") + sqlite3_errmsg(handle));
}

Cell cell_at(sqlite3_stmt* statement, int column) {
  constexpr CellType types[] = {CellType::integer, CellType::real, CellType::text, CellType::blob,
                                CellType::null};
  const auto type = types[sqlite3_column_type(statement, column) - SQLITE_INTEGER];
  if (type == CellType::null) return {};
  const void* bytes = type == CellType::blob
                          ? sqlite3_column_blob(statement, column)
                          : static_cast<const void*>(sqlite3_column_text(statement, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return {type, {static_cast<const char*>(bytes), bytes != nullptr ? size : 0}};
}

void give_all_rows(sqlite3* handle, sqlite3_stmt* statement, const QuerySink& sink) {
  const int count = sqlite3_column_count(statement);
  std::vector<std::string_view> names;
  for (int i = 0; i < count; ++i) names.emplace_back(sqlite3_column_name(statement, i));
  if (count > 0) sink.columns(names);
  std::vector<Cell> cells(static_cast<std::size_t>(count));
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int i = 0; i < count; ++i) cells[static_cast<std::size_t>(i)] = cell_at(statement, i);
    sink.row(cells);
  }
  if (code != SQLITE_DONE) fail(handle);
}

/// Holds the connection to reading, or to its own file, while a query runs.
class Guard {
 public:
  Guard(Connection& connection, bool may_write) : connection_(connection) {
    before_ = connection.number("PRAGMA query_only");
    if (!may_write) connection.exec("PRAGMA query_only = ON");
    sqlite3_set_authorizer(connection.handle(), may_write ? &no_attach_rule : &read_only_rule,
                           nullptr);
  }
  ~Guard() {
    sqlite3_set_authorizer(connection_.handle(), nullptr, nullptr);
    const char* sql = before_ != 0 ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF";
    sqlite3_exec(connection_.handle(), sql, nullptr, nullptr, nullptr);
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  Connection& connection_;
  std::int64_t before_ = 0;
};

}  // namespace

void run_statements(Connection& connection, std::string_view sql, const QuerySink& sink) {
  // SQLite ends there, and would not get past it.
  if (sql.find('\0') != std::string_view::npos) {
    throw StoreError("the query failed: it holds a NUL, which SQL has no use for");
  }
  sqlite3* handle = connection.handle();
  while (!sql.empty()) {
    sqlite3_stmt* prepared = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &prepared, &rest);
    const StatementPtr statement(prepared);
    if (code != SQLITE_OK) fail(handle);
    sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
    if (statement) give_all_rows(handle, statement.get(), sink);
  }
}

void run_query(Connection& connection, std::string_view sql, bool may_write,
               const QuerySink& sink) {
  const Guard guard(connection, may_write);
  run_statements(connection, sql, sink);
}

void give_rows(Statement& statement, const QuerySink& sink) {
  give_all_rows(sqlite3_db_handle(statement.handle()), statement.handle(), sink);
}

}  // namespace entente::store
