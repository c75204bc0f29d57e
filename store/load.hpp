// The stored graph into memory.
#pragma once

#include "graph/knowledge_graph.hpp"
#include "store/connection.hpp"

namespace entente::store {

/// Relations below `confidence` stay out, and so do actors without a relation.
struct LoadFilter {
  double min_confidence = 0.0;
};

/// Actors by id, relations by document and place: the same whatever order the
/// documents were stored in.
graph::KnowledgeGraph load_graph(const Connection& connection, const LoadFilter& filter = {});

}  // namespace entente::store
