#include "store/load.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/actor_row.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

constexpr std::string_view edge_columns =
    "SELECT r.id, r.subject, r.object, r.class, r.predicate, r.polarity, r.modality,"
    " r.date, r.symmetric, r.confidence, r.document";
constexpr std::string_view count_column = ", (SELECT count(*) FROM evidence WHERE relation = r.id)";
// The ids come as a JSON array.
constexpr std::string_view by_id_sql =
    " FROM json_each(?1) AS wanted CROSS JOIN relations AS r ON r.id = wanted.value WHERE ";

constexpr std::string_view relations_of_sql =
    "SELECT id FROM (SELECT r.id, r.confidence FROM actors AS a JOIN relations AS r"
    " ON r.subject = a.id WHERE a.key = ?1"
    " UNION SELECT r.id, r.confidence FROM actors AS a JOIN relations AS r"
    " ON r.object = a.id WHERE a.key = ?1) ORDER BY confidence DESC, id LIMIT ?2";

std::string json_of(std::span<const RowId> ids) {
  std::string json = "[";
  for (const auto id : ids) json += (json.size() > 1 ? "," : "") + std::to_string(id);
  return json + "]";
}

/// Rows as small numbers, in the order in which they are first asked for.
class Numbering {
 public:
  std::uint32_t of(RowId row) {
    const auto [known, fresh] = numbers_.try_emplace(row, static_cast<std::uint32_t>(rows_.size()));
    if (fresh) rows_.push_back(row);
    return known->second;
  }
  [[nodiscard]] std::optional<std::uint32_t> known(RowId row) const {
    const auto found = numbers_.find(row);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] const std::vector<RowId>& rows() const { return rows_; }

 private:
  std::unordered_map<RowId, std::uint32_t> numbers_;
  std::vector<RowId> rows_;
};

/// How many evidences relations have that are asked for in order of id: one walk through
/// the index instead of a search in it for each.
class EvidenceWalk {
 public:
  explicit EvidenceWalk(const Connection& connection)
      : rows_(connection, "SELECT relation FROM evidence ORDER BY relation") {
    next();
  }
  std::uint32_t count(RowId relation) {
    std::uint32_t count = 0;
    for (; at_ && *at_ <= relation; next()) count += *at_ == relation ? 1 : 0;
    return count;
  }

 private:
  void next() { at_ = rows_.step() ? std::optional(rows_.integer(0)) : std::nullopt; }

  Statement rows_;
  std::optional<RowId> at_;
};

/// Reads relations in the order of their rows, which is the fastest, and puts them into
/// that of document and place.
class Loader {
 public:
  Loader(const Connection& connection, const Selected& selected)
      : connection_(connection), selected_(selected) {}

  graph::KnowledgeGraph load() {
    if (selected_.list()) return load(*selected_.list());
    const bool broad = selected_.is_broad();
    Statement rows(connection_, std::string(edge_columns) + std::string(broad ? "" : count_column) +
                                    " FROM relations AS r WHERE " + selected_.condition() +
                                    " ORDER BY r.id");
    selected_.bind(rows, 1);
    std::optional<EvidenceWalk> evidence;
    if (broad) evidence.emplace(connection_);
    while (rows.step()) {
      take(rows, evidence ? evidence->count(rows.integer(0)) : count_of(rows));
    }
    Statement documents(connection_, "SELECT id FROM documents ORDER BY name");
    return finish(documents);
  }

  graph::KnowledgeGraph load(std::span<const RowId> ids) {
    const std::string wanted = json_of(ids);
    Statement rows(connection_, std::string(edge_columns) + std::string(count_column) +
                                    std::string(by_id_sql) + selected_.condition() +
                                    " ORDER BY r.id");
    selected_.bind(rows.bind(1, std::string_view(wanted)), 2);
    while (rows.step()) take(rows, count_of(rows));
    const std::string read = json_of(documents_.rows());
    Statement documents(connection_,
                        "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))"
                        " ORDER BY name");
    return finish(documents.bind(1, std::string_view(read)));
  }

 private:
  static std::uint32_t count_of(const Statement& row) {
    return static_cast<std::uint32_t>(row.integer(11));
  }

  void take(const Statement& row, std::uint32_t evidences) {
    graph::Edge edge;
    edge.relation = row.integer(0);
    edge.subject = actors_.of(row.integer(1));
    edge.object = actors_.of(row.integer(2));
    edge.type = graph::relation_class(row.text(3)).value_or(graph::RelationClass::other);
    edge.label = parts_.add_label(row.text(4));
    edge.polarity = graph::polarity(row.text(5)).value_or(graph::Polarity::affirmed);
    edge.modality = graph::modality(row.text(6)).value_or(graph::Modality::actual);
    edge.date = graph::pack(util::Date::parse(row.text(7)));
    edge.symmetric = row.integer(8) != 0;
    edge.confidence = static_cast<float>(row.real(9));
    edge.evidences = evidences;
    edges_.push_back(edge);
    document_of_.push_back(documents_.of(row.integer(10)));
  }

  graph::KnowledgeGraph finish(Statement& documents_by_name) {
    const auto nodes = add_actors();
    for (const auto index : order(documents_by_name)) {
      auto& edge = edges_[index];
      edge.subject = nodes[edge.subject];
      edge.object = nodes[edge.object];
      parts_.add_edge(edge);
    }
    edges_ = {};
    return graph::KnowledgeGraph(std::move(parts_));
  }

  /// By id; gives the node of each number.
  std::vector<graph::NodeIndex> add_actors() {
    Statement row(connection_,
                  "SELECT key, name, kind, coalesce(country, ''), coalesce(sector, ''),"
                  " coalesce(sector2, '') FROM actors WHERE id = ?");
    std::vector<std::pair<graph::Actor, std::uint32_t>> found;
    for (const RowId id : actors_.rows()) {
      const auto number = static_cast<std::uint32_t>(found.size());
      row.bind(1, id).step();
      found.emplace_back(actor_at(row, 0), number);
      row.reset();
    }
    std::sort(found.begin(), found.end(),
              [](const auto& one, const auto& other) { return one.first.id < other.first.id; });
    std::vector<graph::NodeIndex> nodes(found.size());
    for (auto& [actor, number] : found) nodes[number] = parts_.add_actor(std::move(actor));
    return nodes;
  }

  /// Of the edges: by name of document, then as they were read.
  std::vector<graph::EdgeIndex> order(Statement& documents_by_name) {
    std::vector<std::uint32_t> rank(documents_.rows().size());
    std::uint32_t next = 0;
    while (documents_by_name.step()) {
      const auto known = documents_.known(documents_by_name.integer(0));
      if (known) rank[*known] = next++;
    }
    std::vector<graph::EdgeIndex> begins(rank.size() + 1);
    for (const auto document : document_of_) ++begins[rank[document] + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<graph::EdgeIndex> order(edges_.size());
    for (graph::EdgeIndex i = 0; i < edges_.size(); ++i) {
      order[begins[rank[document_of_[i]]]++] = i;
    }
    return order;
  }

  const Connection& connection_;
  const Selected& selected_;
  Numbering actors_;
  Numbering documents_;
  std::vector<graph::Edge> edges_;  ///< of numbers, not yet of nodes
  std::vector<std::uint32_t> document_of_;
  graph::GraphParts parts_;
};

}  // namespace

graph::KnowledgeGraph load_graph(const Connection& connection, const Selected& selected) {
  return Loader(connection, selected).load();
}

graph::KnowledgeGraph load_relations(const Connection& connection,
                                     std::span<const std::int64_t> ids) {
  const Selected all;
  return Loader(connection, all).load(ids);
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
