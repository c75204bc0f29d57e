// Actors and spans out of rows.
#pragma once

#include <string>

#include "graph/actor.hpp"
#include "store/connection.hpp"
#include "util/text_span.hpp"

namespace entente::store {

/// Columns key, name, kind, country, sector and sector2 from `column` on, the last three
/// with '' for NULL.
inline graph::Actor actor_at(const Statement& row, int column) {
  const auto text = [&](int offset) { return std::string(row.text(column + offset)); };
  graph::Actor actor{text(0), text(1), {}, text(3), text(4), text(5)};
  if (const auto kind = graph::actor_kind(row.text(column + 2))) actor.kind = *kind;
  return actor;
}

/// From `column` and the one after it.
inline util::TextSpan span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

}  // namespace entente::store
