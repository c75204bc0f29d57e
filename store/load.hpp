// The stored graph into memory.
#pragma once

#include "graph/knowledge_graph.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// The selected relations and their actors. Actors by id, relations by document and
/// place: the same whatever order the documents were stored in.
graph::KnowledgeGraph load_graph(const Connection& connection, const Selected& selected = {});

}  // namespace entente::store
