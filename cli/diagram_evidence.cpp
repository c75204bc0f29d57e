#include "cli/diagram_evidence.hpp"

#include <string>

#include "store/evidence.hpp"

namespace entente::cli {
namespace {

/// "The sentence. (document, 2022-02-24)"
std::string line_of(const graph::EvidenceView& evidence) {
  std::string line(evidence.sentence);
  if (!line.empty()) line += ' ';
  line += '(';
  line += evidence.document;
  if (!evidence.published.empty()) line += ", " + std::string(evidence.published);
  return line + ")";
}

}  // namespace

void add_evidence(const store::Connection& connection, render::Diagram& diagram) {
  store::EvidenceReader reader(connection);
  for (auto& link : diagram.links) {
    for (const auto relation : link.relations) {
      bool first = true;
      reader.read(relation, [&](const graph::EvidenceView& evidence) {
        if (!first) return;
        first = false;
        link.evidence.push_back(line_of(evidence));
        if (link.url.empty()) link.url = evidence.url;
      });
    }
  }
}

}  // namespace entente::cli
