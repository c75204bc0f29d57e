// SQL of people who may look and no more: nothing it does lasts, reaches another file, or goes on
// for ever.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "store/query.hpp"
#include "store/query_statements.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int steps_between_looks = 2'000;      // of SQLite's machine
constexpr int longest_value = 4 * 1024 * 1024;  // bytes
constexpr int longest_like_pattern = 200;       // bytes
constexpr int most_columns = 200;

/// Pragmas that tell of the database and change nothing, with or without an argument.
constexpr std::array<std::string_view, 13> telling_pragmas{
    "table_info",  "table_xinfo",      "table_list",   "index_list", "index_info",
    "index_xinfo", "foreign_key_list", "user_version", "encoding",   "application_id",
    "page_count",  "page_size",        "data_version"};

/// Functions that read or run files, should a build of SQLite have them.
constexpr std::array<std::string_view, 6> barred_functions{
    "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zipfile"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, const char* name) {
  return name != nullptr && std::find(names.begin(), names.end(), name) != names.end();
}

bool is_schema(const char* table) {
  return table != nullptr &&
         (std::string_view(table) == "sqlite_master" || std::string_view(table) == "sqlite_schema");
}

/// Names what is allowed; all else is not. A table function such as json_each asks as if it made a
/// table when it is first used: PRAGMA query_only stops those that mean it.
int looking_rule(void*, int action, const char* first, const char* second, const char*,
                 const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return is_one_of(barred_functions, second) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: {
      const bool sets =
          second != nullptr &&
          (std::string_view(first) == "user_version" || std::string_view(first) == "encoding" ||
           std::string_view(first) == "application_id" || std::string_view(first) == "page_size");
      return is_one_of(telling_pragmas, first) && !sets ? SQLITE_OK : SQLITE_DENY;
    }
    case SQLITE_CREATE_TABLE:
      return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return is_schema(first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

int is_too_late(void* deadline) {
  return Clock::now() > *static_cast<const Clock::time_point*>(deadline) ? 1 : 0;
}

/// Thrown through our own sink to end a query early.
struct Enough {
  QueryCut why;
};

/// Holds a connection to the limits while it lives.
class Watch {
 public:
  Watch(Connection& connection, const QueryLimits& limits)
      : handle_(connection.handle()), deadline_(Clock::now() + limits.time) {
    connection.exec("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY");
    sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_limit(handle_, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, longest_like_pattern);
    sqlite3_limit(handle_, SQLITE_LIMIT_COLUMN, most_columns);
    sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_set_authorizer(handle_, &looking_rule, nullptr);
    sqlite3_progress_handler(handle_, steps_between_looks, &is_too_late, &deadline_);
  }
  ~Watch() {
    sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
    sqlite3_set_authorizer(handle_, nullptr, nullptr);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  [[nodiscard]] bool is_over() const { return Clock::now() > deadline_; }

 private:
  sqlite3* handle_;
  Clock::time_point deadline_;
};

[[noreturn]] void explain(Connection& connection, const Watch& watch, const QueryLimits& limits,
                          const StoreError& error) {
  const int code = sqlite3_errcode(connection.handle()) & 0xFF;
  if (code == SQLITE_INTERRUPT && watch.is_over()) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limits.time).count();
    throw StoreError("the query took longer than " + std::to_string(seconds) +
                     " seconds; ask for less, or run it with entente query");
  }
  if (code == SQLITE_AUTH || code == SQLITE_READONLY) {
    throw StoreError("only questions are answered here: " +
                     std::string(sqlite3_errmsg(connection.handle())));
  }
  if (code == SQLITE_NOMEM || code == SQLITE_TOOBIG) {
    throw StoreError("the query needs too much memory; ask for less");
  }
  throw error;
}

}  // namespace

QueryCut run_limited_query(Connection& connection, std::string_view sql, const QueryLimits& limits,
                           const QuerySink& sink) {
  const Watch watch(connection, limits);
  std::size_t rows = 0;
  std::size_t bytes = 0;
  const QuerySink counting{sink.columns, [&](std::span<const Cell> cells) {
                             if (rows++ == limits.rows) throw Enough{QueryCut::rows};
                             for (const auto& cell : cells) bytes += cell.text.size();
                             if (bytes > limits.bytes) throw Enough{QueryCut::bytes};
                             sink.row(cells);
                           }};
  try {
    run_statements(connection, sql, counting);
  } catch (const Enough& enough) {
    return enough.why;
  } catch (const StoreError& error) {
    explain(connection, watch, limits, error);
  }
  return QueryCut::none;
}

void limit_memory(std::int64_t bytes) { sqlite3_hard_heap_limit64(bytes); }

}  // namespace entente::store
