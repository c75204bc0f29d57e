// GraphML, and the same with what yEd needs to show it.
#include <algorithm>

#include "render/escape.hpp"
#include "render/exporter.hpp"
#include "render/fields.hpp"
#include "render/palette.hpp"
#include "render/text_out.hpp"
#include "render/xml_values.hpp"

namespace entente::render {
namespace {

class GraphMl : public Exporter {
 public:
  GraphMl(ExportFiles& files, bool yed) : out_(files.open({})), yed_(yed) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    out_ << (yed ? " xmlns:y=\"http://www.yworks.com/xml/graphml\""
                   " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                   " http://graphml.graphdrawing.org/xmlns/1.1/ygraphml.xsd\">\n"
                 : " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
                   " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    write_keys("n_", "node", actor_fields);
    write_keys("e_", "edge", relation_fields);
    if (yed) {
      out_ << "<key id=\"ng\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
              "<key id=\"eg\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
    }
    out_ << "<graph id=\"entente\" edgedefault=\"directed\">\n";
  }

  void actor(const graph::Actor& actor) override {
    out_ << "<node id=\"" << xml(actor.id) << "\">";
    if (yed_) draw(actor);
    write_data("n_", actor_fields, actor);
    out_ << "</node>\n";
  }

  void relation(const graph::TripleView& relation) override {
    id_.clear();
    append_relation_id(id_, relation);
    out_ << "<edge id=\"" << xml(id_);
    out_ << "\" source=\"" << xml(relation.subject.key);
    out_ << "\" target=\"" << xml(relation.object.key) << "\">";
    if (yed_) draw(relation);
    write_data("e_", relation_fields, relation);
    out_ << "</edge>\n";
  }

  void finish() override {
    out_ << "</graph>\n</graphml>\n";
    out_.flush();
  }

 private:
  /// Valid until the next call.
  std::string_view xml(std::string_view text) {
    escaped_.clear();
    append_xml(escaped_, text);
    return escaped_;
  }

  template <typename Fields>
  void write_keys(std::string_view prefix, std::string_view owner, const Fields& fields) {
    for (const auto& field : fields) {
      out_ << "<key id=\"" << prefix << field.name << "\" for=\"" << owner << "\" attr.name=\""
           << field.name << "\" attr.type=\"" << xml_type(field.type) << "\"/>\n";
    }
  }

  template <typename Fields, typename Item>
  void write_data(std::string_view prefix, const Fields& fields, const Item& item) {
    for (const auto& field : fields) {
      const FieldValue value = field.value(item);
      if (is_empty(value)) continue;
      out_ << "<data key=\"" << prefix << field.name << "\">";
      write_xml(out_, value);
      out_ << "</data>";
    }
  }

  void draw(const graph::Actor& actor) {
    const auto width = static_cast<std::int64_t>(24 + 7 * actor.name.size());
    out_ << "<data key=\"ng\"><y:ShapeNode><y:Geometry width=\"" << width
         << "\" height=\"30\"/><y:Fill color=\"" << fill_of(actor.kind)
         << "\" transparent=\"false\"/><y:BorderStyle color=\"" << border_of(actor.kind)
         << "\" type=\"line\" width=\"1.0\"/><y:NodeLabel>" << xml(actor.name)
         << "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>";
  }

  void draw(const graph::TripleView& relation) {
    const auto type = graph::relation_class(relation.type);
    out_ << "<data key=\"eg\"><y:PolyLineEdge><y:LineStyle color=\""
         << colour_of(type ? graph::quad_of(*type) : graph::Quad::none) << "\" type=\""
         << (relation.fact ? "line" : "dashed") << "\" width=\""
         << static_cast<double>(std::min<std::int64_t>(relation.weight, 6))
         << "\"/><y:Arrows source=\"none\" target=\"" << (relation.symmetric ? "none" : "standard")
         << "\"/><y:EdgeLabel>" << (relation.polarity == "negated" ? "not " : "")
         << xml(relation.lemma) << "</y:EdgeLabel></y:PolyLineEdge></data>";
  }

  TextOut out_;
  bool yed_;
  std::string id_;
  std::string escaped_;
};

}  // namespace

ExporterPtr make_graphml(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<GraphMl>(files, false);
}
ExporterPtr make_yed(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<GraphMl>(files, true);
}

}  // namespace entente::render
