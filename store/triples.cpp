#include "store/triples.hpp"

namespace entente::store {
namespace {

constexpr std::string_view documents_sql =
    "SELECT id, name, coalesce(text, '') FROM documents ORDER BY name";

// The first evidence is the one that was stored first.
constexpr std::string_view triples_sql =
    "SELECT r.id, n.byte_begin, n.byte_end, e.subject_begin, e.subject_end, e.object_begin,"
    " e.object_end, s.name, s.key, s.kind, o.name, o.key, o.kind, r.class, coalesce(r.mode, ''),"
    " e.phrase, r.predicate, r.polarity, r.modality, coalesce(a.name, ''), coalesce(r.date, ''),"
    " r.symmetric, r.confidence, (SELECT count(*) FROM evidence WHERE relation = r.id)"
    " FROM relations AS r"
    " JOIN evidence AS e ON e.id = (SELECT min(id) FROM evidence WHERE relation = r.id)"
    " JOIN sentences AS n ON n.id = e.sentence"
    " JOIN actors AS s ON s.id = r.subject"
    " JOIN actors AS o ON o.id = r.object"
    " LEFT JOIN actors AS a ON a.id = r.attribution"
    " WHERE r.document = ?"
    " ORDER BY n.byte_begin, e.predicate_begin, e.subject_begin, e.object_begin, r.id";

util::TextSpan span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

std::string_view slice(std::string_view text, util::TextSpan span) {
  return span.end <= text.size() && span.begin <= span.end ? text.substr(span.begin, span.size())
                                                           : std::string_view{};
}

graph::TripleView view_of(const Statement& row, std::string_view document, std::string_view text) {
  graph::TripleView view;
  view.id = row.integer(0);
  view.document = document;
  view.span = span_at(row, 1);
  view.evidence = slice(text, view.span);
  view.subject = {row.text(7), row.text(8), row.text(9), slice(text, span_at(row, 3))};
  view.object = {row.text(10), row.text(11), row.text(12), slice(text, span_at(row, 5))};
  view.type = row.text(13);
  view.mode = row.text(14);
  view.phrase = row.text(15);
  view.lemma = row.text(16);
  view.polarity = row.text(17);
  view.modality = row.text(18);
  view.attribution = row.text(19);
  view.date = row.text(20);
  view.symmetric = row.integer(21) != 0;
  view.confidence = row.real(22);
  view.evidences = row.integer(23);
  return view;
}

}  // namespace

void for_each_triple(const Connection& connection,
                     const std::function<void(const graph::TripleView&)>& use) {
  Statement documents(connection, documents_sql);
  Statement triples(connection, triples_sql);
  while (documents.step()) {
    triples.bind(1, documents.integer(0));
    while (triples.step()) use(view_of(triples, documents.text(1), documents.text(2)));
    triples.reset();
  }
}

}  // namespace entente::store
