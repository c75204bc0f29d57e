// Cytoscape.js JSON, in the form that Cytoscape's desktop program (.cyjs) and NetworkX's
// cytoscape_graph read too.
#include "render/exporter.hpp"
#include "render/json_items.hpp"

namespace entente::render {
namespace {

class Cytoscape : public Exporter {
 public:
  explicit Cytoscape(ExportFiles& files) : items_(files.open({})) {
    items_.frame(
        "{\"format_version\":\"1.0\",\"generated_by\":\"entente\","
        "\"target_cytoscapejs_version\":\"~2.1\",\n"
        "\"data\":{\"name\":\"entente\",\"shared_name\":\"entente\"},"
        "\"directed\":true,\"multigraph\":true,\n\"elements\":{\"nodes\":[");
  }

  void actor(const graph::Actor& actor) override {
    auto& json = items_.begin();
    json.key("data");
    json.open_object();
    json.member("id", actor.id);
    json.member("name", actor.name);
    json.member("shared_name", actor.name);
    json.member("value", actor.id);
    write_fields(json, actor_fields, actor);
    json.close_object();
    json.member("classes", graph::name_of(actor.kind));
    items_.end();
  }

  void relation(const graph::TripleView& relation) override {
    open_edges();
    const std::string title = std::string(relation.subject.name) + " (" +
                              std::string(relation.lemma) + ") " +
                              std::string(relation.object.name);
    auto& json = items_.begin();
    json.key("data");
    json.open_object();
    const std::string id = relation_id(relation);
    json.member("id", id);
    json.member("key", id);  // what keeps parallel edges apart for NetworkX
    json.member("source", relation.subject.key);
    json.member("target", relation.object.key);
    json.member("name", title);
    json.member("shared_name", title);
    json.member("interaction", relation.type);
    json.member("shared_interaction", relation.type);
    write_fields(json, relation_fields, relation);
    json.close_object();
    items_.end();
  }

  void finish() override {
    open_edges();
    items_.frame("\n]}}\n");
    items_.flush();
  }

 private:
  void open_edges() {
    if (!in_edges_) items_.frame("\n],\n\"edges\":[");
    in_edges_ = true;
  }

  JsonItems items_;
  bool in_edges_ = false;
};

}  // namespace

ExporterPtr make_cytoscape(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Cytoscape>(files);
}

}  // namespace entente::render
