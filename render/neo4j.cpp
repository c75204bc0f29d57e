// For Neo4j: two tables with the headers of neo4j-admin import, and a script that loads
// the same tables into a running server.
#include "graph/relation.hpp"
#include "render/csv_row.hpp"
#include "render/exporter.hpp"

namespace entente::render {
namespace {

std::string_view type_of(FieldType type) {
  switch (type) {
    case FieldType::text:
      break;
    case FieldType::integer:
      return ":long";
    case FieldType::real:
      return ":double";
    case FieldType::flag:
      return ":boolean";
  }
  return "";
}

/// "armed_force" as a label: "ArmedForce".
std::string label_of(graph::ActorKind kind) {
  std::string label;
  bool upper = true;
  for (const char c : graph::name_of(kind)) {
    if (c != '_') label += upper ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '_';
  }
  return label;
}

/// "r.`weight:double`" turned into the type it has.
std::string read_field(std::string_view name, FieldType type) {
  const std::string column = "row.`" + std::string(name) + std::string(type_of(type)) + "`";
  switch (type) {
    case FieldType::text:
      break;
    case FieldType::integer:
      return "toInteger(" + column + ")";
    case FieldType::real:
      return "toFloat(" + column + ")";
    case FieldType::flag:
      return "toBoolean(" + column + ")";
  }
  return column;
}

class Neo4j : public Exporter {
 public:
  explicit Neo4j(ExportFiles& files)
      : actors_(files.open("actors.csv")), relations_(files.open("relations.csv")) {
    actors_ << "actorId:ID(Actor)";
    for (const auto& field : actor_fields) actors_ << "," << field.name << type_of(field.type);
    actors_ << ",:LABEL\n";
    relations_ << ":START_ID(Actor),:END_ID(Actor),relationId";
    for (const auto& field : relation_fields) {
      relations_ << "," << field.name << type_of(field.type);
    }
    relations_ << ",:TYPE\n";
    TextOut script(files.open("load.cypher"));
    write_script(script);
    script.flush();
  }

  void actor(const graph::Actor& actor) override {
    CsvRow row(actors_);
    row.cell(actor.id);
    for (const auto& field : actor_fields) row.field(field.value(actor));
    row.cell("Actor;" + label_of(actor.kind));
    row.end();
  }

  void relation(const graph::TripleView& relation) override {
    id_.clear();
    append_relation_id(id_, relation);
    CsvRow row(relations_);
    row.cell(relation.subject.key).cell(relation.object.key).cell(id_);
    for (const auto& field : relation_fields) row.field(field.value(relation));
    row.cell(relation.type);
    row.end();
  }

  void finish() override {
    actors_.flush();
    relations_.flush();
  }

 private:
  static void write_script(TextOut& out) {
    out << "// Either, into an empty database that is stopped:\n"
           "//   neo4j-admin database import full --nodes=actors.csv"
           " --relationships=relations.csv neo4j\n"
           "// or, with both tables in the import folder of a running server, this script:\n"
           "//   cypher-shell -f load.cypher\n"
           "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.actorId IS UNIQUE;\n"
           "LOAD CSV WITH HEADERS FROM 'file:///actors.csv' AS row\n"
           "MERGE (a:Actor {actorId: row.`actorId:ID(Actor)`})\nSET ";
    write_properties(out, "a", actor_fields);
    // A type cannot be a variable in all versions, so each has its statement.
    for (const auto type : graph::relation_classes()) {
      out << "LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row\n"
             "WITH row WHERE row.`:TYPE` = '"
          << graph::name_of(type)
          << "'\n"
             "MATCH (a:Actor {actorId: row.`:START_ID(Actor)`}),"
             " (b:Actor {actorId: row.`:END_ID(Actor)`})\nMERGE (a)-[r:"
          << graph::name_of(type) << " {relationId: row.relationId}]->(b)\nSET ";
      write_properties(out, "r", relation_fields);
    }
  }

  template <typename Fields>
  static void write_properties(TextOut& out, std::string_view item, const Fields& fields) {
    bool first = true;
    for (const auto& field : fields) {
      out << (first ? "" : ", ") << item << ".`" << field.name
          << "` = " << read_field(field.name, field.type);
      first = false;
    }
    out << ";\n";
  }

  TextOut actors_;
  TextOut relations_;
  std::string id_;
};

}  // namespace

ExporterPtr make_neo4j(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Neo4j>(files);
}

}  // namespace entente::render
