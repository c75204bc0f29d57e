#include "store/load.hpp"

#include <unordered_map>
#include <utility>

#include "util/error.hpp"

namespace entente::store {
namespace {

constexpr std::string_view actors_sql =
    "SELECT id, key, name, kind, coalesce(country, ''), coalesce(sector, ''),"
    " coalesce(sector2, '') FROM actors AS a"
    " WHERE EXISTS (SELECT 1 FROM relations WHERE subject = a.id AND confidence >= ?1)"
    " OR EXISTS (SELECT 1 FROM relations WHERE object = a.id AND confidence >= ?1)"
    " ORDER BY key";

// Relations of a document are stored in the order of its text.
constexpr std::string_view relations_sql =
    "SELECT r.id, r.subject, r.object, r.class, r.predicate, r.polarity, r.modality,"
    " coalesce(r.date, ''), r.symmetric, r.confidence,"
    " (SELECT count(*) FROM evidence WHERE relation = r.id)"
    " FROM documents AS d CROSS JOIN relations AS r ON r.document = d.id"
    " WHERE r.confidence >= ? ORDER BY d.name, r.id";

using NodeOfRow = std::unordered_map<std::int64_t, graph::NodeIndex>;

NodeOfRow load_actors(const Connection& connection, const LoadFilter& filter,
                      graph::GraphParts& parts) {
  NodeOfRow nodes;
  Statement rows(connection, actors_sql);
  rows.bind(1, filter.min_confidence);
  while (rows.step()) {
    const auto text = [&rows](int column) { return std::string(rows.text(column)); };
    graph::Actor actor{text(1), text(2), {}, text(4), text(5), text(6)};
    if (const auto kind = graph::actor_kind(rows.text(3))) actor.kind = *kind;
    nodes.emplace(rows.integer(0), parts.add_actor(std::move(actor)));
  }
  return nodes;
}

graph::Edge edge_of(const Statement& row, const NodeOfRow& nodes, graph::GraphParts& parts) {
  graph::Edge edge;
  edge.relation = row.integer(0);
  edge.subject = nodes.at(row.integer(1));
  edge.object = nodes.at(row.integer(2));
  edge.type = graph::relation_class(row.text(3)).value_or(graph::RelationClass::other);
  edge.label = parts.add_label(row.text(4));
  edge.polarity = graph::polarity(row.text(5)).value_or(graph::Polarity::affirmed);
  edge.modality = graph::modality(row.text(6)).value_or(graph::Modality::actual);
  edge.date = graph::pack(util::Date::parse(row.text(7)));
  edge.symmetric = row.integer(8) != 0;
  edge.confidence = static_cast<float>(row.real(9));
  edge.evidences = static_cast<std::uint32_t>(row.integer(10));
  return edge;
}

}  // namespace

graph::KnowledgeGraph load_graph(const Connection& connection, const LoadFilter& filter) {
  graph::GraphParts parts;
  const auto nodes = load_actors(connection, filter, parts);
  Statement rows(connection, relations_sql);
  rows.bind(1, filter.min_confidence);
  while (rows.step()) parts.add_edge(edge_of(rows, nodes, parts));
  return graph::KnowledgeGraph(std::move(parts));
}

}  // namespace entente::store
