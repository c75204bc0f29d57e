#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

/// "the withholding of aid to B" tells no aid: what the noun is of is not told again.
void tell_thing(SentenceAnalysis& analysis, std::size_t index) {
  const auto& predications = analysis.clauses().predications();
  const SentenceTree& tree = analysis.tree();
  const EventNoun* noun = event_noun(tree, predications[index].token).entry;
  if (noun == nullptr || noun->beside.empty()) return;
  for (const TokenId child : tree.children(predications[index].token)) {
    if (!tree.is(child, {text::Deprel::nmod}) || tree.preposition(child) != "of") continue;
    if (const auto thing = analysis.clauses().index_of(child)) analysis.mark_told(*thing);
  }
}

}  // namespace

void extract_nominal_events(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  const auto& predications = analysis.clauses().predications();
  for (std::size_t i = 0; i < predications.size(); ++i) {
    if (predications[i].kind != PredicationKind::noun || analysis.is_told(i)) continue;
    const auto act = nominal_act(analysis, i);
    if (!act) continue;
    add_triples(analysis, *act, "nominal", triples);
    tell_thing(analysis, i);
  }
}

}  // namespace entente::relations
