#include "store/load.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "store/triples.hpp"

namespace entente::store {
namespace {

// Relations of a document are stored in the order of its text.
constexpr std::string_view relations_sql =
    "SELECT r.id, r.subject, r.object, r.class, r.predicate, r.polarity, r.modality,"
    " coalesce(r.date, ''), r.symmetric, r.confidence,"
    " (SELECT count(*) FROM evidence WHERE relation = r.id)"
    " FROM documents AS d CROSS JOIN relations AS r ON r.document = d.id WHERE ";

using NodeOfRow = std::unordered_map<std::int64_t, graph::NodeIndex>;

NodeOfRow load_actors(const Connection& connection, const Selected& selected,
                      graph::GraphParts& parts) {
  NodeOfRow nodes;
  for_each_actor(connection, selected, [&](const graph::Actor& actor, std::int64_t row) {
    nodes.emplace(row, parts.add_actor(actor));
  });
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

graph::KnowledgeGraph load_graph(const Connection& connection, const Selected& selected) {
  graph::GraphParts parts;
  const auto nodes = load_actors(connection, selected, parts);
  Statement rows(connection,
                 std::string(relations_sql) + selected.condition() + " ORDER BY d.name, r.id");
  selected.bind(rows, 1);
  while (rows.step()) {
    if (selected.lists(rows.integer(0))) parts.add_edge(edge_of(rows, nodes, parts));
  }
  return graph::KnowledgeGraph(std::move(parts));
}

}  // namespace entente::store
