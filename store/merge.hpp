// Uniting databases that were built apart.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace entente::store {

struct MergeCounts {
  std::int64_t documents = 0;  ///< taken over
  std::int64_t doubles = 0;    ///< there already, by the hash of their content
};

/// Adds to `into` all that the database at `path` holds; finish_merge() must follow the
/// last one. The content that comes out does not depend on the order or the grouping of
/// merges: documents are known by their hash, actors by their key, of two descriptions of
/// an actor the smaller wins, and of two documents of one name the one of the smaller
/// hash keeps it, while the others get "~" and eight digits of theirs. What people put
/// right by hand is united too.
MergeCounts merge_from(Connection& into, const std::string& path);

/// Names the documents and applies what people put right.
void finish_merge(Connection& merged);

}  // namespace entente::store
