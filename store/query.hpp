// SQL that a user typed.
#pragma once

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

/// The same for one statement of our own whose values are bound.
void give_rows(Statement& statement, const QuerySink& sink);

}  // namespace entente::store
