// The stored graph into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// The selected relations and their actors. Actors by id, relations by document and
/// place: the same whatever order the documents were stored in.
graph::KnowledgeGraph load_graph(const Connection& connection, const Selected& selected = {});

/// These and their actors, found by their ids: for a few out of millions. In the same order.
graph::KnowledgeGraph load_relations(const Connection& connection,
                                     std::span<const std::int64_t> ids);

/// Ids of the `limit` most certain relations that the actor takes part in.
std::vector<std::int64_t> relations_of(const Connection& connection, std::string_view actor,
                                       std::size_t limit);

}  // namespace entente::store
