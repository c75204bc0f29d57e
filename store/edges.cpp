#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "store/triple_reader.hpp"
#include "store/triples.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;
using Ranks = std::unordered_map<RowId, std::size_t>;  ///< of rows in order of their names

/// One relation of the actor in hand, as far as merging goes.
struct Strand {
  std::size_t other = 0;  ///< rank of the other actor
  graph::RelationClass type{};
  graph::Polarity polarity{};
  graph::Modality modality{};
  bool symmetric = false;
  double confidence = 0.0;
  std::size_t document = 0;  ///< rank
  RowId id = 0;
  std::int64_t evidences = 0;
  std::string date;
  std::string predicate;
};

auto edge_of(const Strand& strand) {
  return std::tuple(strand.other, strand.type, strand.polarity, strand.modality, strand.symmetric);
}
/// The one that speaks for its edge comes first.
auto standing_of(const Strand& strand) {
  return std::tuple(-strand.confidence, strand.document, strand.id);
}

constexpr std::string_view strand_sql =
    "SELECT r.id, r.subject, r.object, r.class, r.polarity, r.modality, r.symmetric, r.confidence,"
    " r.document, coalesce(r.date, ''), r.predicate,"
    " (SELECT count(*) FROM evidence WHERE relation = r.id) FROM relations AS r WHERE ";

class EdgeMerger {
 public:
  EdgeMerger(const Connection& connection, const Selected& selected)
      : selected_(selected),
        outgoing_(connection,
                  std::string(strand_sql) + "r.subject = ? AND " + selected.condition()),
        incoming_(connection, std::string(strand_sql) + "r.object = ? AND r.symmetric = 1 AND " +
                                  selected.condition()),
        triple_(connection, std::string(triple_rows_sql) + "r.id = ? ORDER BY e.id LIMIT 1"),
        document_(connection, "SELECT " + std::string(document_columns) +
                                  " FROM documents AS d WHERE id ="
                                  " (SELECT document FROM relations WHERE id = ?)"),
        actors_(connection) {
    selected.bind(outgoing_, 2);
    selected.bind(incoming_, 2);
    for_each_actor(connection, selected, [this](const graph::Actor&, RowId row) {
      actor_ranks_.emplace(row, by_rank_.size());
      by_rank_.push_back(row);
    });
    Statement names(connection, "SELECT id FROM documents ORDER BY name");
    while (names.step()) document_ranks_.emplace(names.integer(0), document_ranks_.size());
  }

  void each(const UseTriple& use) {
    for (std::size_t rank = 0; rank < by_rank_.size(); ++rank) {
      gather(rank);
      std::sort(strands_.begin(), strands_.end(), [](const Strand& one, const Strand& other) {
        return std::tuple(edge_of(one), standing_of(one)) <
               std::tuple(edge_of(other), standing_of(other));
      });
      for (auto begin = strands_.begin(); begin != strands_.end();) {
        const auto end = std::find_if(begin, strands_.end(), [&](const Strand& strand) {
          return edge_of(strand) != edge_of(*begin);
        });
        merge({begin, end}, by_rank_[rank], use);
        begin = end;
      }
    }
  }

 private:
  /// A symmetric relation belongs to the first of the two by id.
  void gather(std::size_t rank) {
    strands_.clear();
    outgoing_.bind(1, by_rank_[rank]);
    while (outgoing_.step()) {
      const auto other = actor_ranks_.find(outgoing_.integer(2));
      if (other == actor_ranks_.end()) continue;
      if (outgoing_.integer(6) == 0 || other->second >= rank) take(outgoing_, other->second);
    }
    outgoing_.reset();
    incoming_.bind(1, by_rank_[rank]);
    while (incoming_.step()) {
      const auto other = actor_ranks_.find(incoming_.integer(1));
      if (other != actor_ranks_.end() && other->second > rank) take(incoming_, other->second);
    }
    incoming_.reset();
  }

  void take(const Statement& row, std::size_t other) {
    if (!selected_.lists(row.integer(0))) return;
    Strand strand;
    strand.other = other;
    strand.type = graph::relation_class(row.text(3)).value_or(graph::RelationClass::other);
    strand.polarity = graph::polarity(row.text(4)).value_or(graph::Polarity::affirmed);
    strand.modality = graph::modality(row.text(5)).value_or(graph::Modality::actual);
    strand.symmetric = row.integer(6) != 0;
    strand.confidence = row.real(7);
    strand.document = document_ranks_.at(row.integer(8));
    strand.id = row.integer(0);
    strand.evidences = row.integer(11);
    strand.date = row.text(9);
    strand.predicate = row.text(10);
    strands_.push_back(std::move(strand));
  }

  void merge(std::span<const Strand> strands, RowId subject, const UseTriple& use) {
    load(strands.front().id);
    auto view = view_of(row_, facts_, parties_of(row_, actors_));
    if (row_.subject != subject) std::swap(view.subject, view.object);
    std::vector<std::size_t> documents;
    std::map<std::string_view, int> predicates;
    view.weight = static_cast<std::int64_t>(strands.size());
    view.evidences = 0;
    for (const auto& strand : strands) {
      view.evidences += strand.evidences;
      documents.push_back(strand.document);
      --predicates[strand.predicate];
      if (strand.date.empty()) continue;
      if (view.date.empty() || strand.date < view.date) view.date = strand.date;
      if (strand.date > view.last_date) view.last_date = strand.date;
    }
    std::sort(documents.begin(), documents.end());
    view.documents = std::unique(documents.begin(), documents.end()) - documents.begin();
    view.lemma = std::min_element(predicates.begin(), predicates.end(), [](auto& one, auto& other) {
                   return one.second < other.second;
                 })->first;
    use(view);
  }

  void load(RowId relation) {
    triple_.bind(1, relation);
    if (triple_.step()) read_triple(triple_, row_);
    triple_.reset();
    document_.bind(1, relation);
    if (document_.step()) read_document(document_, facts_);
    document_.reset();
  }

  const Selected& selected_;
  Statement outgoing_;
  Statement incoming_;
  Statement triple_;
  Statement document_;
  ActorCache actors_;
  Ranks actor_ranks_;
  Ranks document_ranks_;
  std::vector<RowId> by_rank_;
  std::vector<Strand> strands_;
  TripleRow row_;
  DocumentFacts facts_;
};

}  // namespace

void for_each_edge(const Connection& connection, const Selected& selected, const UseTriple& use) {
  EdgeMerger(connection, selected).each(use);
}

}  // namespace entente::store
