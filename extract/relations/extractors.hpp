// The extractors that the registry lists. Each adds the triples of one sentence.
#pragma once

#include <vector>

#include "extract/relations/analysis.hpp"
#include "extract/text/triple.hpp"

namespace entente::relations {

using Extract = void (*)(SentenceAnalysis&, std::vector<text::Triple>&);

void extract_verbal_events(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_nominal_events(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_positions(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_standing(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_reports(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_reactions(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);
void extract_warnings(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);

}  // namespace entente::relations
