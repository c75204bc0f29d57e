#include "store/triples.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/actor_row.hpp"
#include "store/read_ahead.hpp"
#include "store/triple_reader.hpp"

namespace entente::store {
namespace {

/// One document's relations, in order of its text.
struct DocumentTriples {
  DocumentFacts facts;
  std::vector<TripleRow> triples;  ///< the first `count`; the rest only keep their memory
  std::size_t count = 0;
  std::vector<std::pair<const TripleRow*, Parties>> order;
};

/// Some documents, the first `count`.
struct DocumentPiece {
  std::vector<DocumentTriples> documents;
  std::size_t count = 0;
};
constexpr std::size_t most_documents = 32;
constexpr std::size_t most_bytes = 1 << 20;

std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::int64_t> place_of(
    const TripleRow& triple) {
  return {triple.sentence.begin, triple.predicate_begin, triple.subject_span.begin,
          triple.object_span.begin, triple.id};
}

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

/// Reads documents by name.
class TripleReader {
 public:
  TripleReader(const Connection& connection, const Selected& selected)
      : selected_(selected),
        names_(connection, "SELECT id FROM documents ORDER BY name"),
        documents_(connection,
                   "SELECT " + std::string(document_columns) + " FROM documents AS d WHERE id = ?"),
        rows_(connection, std::string(triple_rows_sql) + "r.document = ? AND " +
                              selected.condition() + " ORDER BY r.id, e.id"),
        actors_(connection) {
    selected_.bind(rows_, 2);
    if (selected.list()) wanted_ = documents_of(connection, *selected.list());
  }

  /// False if there are no more.
  bool read(DocumentPiece& piece) {
    piece.count = 0;
    std::size_t bytes = 0;
    while (piece.count < most_documents && bytes < most_bytes && more_) {
      more_ = names_.step();  // after its end it would begin anew
      if (!more_) break;
      if (selected_.list() && wanted_.count(names_.integer(0)) == 0) continue;
      if (piece.count == piece.documents.size()) piece.documents.emplace_back();
      auto& document = piece.documents[piece.count++];
      read(names_.integer(0), document);
      bytes += document.facts.text.size();
    }
    return piece.count != 0;
  }

 private:
  void read(std::int64_t id, DocumentTriples& document) {
    documents_.bind(1, id);
    if (documents_.step()) read_document(documents_, document.facts);
    documents_.reset();
    read_rows(id, document);
    document.order.clear();
    for (std::size_t i = 0; i < document.count; ++i) {
      const auto& triple = document.triples[i];
      document.order.emplace_back(&triple, parties_of(triple, actors_));
    }
    std::sort(document.order.begin(), document.order.end(), [](const auto& one, const auto& other) {
      return place_of(*one.first) < place_of(*other.first);
    });
  }

  /// The rows of one relation, an evidence each, come together.
  void read_rows(std::int64_t id, DocumentTriples& document) {
    auto& [facts, triples, count, order] = document;
    count = 0;
    rows_.bind(1, id);
    while (rows_.step()) {
      const auto relation = rows_.integer(0);
      if (count != 0 && triples[count - 1].id == relation) {
        ++triples[count - 1].evidences;
      } else if (selected_.lists(relation)) {
        if (count == triples.size()) triples.emplace_back();
        read_triple(rows_, triples[count++]);
      }
    }
    rows_.reset();
  }

  const Selected& selected_;
  std::unordered_set<std::int64_t> wanted_;  ///< documents, where relations are listed
  Statement names_;
  bool more_ = true;
  Statement documents_;
  Statement rows_;
  ActorCache actors_;
};

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
  TripleReader reader(connection, selected);
  ReadAhead<DocumentPiece> pieces([&](DocumentPiece& piece) { return reader.read(piece); });
  while (const auto* piece = pieces.next()) {
    for (std::size_t i = 0; i < piece->count; ++i) {
      const auto& document = piece->documents[i];
      for (const auto& [triple, parties] : document.order) {
        use(view_of(*triple, document.facts, parties));
      }
    }
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
