#include "store/load.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "store/actor_row.hpp"
#include "store/triples.hpp"

namespace entente::store {
namespace {

constexpr std::string_view edge_columns =
    "r.id, r.subject, r.object, r.class, r.predicate, r.polarity, r.modality,"
    " coalesce(r.date, ''), r.symmetric, r.confidence,"
    " (SELECT count(*) FROM evidence WHERE relation = r.id)";

// Relations of a document are stored in the order of its text.
constexpr std::string_view relations_sql =
    " FROM documents AS d CROSS JOIN relations AS r ON r.document = d.id WHERE ";

// The ids come as a JSON array.
constexpr std::string_view relations_by_id_sql =
    " FROM json_each(?1) AS wanted CROSS JOIN relations AS r ON r.id = wanted.value"
    " JOIN documents AS d ON d.id = r.document ORDER BY d.name, r.id";
constexpr std::string_view actors_by_relation_sql =
    "SELECT id, key, name, kind, coalesce(country, ''), coalesce(sector, ''), coalesce(sector2, '')"
    " FROM actors WHERE id IN"
    " (SELECT r.subject FROM json_each(?1) AS wanted JOIN relations AS r ON r.id = wanted.value"
    "  UNION SELECT r.object FROM json_each(?1) AS wanted JOIN relations AS r"
    "  ON r.id = wanted.value) ORDER BY key";

constexpr std::string_view relations_of_sql =
    "SELECT id FROM (SELECT r.id, r.confidence FROM actors AS a JOIN relations AS r"
    " ON r.subject = a.id WHERE a.key = ?1"
    " UNION SELECT r.id, r.confidence FROM actors AS a JOIN relations AS r"
    " ON r.object = a.id WHERE a.key = ?1) ORDER BY confidence DESC, id LIMIT ?2";

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

std::string json_of(std::span<const std::int64_t> ids) {
  std::string json = "[";
  for (const auto id : ids) json += (json.size() > 1 ? "," : "") + std::to_string(id);
  return json + "]";
}

}  // namespace

graph::KnowledgeGraph load_graph(const Connection& connection, const Selected& selected) {
  graph::GraphParts parts;
  const auto nodes = load_actors(connection, selected, parts);
  Statement rows(connection, "SELECT " + std::string(edge_columns) + std::string(relations_sql) +
                                 selected.condition() + " ORDER BY d.name, r.id");
  selected.bind(rows, 1);
  while (rows.step()) {
    if (selected.lists(rows.integer(0))) parts.add_edge(edge_of(rows, nodes, parts));
  }
  return graph::KnowledgeGraph(std::move(parts));
}

graph::KnowledgeGraph load_relations(const Connection& connection,
                                     std::span<const std::int64_t> ids) {
  const std::string wanted = json_of(ids);
  graph::GraphParts parts;
  NodeOfRow nodes;
  Statement actors(connection, actors_by_relation_sql);
  actors.bind(1, std::string_view(wanted));
  while (actors.step()) nodes.emplace(actors.integer(0), parts.add_actor(actor_at(actors, 1)));
  Statement rows(connection,
                 "SELECT " + std::string(edge_columns) + std::string(relations_by_id_sql));
  rows.bind(1, std::string_view(wanted));
  while (rows.step()) parts.add_edge(edge_of(rows, nodes, parts));
  return graph::KnowledgeGraph(std::move(parts));
}

std::vector<std::int64_t> relations_of(const Connection& connection, std::string_view actor,
                                       std::size_t limit) {
  Statement rows(connection, relations_of_sql);
  rows.bind(1, actor).bind(2, static_cast<std::int64_t>(limit));
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

}  // namespace entente::store
