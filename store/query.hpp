// SQL that a user typed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.hpp"

namespace entente::store {

enum class CellType { null, integer, real, text, blob };

/// One value of a row. The view lives as long as the call that hands it out; the
/// bytes of a blob may be anything, those of the others are text.
struct Cell {
  CellType type = CellType::null;
  std::string_view text;  ///< empty for null
};

struct QuerySink {
  std::function<void(std::span<const std::string_view>)> columns;  ///< once a statement with rows
  std::function<void(std::span<const Cell>)> row;
};

/// Runs all statements of `sql`. Unless `may_write`, what would change the database
/// or reach another file is refused. Throws StoreError with SQLite's words.
void run_query(Connection& connection, std::string_view sql, bool may_write, const QuerySink& sink);

/// What a query of somebody else may cost.
struct QueryLimits {
  std::size_t rows = 1'000;
  std::size_t bytes = 4 * 1024 * 1024;  ///< of all values together
  std::chrono::milliseconds time{5'000};
};

/// Why the rows of a query end before its end.
enum class QueryCut { none, rows, bytes };

/// The same for people who may look and no more: nothing is changed, not even a log or a setting,
/// no other file is reached, and the limits hold. Throws StoreError if it is refused, wrong, or
/// takes too long. The connection is for this query alone: it stays read-only.
QueryCut run_limited_query(Connection& connection, std::string_view sql, const QueryLimits& limits,
                           const QuerySink& sink);

/// For the whole program: what SQLite may hold at a time. A query that needs more fails.
void limit_memory(std::int64_t bytes);

/// The same for one statement of our own whose values are bound.
void give_rows(Statement& statement, const QuerySink& sink);

}  // namespace entente::store
