#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"

namespace entente::relations {

void extract_nominal_events(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  const auto& predications = analysis.clauses().predications();
  for (std::size_t i = 0; i < predications.size(); ++i) {
    if (predications[i].kind != PredicationKind::noun || analysis.is_told(i)) continue;
    if (const auto act = nominal_act(analysis, i)) add_triples(analysis, *act, "nominal", triples);
  }
}

}  // namespace entente::relations
