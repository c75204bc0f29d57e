#include "serve/explorer_data.hpp"

#include "store/evidence.hpp"

namespace entente::serve {

render::Explorer explorer_of(const store::Connection& connection,
                             const graph::KnowledgeGraph& graph, const std::string& title,
                             std::size_t left_out) {
  render::Explorer explorer(graph, title, left_out);
  store::EvidenceReader sentences(connection);
  for (const auto& edge : graph.edges()) {
    sentences.read(edge.relation,
                   [&](const graph::EvidenceView& evidence) { explorer.evidence(evidence); });
  }
  return explorer;
}

}  // namespace entente::serve
