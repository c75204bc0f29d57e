// Triples as JSON Lines: the contract that schemas/triple.schema.json describes.
#include "render/exporter.hpp"
#include "render/json_items.hpp"

namespace entente::render {
namespace {

class TripleLines : public Exporter {
 public:
  explicit TripleLines(ExportFiles& files) : out_(files.open({})) {}

  void actor(const graph::Actor&) override {}

  void relation(const graph::TripleView& triple) override {
    json_.restart(buffer_);
    json_.open_object();
    json_.member("document", triple.document);
    json_.member("evidence", triple.evidence);
    json_.member("begin", triple.span.begin);
    json_.member("end", triple.span.end);
    write_part("subject", triple.subject);
    write_relation(triple);
    write_part("object", triple.object);
    json_.member("polarity", triple.polarity);
    json_.member("modality", triple.modality);
    json_.member_or_null("attribution", triple.attribution);
    json_.member_or_null("date", triple.date);
    json_.member("symmetric", triple.symmetric);
    json_.member("confidence", triple.confidence);
    json_.member("evidences", triple.evidences);
    json_.close_object();
    buffer_.Put('\n');
    out_ << std::string_view(buffer_.GetString(), buffer_.GetSize());
  }

  void finish() override { out_.flush(); }

 private:
  void write_part(std::string_view name, const graph::TripleView::Part& part) {
    json_.key(name);
    json_.open_object();
    write_party(json_, part.name, part.key, part.kind);
    json_.member("mention", part.mention);
    json_.close_object();
  }

  void write_relation(const graph::TripleView& triple) {
    json_.key("relation");
    json_.open_object();
    json_.member("class", triple.type);
    json_.member_or_null("mode", triple.mode);
    json_.member("phrase", triple.phrase);
    json_.member("lemma", triple.lemma);
    json_.member("quad", triple.quad);
    json_.member_or_null("cameo", triple.cameo);
    write_contexts(json_, triple.contexts);
    json_.close_object();
  }

  TextOut out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
};

}  // namespace

ExporterPtr make_triple_lines(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<TripleLines>(files);
}

}  // namespace entente::render
