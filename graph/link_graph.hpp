// Who is connected with whom: all edges of a pair of actors as one link.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// Which edges count; an empty function takes all. The graph itself stays as it is.
using EdgeFilter = std::function<bool(const Edge&)>;

using LinkIndex = std::uint32_t;

/// One pair of different actors, without direction. `first` < `second`.
struct Link {
  NodeIndex first = 0;
  NodeIndex second = 0;
  EdgeIndex best = 0;  ///< its edge of highest confidence, then most evidence, then lowest number
  std::uint32_t edges = 0;
  double weight = 0;  ///< sum of the edges' confidence
};

/// The other end of a link, seen from one node.
struct Neighbour {
  NodeIndex node = 0;
  LinkIndex link = 0;
};

/// A simple graph for rankings and paths. Nodes are numbered as in the KnowledgeGraph.
/// Never changes; threads may share it.
class LinkGraph {
 public:
  explicit LinkGraph(const KnowledgeGraph& graph, const EdgeFilter& usable = {});
  /// Of links given in order of both ends, each pair once; for what is not all loaded.
  LinkGraph(std::size_t nodes, std::vector<Link> links);

  [[nodiscard]] std::size_t nodes() const { return begins_.size() - 1; }
  [[nodiscard]] std::span<const Link> links() const { return links_; }
  /// In order of node number.
  [[nodiscard]] std::span<const Neighbour> neighbours(NodeIndex node) const {
    return {neighbours_.data() + begins_[node], begins_[node + 1] - begins_[node]};
  }

 private:
  void connect();

  std::vector<Link> links_;
  std::vector<std::size_t> begins_;  ///< into neighbours_, one a node and the end
  std::vector<Neighbour> neighbours_;
};

}  // namespace entente::graph
