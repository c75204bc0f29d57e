// Carrying a selection out: which relations of a database it means.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/selection.hpp"
#include "store/connection.hpp"

namespace entente::store {

/// A condition for SQL that names the table of relations "r", and where that does not
/// say it all, a list. A relation belongs to it if the condition holds and it is on the
/// list:
///
///   Statement rows(connection, "SELECT id FROM relations AS r WHERE " + some.condition());
///   some.bind(rows, 1);
///   while (rows.step()) if (some.lists(rows.integer(0))) ...
class Selected {
 public:
  [[nodiscard]] const std::string& condition() const { return condition_; }
  /// Binds the condition's values from parameter `first` on; gives the next free one.
  int bind(Statement& statement, int first) const;
  /// True also where there is no list.
  [[nodiscard]] bool lists(std::int64_t relation) const;
  /// Everything, or all facts.
  [[nodiscard]] bool is_broad() const { return values_.empty() && !list_; }
  /// In ascending order; none if the condition says it all.
  [[nodiscard]] const std::optional<std::vector<std::int64_t>>& list() const { return list_; }

 private:
  friend class Selector;
  std::string condition_ = "r.subject <> r.object";
  std::vector<std::variant<std::string, double>> values_;
  std::optional<std::vector<std::int64_t>> list_;
};

/// Throws Error if an actor or a country is unknown (with names much like it), a
/// document is not there, or the SQL condition is none.
Selected select(const Connection& connection, const graph::Selection& selection);

}  // namespace entente::store
