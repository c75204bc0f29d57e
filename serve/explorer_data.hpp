// An explorer's data from a database: `render --format html` and `serve` show the same.
#pragma once

#include <cstddef>
#include <string>

#include "graph/knowledge_graph.hpp"
#include "render/explorer.hpp"
#include "store/connection.hpp"

namespace entente::serve {

/// A page of more relations than this opens slowly: then only the strongest links are in it.
inline constexpr std::size_t explorer_relations = 20'000;
inline constexpr std::size_t explorer_links = 6'000;

/// The graph with the sentences of each of its relations. `graph` must live as long.
render::Explorer explorer_of(const store::Connection& connection,
                             const graph::KnowledgeGraph& graph, const std::string& title,
                             std::size_t left_out = 0);

}  // namespace entente::serve
