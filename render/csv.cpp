// Two tables whose columns have the names that Gephi knows: nodes.csv and edges.csv.
#include "render/csv_row.hpp"
#include "render/exporter.hpp"

namespace entente::render {
namespace {

/// Under names of Gephi's already.
bool is_named_already(std::string_view field) {
  return field == "label" || field == "class" || field == "weight";
}

class Csv : public Exporter {
 public:
  explicit Csv(ExportFiles& files)
      : nodes_(files.open("nodes.csv")), edges_(files.open("edges.csv")) {
    nodes_ << "Id,Label";
    for (const auto& field : actor_fields) {
      if (!is_named_already(field.name)) nodes_ << "," << field.name;
    }
    nodes_ << "\n";
    edges_ << "Source,Target,Type,Kind,Id,Label,Weight,Timeset";
    for (const auto& field : relation_fields) {
      if (!is_named_already(field.name)) edges_ << "," << field.name;
    }
    edges_ << "\n";
  }

  void actor(const graph::Actor& actor) override {
    CsvRow row(nodes_);
    row.cell(actor.id).cell(std::string_view(actor.name));
    for (const auto& field : actor_fields) {
      if (!is_named_already(field.name)) row.field(field.value(actor));
    }
    row.end();
  }

  void relation(const graph::TripleView& relation) override {
    id_.clear();
    append_relation_id(id_, relation);
    CsvRow row(edges_);
    row.cell(relation.subject.key).cell(relation.object.key).cell("Directed").cell(relation.type);
    row.cell(id_).cell(relation.lemma).field(FieldValue(static_cast<double>(relation.weight)));
    row.cell(timeset_of(relation));
    for (const auto& field : relation_fields) {
      if (!is_named_already(field.name)) row.field(field.value(relation));
    }
    row.end();
  }

  void finish() override {
    nodes_.flush();
    edges_.flush();
  }

 private:
  std::string_view timeset_of(const graph::TripleView& relation) {
    timeset_.clear();
    if (relation.date.empty()) return timeset_;
    timeset_ = "<[" + first_day(relation.date);
    if (relation.last_date != relation.date) timeset_ += ", " + first_day(relation.last_date);
    return timeset_ += "]>";
  }

  TextOut nodes_;
  TextOut edges_;
  std::string id_;
  std::string timeset_;
};

}  // namespace

ExporterPtr make_csv(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Csv>(files);
}

}  // namespace entente::render
