// The graph in memory: actors as nodes, relations as edges, for paths, rankings
// and pictures. What an edge rests on stays in the database.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"
#include "util/date.hpp"

namespace entente::graph {

using NodeIndex = std::uint32_t;  ///< into KnowledgeGraph::actors()
using EdgeIndex = std::uint32_t;  ///< into KnowledgeGraph::edges()

/// A date in four bytes: YYYYMMDD with zeros for what is unknown, so that numbers
/// sort like dates. 0: no date.
using PackedDate = std::int32_t;
PackedDate pack(const std::optional<util::Date>& date);
std::optional<util::Date> unpack(PackedDate date);

/// One relation. Small, for there may be millions.
struct Edge {
  std::int64_t relation = 0;  ///< its id in the database
  NodeIndex subject = 0;
  NodeIndex object = 0;
  std::uint32_t label = 0;  ///< KnowledgeGraph::label: "hold talks with"
  std::uint32_t evidences = 1;
  PackedDate date = 0;
  float confidence = 0;
  RelationClass type = RelationClass::other;
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
  bool symmetric = false;
};

/// Collects actors and edges; then a KnowledgeGraph takes them over.
class GraphParts {
 public:
  NodeIndex add_actor(Actor actor);
  /// The same words give the same number.
  std::uint32_t add_label(std::string_view words);
  /// Its nodes and label must have been added.
  void add_edge(const Edge& edge) { edges_.push_back(edge); }

 private:
  friend class KnowledgeGraph;
  std::vector<Actor> actors_;
  std::vector<Edge> edges_;
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> label_numbers_;
};

/// Never changes after construction, so threads may share it.
class KnowledgeGraph {
 public:
  explicit KnowledgeGraph(GraphParts parts);
  ~KnowledgeGraph();
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

  [[nodiscard]] std::span<const Actor> actors() const { return actors_; }
  [[nodiscard]] std::span<const Edge> edges() const { return edges_; }
  [[nodiscard]] std::string_view label(std::uint32_t number) const { return labels_[number]; }

  /// Edges of which the node is subject or object, in order of the other node.
  [[nodiscard]] std::vector<EdgeIndex> edges_of(NodeIndex node) const;
  /// By Actor::id. Linear.
  [[nodiscard]] std::optional<NodeIndex> find(std::string_view id) const;

  /// For the algorithms in this folder: graph/adjacency.hpp.
  class Adjacency;
  [[nodiscard]] const Adjacency& adjacency() const { return *adjacency_; }

 private:
  std::vector<Actor> actors_;
  std::vector<Edge> edges_;
  std::vector<std::string> labels_;
  std::unique_ptr<Adjacency> adjacency_;
};

}  // namespace entente::graph
