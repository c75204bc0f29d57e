#include "render/graph_json.hpp"

#include <ostream>

#include "render/json_writer.hpp"

namespace entente::render {

class GraphJson::Impl {
 public:
  explicit Impl(std::ostream& out) : out_(out) {
    out_ << "{\"format\":\"entente-graph\",\"version\":1,\n\"actors\":[";
  }

  void actor(const graph::Actor& actor) {
    begin_item();
    json_.member("id", actor.id);
    json_.member("name", actor.name);
    json_.member("kind", graph::name_of(actor.kind));
    json_.member_or_null("country", actor.country);
    json_.member_or_null("sector", actor.sector);
    end_item();
  }

  void relation(const graph::TripleView& triple) {
    if (!in_relations_) open_relations();
    begin_item();
    json_.member("subject", triple.subject.key);
    json_.member("object", triple.object.key);
    json_.member("class", triple.type);
    json_.member_or_null("mode", triple.mode);
    json_.member("relation", triple.lemma);
    json_.member("polarity", triple.polarity);
    json_.member("modality", triple.modality);
    json_.member_or_null("attribution", triple.attribution);
    json_.member_or_null("date", triple.date);
    json_.member("symmetric", triple.symmetric);
    json_.member("confidence", triple.confidence);
    json_.member("evidences", triple.evidences);
    write_evidence(triple);
    end_item();
  }

  void finish() {
    if (!in_relations_) open_relations();
    out_ << "\n]}\n";
  }

 private:
  /// The first of them; the database holds all.
  void write_evidence(const graph::TripleView& triple) {
    json_.key("evidence");
    json_.open_object();
    json_.member("document", triple.document);
    json_.member("begin", triple.span.begin);
    json_.member("end", triple.span.end);
    json_.member("sentence", triple.evidence);
    json_.member("phrase", triple.phrase);
    json_.close_object();
  }

  void open_relations() {
    out_ << "\n],\n\"relations\":[";
    in_relations_ = true;
    first_ = true;
  }

  void begin_item() {
    out_ << (first_ ? "\n" : ",\n");
    first_ = false;
    json_.restart(buffer_);
    json_.open_object();
  }

  void end_item() {
    json_.close_object();
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
  }

  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
  bool first_ = true;
  bool in_relations_ = false;
};

GraphJson::GraphJson(std::ostream& out) : impl_(std::make_unique<Impl>(out)) {}
GraphJson::~GraphJson() = default;
void GraphJson::actor(const graph::Actor& actor) { impl_->actor(actor); }
void GraphJson::relation(const graph::TripleView& triple) { impl_->relation(triple); }
void GraphJson::finish() { impl_->finish(); }

}  // namespace entente::render
