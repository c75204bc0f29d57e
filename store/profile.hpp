// What a graph holds of one actor, and of all together.
#pragma once

#include <cstdint>

#include "store/connection.hpp"
#include "store/query.hpp"

namespace entente::store {

/// How much there is of it: columns name, kind, country, sector, sector2, mentions,
/// relations, key. Actors are rows of the table.
void describe_actor(const Connection& connection, std::int64_t actor, const QuerySink& sink);

/// Names that articles use for it, the commonest first: columns name, mentions.
void list_names(const Connection& connection, std::int64_t actor, std::int64_t limit,
                const QuerySink& sink);

/// Offices, memberships, parts and places of which it is either side: columns subject,
/// relation, object, class, polarity, first_reported, last_reported, documents.
void list_standing(const Connection& connection, std::int64_t actor, std::int64_t limit,
                   const QuerySink& sink);

/// The size of a graph: columns what, which, number.
void list_statistics(const Connection& connection, const QuerySink& sink);

}  // namespace entente::store
