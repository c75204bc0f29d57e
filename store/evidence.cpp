#include "store/evidence.hpp"

namespace entente::store {
namespace {

constexpr std::string_view evidence_sql =
    "SELECT n.id, n.byte_begin, n.byte_end, e.subject_begin, e.subject_end, e.predicate_begin,"
    " e.predicate_end, e.object_begin, e.object_end, coalesce(a.name, ''), d.name,"
    " coalesce(d.title, ''), coalesce(d.url, ''), coalesce(d.source, ''), coalesce(d.date, ''),"
    " CAST(substr(CAST(d.text AS BLOB), n.byte_begin + 1, n.byte_end - n.byte_begin) AS TEXT)"
    " FROM evidence AS e"
    " JOIN sentences AS n ON n.id = e.sentence"
    " JOIN documents AS d ON d.id = n.document"
    " JOIN relations AS r ON r.id = e.relation"
    " LEFT JOIN actors AS a ON a.id = r.attribution"
    " WHERE e.relation = ? ORDER BY e.id";

/// Of the sentence; empty if it lies elsewhere.
util::TextSpan span_in(const Statement& row, int column, util::TextSpan sentence) {
  const util::TextSpan span{static_cast<std::uint32_t>(row.integer(column)),
                            static_cast<std::uint32_t>(row.integer(column + 1))};
  if (!sentence.contains(span)) return {};
  return {span.begin - sentence.begin, span.end - sentence.begin};
}

}  // namespace

std::vector<EvidenceText> evidence_of(const Connection& connection, std::int64_t relation) {
  Statement rows(connection,
                 "SELECT document, coalesce(sentence, '') FROM evidence_text WHERE relation = ?"
                 " ORDER BY id");
  rows.bind(1, relation);
  std::vector<EvidenceText> found;
  while (rows.step()) found.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
  return found;
}

EvidenceReader::EvidenceReader(const Connection& connection) : rows_(connection, evidence_sql) {}

void EvidenceReader::read(std::int64_t relation,
                          const std::function<void(const graph::EvidenceView&)>& use) {
  rows_.bind(1, relation);
  while (rows_.step()) {
    graph::EvidenceView view;
    view.relation = relation;
    view.sentence_id = rows_.integer(0);
    view.sentence = rows_.text(15);
    if (!view.sentence.empty()) {
      const util::TextSpan sentence{static_cast<std::uint32_t>(rows_.integer(1)),
                                    static_cast<std::uint32_t>(rows_.integer(2))};
      view.subject = span_in(rows_, 3, sentence);
      view.predicate = span_in(rows_, 5, sentence);
      view.object = span_in(rows_, 7, sentence);
    }
    view.attribution = rows_.text(9);
    view.document = rows_.text(10);
    view.title = rows_.text(11);
    view.url = rows_.text(12);
    view.source = rows_.text(13);
    view.published = rows_.text(14);
    use(view);
  }
  rows_.reset();
}

}  // namespace entente::store
