// GEXF 1.3 and 1.2 with the days on which an edge is told to hold.
#include "render/escape.hpp"
#include "render/exporter.hpp"
#include "render/fields.hpp"
#include "render/palette.hpp"
#include "render/text_out.hpp"
#include "render/xml_values.hpp"

namespace entente::render {
namespace {

struct Version {
  std::string_view number;
  std::string_view name_space;
};
constexpr Version version_13{"1.3", "http://gexf.net/1.3"};
constexpr Version version_12{"1.2", "http://www.gexf.net/1.2draft"};

/// Label and weight are attributes of the element itself.
bool is_built_in(std::string_view name) { return name == "label" || name == "weight"; }

class Gexf : public Exporter {
 public:
  Gexf(ExportFiles& files, const Version& version) : out_(files.open({})) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" << version.name_space
         << "\" xmlns:viz=\"" << version.name_space << "/viz\" version=\"" << version.number
         << "\">\n<meta><creator>entente</creator><description>who did what to whom</description>"
            "</meta>\n<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\""
            " timerepresentation=\"interval\" idtype=\"string\">\n";
    write_attributes("node", actor_fields);
    write_attributes("edge", relation_fields);
    out_ << "<nodes>\n";
  }

  void actor(const graph::Actor& actor) override {
    out_ << "<node id=\"" << xml(actor.id);
    out_ << "\" label=\"" << xml(actor.name) << "\">";
    write_values(actor_fields, actor);
    write_colour(fill_of(actor.kind));
    out_ << "</node>\n";
  }

  /// `kind` keeps two sorts of relations of one pair apart in Gephi.
  void relation(const graph::TripleView& relation) override {
    open_edges();
    id_.clear();
    append_relation_id(id_, relation);
    out_ << "<edge id=\"" << xml(id_);
    out_ << "\" source=\"" << xml(relation.subject.key);
    out_ << "\" target=\"" << xml(relation.object.key);
    out_ << "\" label=\"" << xml(relation.lemma);
    out_ << "\" kind=\"" << relation.type << "\" weight=\"" << static_cast<double>(relation.weight)
         << "\">";
    write_values(relation_fields, relation);
    if (!relation.date.empty()) {
      out_ << "<spells><spell start=\"" << first_day(relation.date) << "\" end=\""
           << last_day(relation.last_date) << "\"/></spells>";
    }
    out_ << "</edge>\n";
  }

  void finish() override {
    open_edges();
    out_ << "</edges>\n</graph>\n</gexf>\n";
    out_.flush();
  }

 private:
  std::string_view xml(std::string_view text) {
    escaped_.clear();
    append_xml(escaped_, text);
    return escaped_;
  }

  void open_edges() {
    if (!in_edges_) out_ << "</nodes>\n<edges>\n";
    in_edges_ = true;
  }

  template <typename Fields>
  void write_attributes(std::string_view owner, const Fields& fields) {
    out_ << "<attributes class=\"" << owner << "\" mode=\"static\">\n";
    for (const auto& field : fields) {
      if (is_built_in(field.name)) continue;
      out_ << "<attribute id=\"" << field.name << "\" title=\"" << field.name << "\" type=\""
           << xml_type(field.type) << "\"/>\n";
    }
    out_ << "</attributes>\n";
  }

  template <typename Fields, typename Item>
  void write_values(const Fields& fields, const Item& item) {
    out_ << "<attvalues>";
    for (const auto& field : fields) {
      const FieldValue value = field.value(item);
      if (is_built_in(field.name) || is_empty(value)) continue;
      out_ << "<attvalue for=\"" << field.name << "\" value=\"";
      write_xml(out_, value);
      out_ << "\"/>";
    }
    out_ << "</attvalues>";
  }

  /// "#cfe0f5" by its three parts: readers stumble over the attribute hex.
  void write_colour(std::string_view colour) {
    const auto part = [&](std::size_t at) {
      return static_cast<std::int64_t>(std::stoi(std::string(colour.substr(at, 2)), nullptr, 16));
    };
    out_ << "<viz:color r=\"" << part(1) << "\" g=\"" << part(3) << "\" b=\"" << part(5) << "\"/>";
  }

  TextOut out_;
  std::string id_;
  std::string escaped_;
  bool in_edges_ = false;
};

}  // namespace

ExporterPtr make_gexf(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Gexf>(files, version_13);
}
ExporterPtr make_gexf_12(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Gexf>(files, version_12);
}

}  // namespace entente::render
