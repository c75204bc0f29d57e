// Node-link JSON, for NetworkX and for D3 and its kin.
#include "render/exporter.hpp"
#include "render/json_items.hpp"

namespace entente::render {
namespace {

enum class Flavour { networkx, d3 };

class NodeLink : public Exporter {
 public:
  NodeLink(ExportFiles& files, Flavour flavour, std::string edges_key)
      : flavour_(flavour), edges_key_(std::move(edges_key)), items_(files.open({})) {
    items_.frame(flavour == Flavour::networkx
                     ? "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":["
                     : "{\"nodes\":[");
  }

  void actor(const graph::Actor& actor) override {
    auto& json = items_.begin();
    json.member("id", actor.id);
    if (flavour_ == Flavour::d3) json.member("group", graph::name_of(actor.kind));
    write_fields(json, actor_fields, actor);
    items_.end();
  }

  void relation(const graph::TripleView& relation) override {
    open_links();
    auto& json = items_.begin();
    json.member("source", relation.subject.key);
    json.member("target", relation.object.key);
    json.member(flavour_ == Flavour::networkx ? "key" : "id", relation_id(relation));
    if (flavour_ == Flavour::d3) json.member("value", static_cast<double>(relation.weight));
    write_fields(json, relation_fields, relation);
    items_.end();
  }

  void finish() override {
    open_links();
    items_.frame("\n]}\n");
    items_.flush();
  }

 private:
  void open_links() {
    if (!in_links_) items_.frame("\n],\n\"" + edges_key_ + "\":[");
    in_links_ = true;
  }

  Flavour flavour_;
  std::string edges_key_;
  JsonItems items_;
  bool in_links_ = false;
};

}  // namespace

ExporterPtr make_node_link(ExportFiles& files, const ExportOptions& options) {
  return std::make_unique<NodeLink>(files, Flavour::networkx, options.edges_key);
}
ExporterPtr make_d3(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<NodeLink>(files, Flavour::d3, "links");
}

}  // namespace entente::render
