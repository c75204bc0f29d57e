#include "store/triples.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "store/actor_row.hpp"
#include "store/triple_reader.hpp"

namespace entente::store {
namespace {

/// The relations of one document, in order of its text.
class DocumentTriples {
 public:
  DocumentTriples(const Connection& connection, const Selected& selected)
      : selected_(selected),
        rows_(connection, std::string(triple_rows_sql) + "r.document = ? AND " +
                              selected.condition() + " ORDER BY r.id, e.id"),
        actors_(connection) {
    selected_.bind(rows_, 2);
  }

  void each(const DocumentFacts& document, const UseTriple& use) {
    read(document.row);
    order_.clear();
    for (std::size_t i = 0; i < count_; ++i) order_.push_back(&triples_[i]);
    std::sort(order_.begin(), order_.end(), [](const TripleRow* one, const TripleRow* other) {
      return place_of(*one) < place_of(*other);
    });
    for (const auto* triple : order_) use(view_of(*triple, document, actors_));
  }

 private:
  static std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::int64_t>
  place_of(const TripleRow& triple) {
    return {triple.sentence.begin, triple.predicate_begin, triple.subject_span.begin,
            triple.object_span.begin, triple.id};
  }

  /// The rows of one relation, an evidence each, come together.
  void read(std::int64_t document) {
    count_ = 0;
    rows_.bind(1, document);
    while (rows_.step()) {
      const auto id = rows_.integer(0);
      if (count_ != 0 && triples_[count_ - 1].id == id) {
        ++triples_[count_ - 1].evidences;
      } else if (selected_.lists(id)) {
        if (count_ == triples_.size()) triples_.emplace_back();
        read_triple(rows_, triples_[count_++]);
      }
    }
    rows_.reset();
  }

  const Selected& selected_;
  Statement rows_;
  ActorCache actors_;
  std::vector<TripleRow> triples_;  ///< the first `count_` are of this document
  std::size_t count_ = 0;
  std::vector<const TripleRow*> order_;
};

/// Documents that hold a listed relation.
std::unordered_set<std::int64_t> documents_of(const Connection& connection,
                                              const std::vector<std::int64_t>& list) {
  std::unordered_set<std::int64_t> documents;
  Statement row(connection, "SELECT document FROM relations WHERE id = ?");
  for (const auto id : list) {
    row.bind(1, id);
    if (row.step()) documents.insert(row.integer(0));
    row.reset();
  }
  return documents;
}

std::unordered_set<std::int64_t> ends_of(const Connection& connection, const Selected& selected) {
  std::unordered_set<std::int64_t> ends;
  Statement rows(connection, "SELECT r.subject, r.object, r.id FROM relations AS r WHERE " +
                                 selected.condition());
  selected.bind(rows, 1);
  while (rows.step()) {
    if (selected.lists(rows.integer(2))) ends.insert({rows.integer(0), rows.integer(1)});
  }
  return ends;
}

}  // namespace

void for_each_triple(const Connection& connection, const Selected& selected, const UseTriple& use) {
  std::unordered_set<std::int64_t> wanted;
  if (selected.list()) wanted = documents_of(connection, *selected.list());
  Statement names(connection, "SELECT id FROM documents ORDER BY name");
  Statement documents(
      connection, "SELECT " + std::string(document_columns) + " FROM documents AS d WHERE id = ?");
  DocumentTriples triples(connection, selected);
  DocumentFacts facts;
  while (names.step()) {
    if (selected.list() && wanted.count(names.integer(0)) == 0) continue;
    documents.bind(1, names.integer(0));
    if (documents.step()) read_document(documents, facts);
    documents.reset();
    triples.each(facts, use);
  }
}

void for_each_actor(const Connection& connection, const Selected& selected,
                    const std::function<void(const graph::Actor&, std::int64_t row)>& use) {
  const auto wanted = ends_of(connection, selected);
  Statement rows(connection,
                 "SELECT id, key, name, kind, coalesce(country, ''), coalesce(sector, ''),"
                 " coalesce(sector2, '') FROM actors ORDER BY key");
  while (rows.step()) {
    if (wanted.count(rows.integer(0)) != 0) use(actor_at(rows, 1), rows.integer(0));
  }
}

}  // namespace entente::store
