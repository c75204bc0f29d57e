#include "store/relation_detail.hpp"

#include <utility>

#include "store/actor_row.hpp"
#include "store/triple_reader.hpp"

namespace entente::store {
namespace {

constexpr std::string_view relation_sql =
    "SELECT r.subject, r.object, r.attribution, r.class, coalesce(r.mode, ''), r.predicate,"
    " r.polarity, r.modality, coalesce(r.date, ''), r.symmetric, r.confidence,"
    " t.description, d.name, coalesce(d.title, ''), coalesce(d.source, ''), coalesce(d.url, ''),"
    " coalesce(d.date, ''), coalesce(s.name, ''), coalesce(o.name, ''), coalesce(r.contexts, ''),"
    " coalesce(r.cameo, '')"
    " FROM relations AS r JOIN relation_types AS t ON t.class = r.class"
    " JOIN documents AS d ON d.id = r.document"
    " LEFT JOIN actors AS s ON s.id = r.read_subject"
    " LEFT JOIN actors AS o ON o.id = r.read_object WHERE r.id = ?";

constexpr std::string_view evidence_sql =
    "SELECT n.byte_begin, n.byte_end, e.subject_begin, e.subject_end, e.predicate_begin,"
    " e.predicate_end, e.object_begin, e.object_end, e.phrase, u.extractor, u.frame,"
    " s.words, o.words, coalesce(e.polarity_reason, ''),"
    " coalesce(e.modality_reason, ''), coalesce(e.date_reason, ''), e.confidence, n.number,"
    " coalesce(CAST(substr(CAST(d.text AS BLOB), n.byte_begin + 1, n.byte_end - n.byte_begin)"
    " AS TEXT), ''), d.name,"
    " coalesce(CAST(substr(CAST(d.text AS BLOB), e.subject_begin + 1,"
    " e.subject_end - e.subject_begin) AS TEXT), ''),"
    " coalesce((SELECT m.number FROM sentences AS m WHERE m.document = n.document"
    " AND m.byte_begin <= e.subject_begin AND m.byte_end >= e.subject_end), n.number)"
    " FROM evidence AS e JOIN sentences AS n ON n.id = e.sentence"
    " JOIN rules AS u ON u.id = e.rule JOIN reasons AS s ON s.id = e.subject_reason"
    " JOIN reasons AS o ON o.id = e.object_reason"
    " JOIN documents AS d ON d.id = n.document WHERE e.relation = ? ORDER BY n.number, e.id";

std::vector<EvidenceDetail> evidence_of_relation(const Connection& connection, std::int64_t id) {
  std::vector<EvidenceDetail> found;
  Statement row(connection, evidence_sql);
  row.bind(1, id);
  while (row.step()) {
    const auto text = [&row](int column) { return std::string(row.text(column)); };
    EvidenceDetail detail;
    graph::Evidence& evidence = detail.evidence;
    evidence.sentence = span_at(row, 0);
    evidence.subject = span_at(row, 2);
    evidence.predicate = span_at(row, 4);
    evidence.object = span_at(row, 6);
    evidence.phrase = text(8);
    evidence.extractor = text(9);
    evidence.frame = text(10);
    evidence.subject_reason = text(11);
    evidence.object_reason = text(12);
    evidence.polarity_reason = text(13);
    evidence.modality_reason = text(14);
    evidence.date_reason = text(15);
    evidence.confidence = row.real(16);
    evidence.document = text(19);
    evidence.subject_mention = text(20);
    detail.subject_sentence_number = row.integer(21);
    detail.sentence_number = row.integer(17);
    detail.sentence = text(18);
    found.push_back(std::move(detail));
  }
  return found;
}

}  // namespace

std::optional<RelationDetail> relation_detail(const Connection& connection, std::int64_t id) {
  Statement row(connection, relation_sql);
  row.bind(1, id);
  if (!row.step()) return std::nullopt;
  const auto text = [&row](int column) { return std::string(row.text(column)); };
  RelationDetail detail;
  detail.id = id;
  ActorCache actors(connection);
  detail.subject = actors.at(row.integer(0));
  detail.object = actors.at(row.integer(1));
  if (!row.is_null(2)) detail.attribution = actors.at(row.integer(2));
  graph::Relation& relation = detail.relation;
  relation.subject = detail.subject.id;
  relation.object = detail.object.id;
  relation.type = graph::relation_class(row.text(3)).value_or(graph::RelationClass::other);
  relation.mode = text(4);
  relation.lemma = text(5);
  relation.polarity = graph::polarity(row.text(6)).value_or(graph::Polarity::affirmed);
  relation.modality = graph::modality(row.text(7)).value_or(graph::Modality::actual);
  relation.date = util::Date::parse(row.text(8));
  relation.symmetric = row.integer(9) != 0;
  relation.confidence = row.real(10);
  detail.class_description = text(11);
  detail.document = text(12);
  detail.title = text(13);
  detail.source = text(14);
  detail.url = text(15);
  detail.published = text(16);
  detail.read_subject = text(17);
  detail.read_object = text(18);
  relation.contexts = text(19);
  detail.cameo = text(20);
  detail.evidence = evidence_of_relation(connection, id);
  return detail;
}

std::vector<std::int64_t> relations_between(const Connection& connection, std::string_view one,
                                            std::string_view other) {
  Statement row(connection,
                "SELECT r.id FROM relations AS r JOIN actors AS s ON s.id = r.subject"
                " JOIN actors AS o ON o.id = r.object JOIN documents AS d ON d.id = r.document"
                " WHERE (s.key = ?1 AND o.key = ?2) OR (s.key = ?2 AND o.key = ?1)"
                " ORDER BY r.date IS NULL, r.date, d.name, r.id");
  row.bind(1, one).bind(2, other);
  std::vector<std::int64_t> ids;
  while (row.step()) ids.push_back(row.integer(0));
  return ids;
}

}  // namespace entente::store
