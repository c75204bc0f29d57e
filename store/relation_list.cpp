#include "store/relation_list.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "graph/knowledge_graph.hpp"
#include "util/date.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

constexpr std::string_view row_sql =
    "SELECT r.date, s.name AS subject, r.predicate AS relation, o.name AS object, r.class, t.quad,"
    " r.polarity, r.modality, a.name AS attribution, r.confidence, d.name AS document,"
    " d.date AS published,"
    " (SELECT sentence FROM evidence_text WHERE relation = r.id ORDER BY id LIMIT 1) AS sentence,"
    " s.key AS subject_key, o.key AS object_key, r.id"
    " FROM relations AS r"
    " JOIN relation_types AS t ON t.class = r.class"
    " JOIN actors AS s ON s.id = r.subject"
    " JOIN actors AS o ON o.id = r.object"
    " JOIN documents AS d ON d.id = r.document"
    " LEFT JOIN actors AS a ON a.id = r.attribution"
    " WHERE r.id = ?";

// The indexes of the table hold all three columns.
constexpr std::string_view refs_sql =
    "SELECT r.date, r.confidence, r.id FROM relations AS r WHERE ";

struct Ref {
  graph::PackedDate date = 0;
  double confidence = 0;
  RowId id = 0;
  std::string document;
};

class Lister {
 public:
  Lister(const Connection& connection, const Selected& selected, const RelationQuery& query)
      : connection_(connection), selected_(selected), query_(query) {}

  void run(const QuerySink& sink) {
    collect();
    cut();
    sort();
    bool first = true;
    Statement row(connection_, row_sql);
    QuerySink rows{[&](auto names) {
                     if (std::exchange(first, false)) sink.columns(names);
                   },
                   sink.row};
    // Asked for a row that is not there, the statement still names its columns.
    if (refs_.empty()) refs_.push_back({});
    for (const auto& ref : refs_) {
      row.bind(1, ref.id);
      give_rows(row, rows);
      row.reset();
    }
  }

 private:
  void collect() {
    if (query_.between) {
      const auto [one, other] = *query_.between;
      collect_where("r.subject = ? AND r.object = ?", {one, other});
      if (one != other) collect_where("r.subject = ? AND r.object = ?", {other, one});
    } else if (!query_.actors.empty()) {
      for (const RowId actor : query_.actors) {
        collect_where("r.subject = ?", {actor});
        collect_where("r.object = ?", {actor});
      }
      drop_doubles();
    } else {
      collect_where("1", {});
    }
  }

  void collect_where(const std::string& place, const std::vector<RowId>& actors) {
    std::string sql =
        std::string(refs_sql) + place + " AND r.subject <> r.object AND " + selected_.condition();
    if (query_.dated_events) {
      sql +=
          " AND r.date IS NOT NULL"
          " AND r.class IN (SELECT class FROM relation_types WHERE quad <> 'none')";
    }
    Statement rows(connection_, sql);
    int next = 1;
    for (const RowId actor : actors) rows.bind(next++, actor);
    selected_.bind(rows, next);
    while (rows.step()) {
      if (!selected_.lists(rows.integer(2))) continue;
      refs_.push_back(
          {graph::pack(util::Date::parse(rows.text(0))), rows.real(1), rows.integer(2), {}});
    }
  }

  void drop_doubles() {
    const auto id = [](const Ref& ref) { return ref.id; };
    std::sort(refs_.begin(), refs_.end(),
              [&](const Ref& one, const Ref& other) { return id(one) < id(other); });
    refs_.erase(std::unique(refs_.begin(), refs_.end(),
                            [&](const Ref& one, const Ref& other) { return id(one) == id(other); }),
                refs_.end());
  }

  [[nodiscard]] std::tuple<double, double> rank(const Ref& ref) const {
    const double date = ref.date;
    return query_.order == RelationOrder::date ? std::tuple(date, 0.0)
                                               : std::tuple(-ref.confidence, -date);
  }

  /// Leaves the wanted ones and those that are level with the last of them.
  void cut() {
    if (query_.limit < 0 || refs_.size() <= static_cast<std::size_t>(query_.limit)) return;
    if (query_.limit == 0) return refs_.clear();
    const bool last = query_.order == RelationOrder::date;
    const auto before = [&](const Ref& one, const Ref& other) {
      return last ? rank(one) > rank(other) : rank(one) < rank(other);
    };
    const auto edge = refs_.begin() + query_.limit - 1;
    std::nth_element(refs_.begin(), edge, refs_.end(), before);
    const Ref at_edge = *edge;
    std::erase_if(refs_, [&](const Ref& ref) { return before(at_edge, ref); });
  }

  void sort() {
    Statement name(connection_,
                   "SELECT name FROM documents WHERE id ="
                   " (SELECT document FROM relations WHERE id = ?)");
    for (auto& ref : refs_) {
      name.bind(1, ref.id);
      if (name.step()) ref.document = name.text(0);
      name.reset();
    }
    std::sort(refs_.begin(), refs_.end(), [this](const Ref& one, const Ref& other) {
      return std::tuple(rank(one), std::string_view(one.document), one.id) <
             std::tuple(rank(other), std::string_view(other.document), other.id);
    });
    if (query_.limit < 0 || refs_.size() <= static_cast<std::size_t>(query_.limit)) return;
    if (query_.order == RelationOrder::date) {
      refs_.erase(refs_.begin(), refs_.end() - query_.limit);
    } else {
      refs_.resize(static_cast<std::size_t>(query_.limit));
    }
  }

  const Connection& connection_;
  const Selected& selected_;
  const RelationQuery& query_;
  std::vector<Ref> refs_;
};

}  // namespace

void list_relations(const Connection& connection, const Selected& selected,
                    const RelationQuery& query, const QuerySink& sink) {
  Lister(connection, selected, query).run(sink);
}

}  // namespace entente::store
