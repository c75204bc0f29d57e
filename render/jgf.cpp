// JSON Graph Format 2.1. Nodes are members of one object, by id.
#include "render/exporter.hpp"
#include "render/json_items.hpp"

namespace entente::render {
namespace {

class Jgf : public Exporter {
 public:
  explicit Jgf(ExportFiles& files) : out_(files.open({})) {
    out_ << "{\"graph\":{\"id\":\"entente\",\"type\":\"world politics\",\"directed\":true,\n"
            "\"nodes\":{";
  }

  void actor(const graph::Actor& actor) override {
    begin();
    json_.value(actor.id);
    take();
    out_ << ':';
    json_.restart(buffer_);
    json_.open_object();
    json_.member("label", actor.name);
    json_.key("metadata");
    json_.open_object();
    write_fields(json_, actor_fields, actor);
    json_.close_object();
    json_.close_object();
    take();
  }

  void relation(const graph::TripleView& relation) override {
    open_edges();
    begin();
    json_.open_object();
    json_.member("id", relation_id(relation));
    json_.member("source", relation.subject.key);
    json_.member("target", relation.object.key);
    json_.member("relation", relation.type);
    json_.member("label", relation.lemma);
    json_.member("directed", !relation.symmetric);
    json_.key("metadata");
    json_.open_object();
    write_fields(json_, relation_fields, relation);
    json_.close_object();
    json_.close_object();
    take();
  }

  void finish() override {
    open_edges();
    out_ << "\n]}}\n";
    out_.flush();
  }

 private:
  void begin() {
    out_ << (first_ ? "\n" : ",\n");
    first_ = false;
    json_.restart(buffer_);
  }
  void take() { out_ << std::string_view(buffer_.GetString(), buffer_.GetSize()); }

  void open_edges() {
    if (in_edges_) return;
    out_ << "\n},\n\"edges\":[";
    in_edges_ = true;
    first_ = true;
  }

  TextOut out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
  bool first_ = true;
  bool in_edges_ = false;
};

}  // namespace

ExporterPtr make_jgf(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Jgf>(files);
}

}  // namespace entente::render
