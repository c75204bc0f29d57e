#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "graph/adjacency.hpp"

namespace entente::graph {
namespace {

using Arrow = std::pair<NodeIndex, NodeIndex>;

std::unique_ptr<KnowledgeGraph::Adjacency> adjacency_of(std::size_t nodes,
                                                        const std::vector<Edge>& edges) {
  struct Row {
    Arrow arrow;
    Arc arc;
  };
  std::vector<Row> rows;
  rows.reserve(edges.size() * 2);
  for (EdgeIndex i = 0; i < edges.size(); ++i) {
    rows.push_back({{edges[i].subject, edges[i].object}, {i}});
    rows.push_back({{edges[i].object, edges[i].subject}, {i}});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& one, const Row& other) {
    return std::pair(one.arrow, one.arc.edge) < std::pair(other.arrow, other.arc.edge);
  });
  std::vector<Arrow> arrows;
  std::vector<Arc> arcs;
  arrows.reserve(rows.size());
  arcs.reserve(rows.size());
  for (const auto& row : rows) {
    arrows.push_back(row.arrow);
    arcs.push_back(row.arc);
  }
  return std::make_unique<KnowledgeGraph::Adjacency>(
      ArcGraph(boost::edges_are_sorted, arrows.begin(), arrows.end(), arcs.begin(),
               static_cast<NodeIndex>(nodes)));
}

}  // namespace

PackedDate pack(const std::optional<util::Date>& date) {
  return date ? date->year * 10000 + date->month * 100 + date->day : 0;
}

std::optional<util::Date> unpack(PackedDate date) {
  if (date == 0) return std::nullopt;
  return util::Date{date / 10000, date / 100 % 100, date % 100};
}

NodeIndex GraphParts::add_actor(Actor actor) {
  actors_.push_back(std::move(actor));
  return static_cast<NodeIndex>(actors_.size() - 1);
}

std::uint32_t GraphParts::add_label(std::string_view words) {
  const auto number = static_cast<std::uint32_t>(labels_.size());
  const auto [known, fresh] = label_numbers_.try_emplace(std::string(words), number);
  if (fresh) labels_.push_back(known->first);
  return known->second;
}

KnowledgeGraph::KnowledgeGraph(GraphParts parts)
    : actors_(std::move(parts.actors_)),
      edges_(std::move(parts.edges_)),
      labels_(std::move(parts.labels_)),
      adjacency_(adjacency_of(actors_.size(), edges_)) {}

KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

std::vector<EdgeIndex> KnowledgeGraph::edges_of(NodeIndex node) const {
  assert(node < actors_.size());
  std::vector<EdgeIndex> found;
  const auto [first, last] = boost::out_edges(node, adjacency_->arcs);
  for (auto arc = first; arc != last; ++arc) {
    const EdgeIndex edge = adjacency_->arcs[*arc].edge;
    if (found.empty() || found.back() != edge) found.push_back(edge);  // a loop is there twice
  }
  return found;
}

std::optional<NodeIndex> KnowledgeGraph::find(std::string_view id) const {
  const auto found = std::find_if(actors_.begin(), actors_.end(),
                                  [id](const Actor& actor) { return actor.id == id; });
  if (found == actors_.end()) return std::nullopt;
  return static_cast<NodeIndex>(found - actors_.begin());
}

}  // namespace entente::graph
