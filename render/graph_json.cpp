// Our own JSON document: schemas/graph.schema.json describes it.
#include "render/exporter.hpp"
#include "render/json_items.hpp"

namespace entente::render {
namespace {

class GraphJson : public Exporter {
 public:
  explicit GraphJson(ExportFiles& files) : items_(files.open({})) {
    items_.frame("{\"format\":\"entente-graph\",\"version\":1,\n\"actors\":[");
  }

  void actor(const graph::Actor& actor) override {
    auto& json = items_.begin();
    write_party(json, actor.name, actor.id, graph::name_of(actor.kind));
    json.member_or_null("country", actor.country);
    json.member_or_null("sector", actor.sector);
    items_.end();
  }

  void relation(const graph::TripleView& triple) override {
    open_relations();
    auto& json = items_.begin();
    json.member("id", relation_id(triple));
    json.member("subject", triple.subject.key);
    json.member("object", triple.object.key);
    json.member("class", triple.type);
    json.member("quad", triple.quad);
    json.member_or_null("mode", triple.mode);
    json.member_or_null("cameo", triple.cameo);
    write_contexts(json, triple.contexts);
    json.member("relation", triple.lemma);
    json.member("polarity", triple.polarity);
    json.member("modality", triple.modality);
    json.member_or_null("attribution", triple.attribution);
    json.member_or_null("date", triple.date);
    json.member_or_null("last_date", triple.last_date);
    json.member("symmetric", triple.symmetric);
    json.member("confidence", triple.confidence);
    json.member("weight", triple.weight);
    json.member("documents", triple.documents);
    json.member("evidences", triple.evidences);
    write_evidence(json, triple);
    items_.end();
  }

  void finish() override {
    open_relations();
    items_.frame("\n]}\n");
    items_.flush();
  }

 private:
  void open_relations() {
    if (!in_relations_) items_.frame("\n],\n\"relations\":[");
    in_relations_ = true;
  }

  /// The first of them; the database holds all.
  static void write_evidence(JsonWriter& json, const graph::TripleView& triple) {
    json.key("evidence");
    json.open_object();
    json.member("document", triple.document);
    json.member_or_null("published", triple.published);
    json.member_or_null("publisher", triple.source);
    json.member_or_null("url", triple.url);
    json.member("begin", triple.span.begin);
    json.member("end", triple.span.end);
    json.member("sentence", triple.evidence);
    json.member("phrase", triple.phrase);
    json.close_object();
  }

  JsonItems items_;
  bool in_relations_ = false;
};

}  // namespace

ExporterPtr make_graph_json(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<GraphJson>(files);
}

}  // namespace entente::render
