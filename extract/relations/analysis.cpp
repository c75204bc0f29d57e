#include "extract/relations/analysis.hpp"

namespace entente::relations {

SentenceAnalysis::SentenceAnalysis(const text::Document& document, const PartyFinder& parties,
                                   std::uint32_t sentence, const Discourse& discourse)
    : document_(document),
      parties_(parties),
      sentence_(sentence),
      tree_(document, document.sentences[sentence]),
      clauses_(tree_),
      contexts_(contexts_of(clauses_, parties, discourse.speakers)),
      times_(find_time_expressions(document, document.sentences[sentence])),
      news_date_(discourse.news_date),
      told_(clauses_.predications().size(), false) {}

}  // namespace entente::relations
