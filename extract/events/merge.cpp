#include "extract/events/merge.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace entente::events {
namespace {

using graph::Relation;
using text::Document;
using text::Triple;

/// The two dates may mean one day: one of them is unknown or less precise.
bool compatible(const std::optional<util::Date>& one, const std::optional<util::Date>& other) {
  if (!one || !other) return true;
  if (one->year != other->year) return false;
  if (!one->has_month() || !other->has_month()) return true;
  if (one->month != other->month) return false;
  return !one->has_day() || !other->has_day() || one->day == other->day;
}

bool compatible(const std::string& one, const std::string& other) {
  return one.empty() || other.empty() || one == other;
}

constexpr std::size_t stem = 4;  // letters that "invade" and "invasion" share

/// Words of a predicate that say nothing about which act it is.
bool is_empty_word(std::string_view word) {
  static constexpr std::array<std::string_view, 22> words{
      "affirm", "begin",    "between",   "bring", "continue", "express", "from",  "give",
      "have",   "hold",     "into",      "issue", "launch",   "make",    "offer", "over",
      "pledge", "reaffirm", "reiterate", "take",  "upon",     "with"};
  return word.size() < stem || std::find(words.begin(), words.end(), word) != words.end();
}

bool has_stem(std::string_view predicate, std::string_view beginning) {
  return predicate.starts_with(beginning) ||
         predicate.find(' ' + std::string(beginning)) != std::string_view::npos;
}

/// "support" and "reiterate support for", "invade" and "invasion of".
bool share_a_word(const std::string& one, const std::string& other) {
  for (std::size_t begin = 0; begin < one.size();) {
    const std::size_t end = std::min(one.find(' ', begin), one.size());
    const std::string_view word = std::string_view(one).substr(begin, end - begin);
    if (!is_empty_word(word) && has_stem(other, word.substr(0, stem))) return true;
    begin = end + 1;
  }
  return false;
}

/// Deeds of force between two sides in one article are mostly one affair, however they
/// are called. What is said or agreed is another act in other words: one thanks and
/// one praises.
bool same_act(graph::RelationClass type, const std::string& one, const std::string& other) {
  const graph::Quad quad = graph::quad_of(type);
  const bool in_words =
      quad == graph::Quad::verbal_cooperation || quad == graph::Quad::verbal_conflict;
  return !in_words || one == other || share_a_word(one, other);
}

/// Which way round the triple tells the relation, if it tells it at all.
enum class Match { none, same, mirrored };

Match match_actors(const Relation& relation, const std::string& subject, const std::string& object,
                   bool symmetric) {
  if (relation.subject == subject && relation.object == object) return Match::same;
  const bool either_way = relation.symmetric || symmetric;
  if (either_way && relation.subject == object && relation.object == subject) {
    return Match::mirrored;
  }
  return Match::none;
}

graph::Evidence evidence_of(const Document& document, const Triple& triple) {
  graph::Evidence evidence;
  evidence.document = document.id;
  evidence.sentence = document.sentences[triple.sentence].span;
  evidence.subject = triple.subject_span;
  evidence.predicate = triple.predicate_span;
  evidence.object = triple.object_span;
  evidence.subject_mention = document.text_of(triple.subject_span);
  evidence.object_mention = document.text_of(triple.object_span);
  evidence.phrase = triple.phrase;
  evidence.extractor = triple.extractor;
  evidence.frame = triple.frame;
  evidence.subject_reason = triple.subject_reason;
  evidence.object_reason = triple.object_reason;
  evidence.polarity_reason = triple.polarity_reason;
  evidence.modality_reason = triple.modality_reason;
  evidence.date_reason = triple.date_reason;
  evidence.confidence = triple.confidence;
  return evidence;
}

/// Spans and reasons follow the relation's subject and object, not the sentence's.
void mirror(graph::Evidence& evidence) {
  std::swap(evidence.subject, evidence.object);
  std::swap(evidence.subject_mention, evidence.object_mention);
  std::swap(evidence.subject_reason, evidence.object_reason);
}

Relation relation_of(const Document& document, const Triple& triple) {
  Relation relation;
  relation.subject = document.actors[triple.subject].id;
  relation.object = document.actors[triple.object].id;
  relation.type = triple.type;
  relation.mode = triple.mode;
  relation.contexts = triple.contexts;
  relation.lemma = triple.lemma;
  relation.polarity = triple.polarity;
  relation.modality = triple.modality;
  if (triple.attribution) relation.attribution = document.actors[*triple.attribution].id;
  relation.date = triple.date;
  relation.symmetric = triple.symmetric;
  return relation;
}

bool same_claim(const Relation& relation, const Triple& triple) {
  return relation.type == triple.type && relation.polarity == triple.polarity &&
         relation.modality == triple.modality && compatible(relation.mode, triple.mode) &&
         compatible(relation.date, triple.date) &&
         same_act(relation.type, relation.lemma, triple.lemma);
}

void add_evidence(Relation& relation, const Triple& triple, graph::Evidence evidence) {
  if (relation.mode.empty()) relation.mode = triple.mode;
  if (relation.contexts.empty()) relation.contexts = triple.contexts;
  if (!relation.date || (triple.date && triple.date->iso().size() > relation.date->iso().size())) {
    relation.date = triple.date;
  }
  relation.symmetric = relation.symmetric || triple.symmetric;
  relation.confidence = std::max(relation.confidence, evidence.confidence);
  relation.evidence.push_back(std::move(evidence));
}

}  // namespace

std::vector<Relation> merge(const Document& document) {
  std::vector<Relation> relations;
  for (const Triple& triple : document.triples) {
    Relation fresh = relation_of(document, triple);
    graph::Evidence evidence = evidence_of(document, triple);
    Match match = Match::none;
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& known) {
      if (!same_claim(known, triple)) return false;
      match = match_actors(known, fresh.subject, fresh.object, triple.symmetric);
      return match != Match::none;
    });
    if (found == relations.end()) {
      fresh.confidence = evidence.confidence;
      fresh.evidence.push_back(std::move(evidence));
      relations.push_back(std::move(fresh));
      continue;
    }
    if (match == Match::mirrored) mirror(evidence);
    add_evidence(*found, triple, std::move(evidence));
  }
  return relations;
}

}  // namespace entente::events
