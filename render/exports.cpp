#include <algorithm>
#include <array>

#include "render/exporter.hpp"

namespace entente::render {
namespace {

constexpr std::array<ExportInfo, 19> rows{{
    {"triples", ".jsonl", "JSON Lines: one relation with its evidence a line",
     "anything; schemas/triple.schema.json", &make_triple_lines},
    {"json", ".json", "one JSON document of actors and relations",
     "anything; schemas/graph.schema.json", &make_graph_json},
    {"graphml", ".graphml", "GraphML", "Gephi, NetworkX, igraph, Cytoscape, graphology",
     &make_graphml},
    {"yed", ".yed.graphml", "GraphML with yEd's shapes and colours", "yEd", &make_yed},
    {"gexf", ".gexf", "GEXF 1.3 with days", "Gephi, Gephi Lite, graphology, NetworkX from 3.6 on",
     &make_gexf},
    {"gexf-1.2", ".gexf", "the same as GEXF 1.2", "Gephi, NetworkX before 3.6", &make_gexf_12},
    {"csv", "", "nodes.csv and edges.csv", "Gephi, Cytoscape, pandas, R, DuckDB, spreadsheets",
     &make_csv},
    {"neo4j", "", "actors.csv, relations.csv and load.cypher", "Neo4j", &make_neo4j},
    {"node-link", ".json", "node-link JSON", "NetworkX", &make_node_link},
    {"d3", ".json", "nodes and links", "D3, force-graph, vis-network", &make_d3},
    {"cytoscape", ".cyjs", "Cytoscape.js JSON", "Cytoscape.js, Cytoscape, NetworkX",
     &make_cytoscape},
    {"jgf", ".jgf.json", "JSON Graph Format 2.1", "its libraries", &make_jgf},
    {"ntriples", ".nt", "RDF with PROV-O, a triple a line", "rdflib, Jena, Virtuoso, GraphDB",
     &make_ntriples},
    {"turtle", ".ttl", "the same as Turtle", "rdflib, Jena, Protégé", &make_turtle},
    {"jsonld", ".jsonld", "the same as JSON-LD", "rdflib, jsonld.js", &make_jsonld},
    {"ftm", ".ftm.json", "FollowTheMoney entities, one a line", "Aleph, OpenSanctions' tools",
     &make_ftm},
    {"stix", ".stix.json", "a STIX 2.1 bundle", "OpenCTI, MISP, STIX libraries", &make_stix},
    {"gdelt", ".export.CSV", "events in GDELT 2.0's 61 columns", "what reads GDELT", &make_gdelt},
    {"polecat", ".tsv", "events in POLECAT's 40 columns", "what reads POLECAT", &make_polecat},
}};

}  // namespace

std::span<const ExportInfo> exports() { return rows; }

const ExportInfo* find_export(std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [name](const ExportInfo& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace entente::render
