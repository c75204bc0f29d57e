#include "store/triple_reader.hpp"

#include "store/actor_row.hpp"

namespace entente::store {
namespace {

std::string_view slice(std::string_view text, util::TextSpan span) {
  return span.end <= text.size() && span.begin <= span.end ? text.substr(span.begin, span.size())
                                                           : std::string_view{};
}

graph::TripleView::Part part_of(const graph::Actor& actor, std::string_view mention) {
  return {actor.name, actor.id, graph::name_of(actor.kind), mention, actor.country, actor.sector};
}

}  // namespace

ActorCache::ActorCache(const Connection& connection)
    : find_(connection,
            "SELECT key, name, kind, coalesce(country, ''), coalesce(sector, ''),"
            " coalesce(sector2, '') FROM actors WHERE id = ?") {}

const graph::Actor& ActorCache::at(std::int64_t row) {
  const auto [known, fresh] = known_.try_emplace(row);
  if (fresh) {
    find_.bind(1, row);
    if (find_.step()) known->second = actor_at(find_, 0);
    find_.reset();
  }
  return known->second;
}

void read_document(const Statement& row, DocumentFacts& facts) {
  facts.row = row.integer(0);
  facts.name = row.text(1);
  facts.title = row.text(2);
  facts.url = row.text(3);
  facts.source = row.text(4);
  facts.published = row.text(5);
  facts.text = row.text(6);
  facts.first_relation = row.integer(7);
}

void read_triple(const Statement& row, TripleRow& triple) {
  triple.id = row.integer(0);
  triple.subject = row.integer(1);
  triple.object = row.integer(2);
  triple.attribution = row.integer(3);
  triple.type = graph::relation_class(row.text(4)).value_or(graph::RelationClass::other);
  triple.polarity = graph::polarity(row.text(5)).value_or(graph::Polarity::affirmed);
  triple.modality = graph::modality(row.text(6)).value_or(graph::Modality::actual);
  triple.mode = row.text(7);
  triple.lemma = row.text(8);
  triple.date = row.text(9);
  triple.symmetric = row.integer(10) != 0;
  triple.confidence = row.real(11);
  triple.sentence = span_at(row, 12);
  triple.subject_span = span_at(row, 14);
  triple.object_span = span_at(row, 16);
  triple.predicate_begin = static_cast<std::uint32_t>(row.integer(18));
  triple.phrase = row.text(19);
  triple.fact = row.integer(20) != 0;
  triple.contexts = row.text(21);
  triple.cameo = row.text(22);
  triple.evidences = 1;
}

Parties parties_of(const TripleRow& triple, ActorCache& actors) {
  return {&actors.at(triple.subject), &actors.at(triple.object),
          triple.attribution != 0 ? &actors.at(triple.attribution) : nullptr};
}

graph::TripleView view_of(const TripleRow& triple, const DocumentFacts& document,
                          const Parties& parties) {
  graph::TripleView view;
  view.id = triple.id;
  view.document = document.name;
  view.number = triple.id - document.first_relation + 1;
  view.title = document.title;
  view.url = document.url;
  view.source = document.source;
  view.published = document.published;
  view.evidence = slice(document.text, triple.sentence);
  view.span = triple.sentence;
  view.subject = part_of(*parties.subject, slice(document.text, triple.subject_span));
  view.object = part_of(*parties.object, slice(document.text, triple.object_span));
  view.type = graph::name_of(triple.type);
  view.quad = graph::name_of(graph::quad_of(triple.type));
  view.mode = triple.mode;
  view.contexts = triple.contexts;
  view.cameo = triple.cameo;
  view.phrase = triple.phrase;
  view.lemma = triple.lemma;
  view.polarity = graph::name_of(triple.polarity);
  view.modality = graph::name_of(triple.modality);
  view.fact = triple.fact;
  if (parties.attribution != nullptr) {
    view.attribution = parties.attribution->name;
    view.attribution_key = parties.attribution->id;
  }
  view.date = triple.date;
  view.last_date = triple.date;
  view.symmetric = triple.symmetric;
  view.confidence = triple.confidence;
  view.evidences = triple.evidences;
  return view;
}

}  // namespace entente::store
