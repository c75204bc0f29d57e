// The Boost.Graph side of KnowledgeGraph. Only .cpp files of this folder include it.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <utility>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// What an arc remembers: the edge it belongs to.
struct Arc {
  EdgeIndex edge = 0;
};

using ArcGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                                    boost::no_property, NodeIndex, std::uint64_t>;

/// Two arcs an edge, one each way: who is connected with whom does not depend on
/// who acted. Arcs of a node are in order of target, then edge.
class KnowledgeGraph::Adjacency {
 public:
  explicit Adjacency(ArcGraph given) : arcs(std::move(given)) {}
  ArcGraph arcs;
};

}  // namespace entente::graph
