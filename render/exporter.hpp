// Writing a graph for other programs.
#pragma once

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "graph/actor.hpp"
#include "graph/triple_view.hpp"

namespace entente::render {

/// Is told first every actor, then every relation, then finish, and writes as it is
/// told: memory does not grow with the relations.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual void actor(const graph::Actor& actor) = 0;
  virtual void relation(const graph::TripleView& relation) = 0;
  virtual void finish() = 0;
};

/// Where an exporter writes: one file, or several in a folder.
class ExportFiles {
 public:
  virtual ~ExportFiles() = default;
  /// The stream lives as long as this. `name` is that of a file of a folder and empty
  /// for a format of one file.
  virtual std::ostream& open(std::string_view name) = 0;
};

struct ExportOptions {
  bool merged = false;                ///< what it is told are edges, not single relations
  std::string edges_key = "links";    ///< of node-link JSON: NetworkX before 3.6; later "edges"
  std::string base = "urn:entente:";  ///< of RDF's names
};

/// One format; a row of render/exports.cpp.
struct ExportInfo {
  std::string_view name;
  std::string_view extension;  ///< ".graphml"; empty for a folder
  std::string_view summary;
  std::string_view readers;  ///< programs that read it
  std::unique_ptr<Exporter> (*make)(ExportFiles& files, const ExportOptions& options);

  [[nodiscard]] bool is_folder() const { return extension.empty(); }
};

std::span<const ExportInfo> exports();
/// Null if there is no such format.
const ExportInfo* find_export(std::string_view name);

using ExporterPtr = std::unique_ptr<Exporter>;
ExporterPtr make_graph_json(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_triple_lines(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_node_link(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_d3(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_cytoscape(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_jgf(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_graphml(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_yed(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_gexf(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_gexf_12(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_csv(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_neo4j(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_ntriples(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_turtle(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_jsonld(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_ftm(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_stix(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_gdelt(ExportFiles& files, const ExportOptions& options);
ExporterPtr make_polecat(ExportFiles& files, const ExportOptions& options);

}  // namespace entente::render
