// Relations with their first evidence, as views.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/actor.hpp"
#include "graph/triple_view.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// Actors by row, read when they are first asked for.
class ActorCache {
 public:
  explicit ActorCache(const Connection& connection);
  /// Valid as long as the cache.
  const graph::Actor& at(std::int64_t row);

 private:
  Statement find_;
  std::unordered_map<std::int64_t, graph::Actor> known_;
};

/// The facts of a document that its triples repeat.
struct DocumentFacts {
  std::int64_t row = 0;
  std::int64_t first_relation = 0;
  std::string name, title, url, source, published, text;
};

/// Columns id, name, title, url, source, date, text of documents, and their lowest relation.
inline constexpr std::string_view document_columns =
    "d.id, d.name, coalesce(d.title, ''), coalesce(d.url, ''), coalesce(d.source, ''),"
    " coalesce(d.date, ''), coalesce(d.text, ''),"
    " (SELECT min(id) FROM relations WHERE document = d.id)";
void read_document(const Statement& row, DocumentFacts& facts);

/// One relation as stored. Reused from row to row, so that its strings keep their memory.
struct TripleRow {
  std::int64_t id = 0, subject = 0, object = 0, attribution = 0, evidences = 0;
  graph::RelationClass type = graph::RelationClass::other;
  graph::Polarity polarity = graph::Polarity::affirmed;
  graph::Modality modality = graph::Modality::actual;
  std::string mode, contexts, cameo, lemma, phrase, date;
  util::TextSpan sentence, subject_span, object_span;
  std::uint32_t predicate_begin = 0;
  bool symmetric = false;
  bool fact = true;
  double confidence = 0.0;
};

/// What TripleRow is read from; `r` relations, `e` evidence, `n` sentences.
inline constexpr std::string_view triple_rows_sql =
    "SELECT r.id, r.subject, r.object, coalesce(r.attribution, 0), r.class, r.polarity, r.modality,"
    " coalesce(r.mode, ''), r.predicate, coalesce(r.date, ''), r.symmetric, r.confidence,"
    " n.byte_begin, n.byte_end, e.subject_begin, e.subject_end, e.object_begin, e.object_end,"
    " e.predicate_begin, e.phrase, r.fact, coalesce(r.contexts, ''), coalesce(r.cameo, '')"
    " FROM relations AS r CROSS JOIN evidence AS e ON e.relation = r.id"
    " CROSS JOIN sentences AS n ON n.id = e.sentence WHERE ";
/// For a row of it that begins a relation.
void read_triple(const Statement& row, TripleRow& triple);

/// The actors of a relation, which the cache holds.
struct Parties {
  const graph::Actor* subject = nullptr;
  const graph::Actor* object = nullptr;
  const graph::Actor* attribution = nullptr;  ///< null: the article itself
};
Parties parties_of(const TripleRow& triple, ActorCache& actors);

graph::TripleView view_of(const TripleRow& triple, const DocumentFacts& document,
                          const Parties& parties);

}  // namespace entente::store
