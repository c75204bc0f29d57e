// Which actor of a graph a user means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.hpp"
#include "store/connection.hpp"

namespace entente::store {

/// The actor of which `words` is the id; if there is none, those of which it is the name or a
/// name the articles use, without regard to ASCII case: names first, then aliases, and among
/// equals those with more relations. Where there are none, actors whose names have all the
/// words, in any order and without regard to accents.
std::vector<graph::Actor> find_actors(const Connection& connection, std::string_view words);

/// The first of them. Throws Error with names that are much like it if there is none:
/// every command that takes an actor's name asks here.
graph::Actor actor_named(const Connection& connection, std::string_view words);

/// The actor's row in this database. Throws Error if it is not in it.
std::int64_t row_of(const Connection& connection, const graph::Actor& actor);

/// Their names, in the order of the rows.
std::vector<std::string> names_of(const Connection& connection,
                                  const std::vector<std::int64_t>& rows);

/// Up to `count` names of actors that are written much like `words`, nearest first.
std::vector<std::string> similar_names(const Connection& connection, std::string_view words,
                                       std::size_t count);

}  // namespace entente::store
