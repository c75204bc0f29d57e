// Small graphs for tests that compare an algorithm with the obvious way to do it.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::tests {

inline graph::KnowledgeGraph graph_of(std::size_t nodes, const std::vector<graph::Edge>& edges) {
  graph::GraphParts parts;
  for (std::size_t i = 0; i < nodes; ++i) {
    graph::Actor actor;
    actor.id = "n" + std::to_string(i);
    parts.add_actor(actor);
  }
  for (const auto& edge : edges) parts.add_edge(edge);
  return graph::KnowledgeGraph(std::move(parts));
}

inline graph::Edge edge_between(std::size_t one, std::size_t other, float confidence = 0.5F) {
  graph::Edge edge;
  edge.subject = static_cast<graph::NodeIndex>(one);
  edge.object = static_cast<graph::NodeIndex>(other);
  edge.confidence = confidence;
  return edge;
}

/// Parallel edges and loops come too.
inline graph::KnowledgeGraph random_graph(std::size_t nodes, std::size_t edges,
                                          std::uint32_t seed) {
  std::minstd_rand random(seed);
  std::vector<graph::Edge> all;
  for (std::size_t i = 0; i < edges; ++i) {
    const float confidence = static_cast<float>(random() % 90 + 10) / 100;
    const std::size_t one = random() % nodes;
    all.push_back(edge_between(one, random() % nodes, confidence));
  }
  return graph_of(nodes, all);
}

}  // namespace entente::tests
