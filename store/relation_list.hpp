// Relations in words, with a sentence each: what every command that lists them asks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/selection.hpp"

namespace entente::store {

enum class RelationOrder {
  date,       ///< undated ones first
  certainty,  ///< the most certain first
};

/// What is wanted beside a selection. Actors are rows of the table.
struct RelationQuery {
  std::vector<std::int64_t> actors;                    ///< one of them takes part; empty: all
  std::optional<std::array<std::int64_t, 2>> between;  ///< one is the subject, one the object
  bool dated_events = false;                           ///< no standing relations, no unknown date
  RelationOrder order = RelationOrder::date;
  std::int64_t limit = -1;  ///< the last so many by date, the first by certainty; -1: all
};

/// Columns of list_relations.
enum class RelationColumn : std::size_t {
  date,
  subject,
  relation,
  object,
  type,
  quad,
  polarity,
  modality,
  attribution,
  confidence,
  document,
  published,
  sentence,
  subject_key,
  object_key,
  id,
};

/// Gives them in order; equals by document name, then as the document tells them.
void list_relations(const Connection& connection, const Selected& selected,
                    const RelationQuery& query, const QuerySink& sink);

}  // namespace entente::store
