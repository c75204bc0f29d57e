#include "render/rdf.hpp"

#include <algorithm>
#include <array>

#include "render/escape.hpp"
#include "render/fields.hpp"
#include "render/text_out.hpp"

namespace entente::render {
namespace {

using Type = RdfValue::Type;

constexpr std::array<RdfPrefix, 13> prefixes{{
    {"actor", "actor:", true},
    {"doc", "document:", true},
    {"passage", "passage:", true},
    {"rel", "relation:", true},
    {"v", "vocabulary:", true},
    {"wd", "http://www.wikidata.org/entity/"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"schema", "http://schema.org/"},
}};

/// "Q212" is an item of Wikidata.
bool is_wikidata(std::string_view id) {
  return id.size() > 1 && id[0] == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

RdfName actor_name(std::string_view id) {
  return is_wikidata(id) ? RdfName{"wd", id} : RdfName{"actor", id};
}

/// Of our vocabulary, with the nearest of schema.org.
RdfName type_of(graph::ActorKind kind) {
  switch (kind) {
    case graph::ActorKind::country:
      return {"schema", "Country"};
    case graph::ActorKind::person:
      return {"schema", "Person"};
    case graph::ActorKind::company:
      return {"schema", "Corporation"};
    case graph::ActorKind::organisation:
    case graph::ActorKind::armed_force:
      return {"schema", "Organization"};
    case graph::ActorKind::place:
      return {"schema", "Place"};
    case graph::ActorKind::group:
    case graph::ActorKind::entity:
    case graph::ActorKind::position:
      break;
  }
  return {"v", graph::name_of(kind)};
}

constexpr RdfName rdf(std::string_view local) { return {"rdf", local}; }
constexpr RdfName ours(std::string_view local) { return {"v", local}; }

}  // namespace

std::span<const RdfPrefix> rdf_prefixes() { return prefixes; }

void append_rdf_name(std::string& out, const RdfName& name, std::string_view base) {
  for (const auto& row : prefixes) {
    if (row.prefix != name.prefix) continue;
    if (row.ours) out += base;
    out += row.iri;
  }
  append_iri(out, name.local);
}

void RdfExporter::text(const RdfName& predicate, std::string_view value) {
  if (!value.empty()) sink_->property(predicate, {Type::text, {}, value});
}
void RdfExporter::date(const RdfName& predicate, std::string_view value) {
  if (!value.empty()) sink_->property(predicate, {Type::date, {}, value});
}

void RdfExporter::actor(const graph::Actor& actor) {
  sink_->begin(actor_name(actor.id), type_of(actor.kind));
  sink_->property({"rdfs", "label"}, {Type::english, {}, actor.name});
  text(ours("kind"), graph::name_of(actor.kind));
  text(ours("country"), actor.country);
  text(ours("sector"), actor.sector);
  sink_->end();
}

void RdfExporter::relation(const graph::TripleView& relation) {
  std::string id;
  append_relation_id(id, relation);
  std::string passage(relation.document);
  passage += '/' + std::to_string(relation.span.begin) + '-' + std::to_string(relation.span.end);
  if (relation.fact) {
    sink_->begin(actor_name(relation.subject.key), {});
    sink_->property(ours(relation.type), {Type::name, actor_name(relation.object.key), {}});
    sink_->end();
  }
  describe_statement(relation, id, passage);
  describe_source(relation, passage);
}

void RdfExporter::describe_statement(const graph::TripleView& relation, std::string_view id,
                                     std::string_view passage) {
  sink_->begin({"rel", id}, rdf("Statement"));
  sink_->property(rdf("subject"), {Type::name, actor_name(relation.subject.key), {}});
  sink_->property(rdf("predicate"), {Type::name, ours(relation.type), {}});
  sink_->property(rdf("object"), {Type::name, actor_name(relation.object.key), {}});
  text(ours("label"), relation.lemma);
  text(ours("quad"), relation.quad);
  text(ours("mode"), relation.mode);
  text(ours("cameo"), relation.cameo);
  text(ours("polarity"), relation.polarity);
  text(ours("modality"), relation.modality);
  date(ours("date"), relation.date);
  if (relation.last_date != relation.date) date(ours("lastDate"), relation.last_date);
  sink_->property(ours("symmetric"), {Type::flag, {}, relation.symmetric ? "true" : "false"});
  const auto number = [this](std::string_view name, std::int64_t value) {
    const std::string digits = std::to_string(value);
    sink_->property(ours(name), {Type::number, {}, digits});
  };
  number("weight", relation.weight);
  number("evidences", relation.evidences);
  number("documents", relation.documents);
  const FixedText confidence(relation.confidence);
  sink_->property(ours("confidence"), {Type::real, {}, confidence.view()});
  if (!relation.attribution_key.empty()) {
    sink_->property({"prov", "wasAttributedTo"},
                    {Type::name, actor_name(relation.attribution_key), {}});
  }
  sink_->property({"prov", "wasDerivedFrom"}, {Type::name, {"passage", passage}, {}});
  sink_->end();
}

void RdfExporter::describe_source(const graph::TripleView& relation, std::string_view passage) {
  if (relation.document != last_document_) {
    last_document_ = relation.document;
    passages_.clear();
  }
  // Said twice, a passage is still the same; so only those of one document are remembered.
  if (passages_.emplace(passage).second) {
    sink_->begin({"passage", passage}, {"prov", "Entity"});
    text({"prov", "value"}, relation.evidence);
    sink_->property({"dcterms", "isPartOf"}, {Type::name, {"doc", relation.document}, {}});
    sink_->end();
  }
  if (!described_.emplace(relation.document).second) return;
  sink_->begin({"doc", relation.document}, {"schema", "NewsArticle"});
  text({"dcterms", "identifier"}, relation.document);
  text({"dcterms", "title"}, relation.title);
  text({"dcterms", "publisher"}, relation.source);
  date({"dcterms", "date"}, relation.published);
  if (!relation.url.empty()) sink_->property({"schema", "url"}, {Type::link, {}, relation.url});
  sink_->end();
}

}  // namespace entente::render
