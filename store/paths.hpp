// What connects two actors, read from the database as far as the search goes: a graph of
// millions need not be loaded for one question.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/paths.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// A chain of actors, by their rows in the database, from the one to the other.
struct Chain {
  std::vector<std::int64_t> actors;
  double cost = 0;  ///< graph::Path::cost
};

/// graph::best_paths over the selected relations. Equally long and founded chains are in
/// order of Actor::id, so that the same content gives the same answer in every file.
std::vector<Chain> find_chains(const Connection& connection, const Selected& selected,
                               std::int64_t from, std::int64_t to,
                               const graph::PathOptions& options);

}  // namespace entente::store
