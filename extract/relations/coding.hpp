// What an act is about, beyond its class: PLOVER's contexts.
#pragma once

#include <string>

#include "extract/relations/act.hpp"
#include "extract/relations/analysis.hpp"

namespace entente::relations {

/// The contexts that the words of the act's phrase, its mode or the two sectors name, in the order
/// of data/lexicon/contexts.tsv, commas between. Words of other clauses that the act does not
/// govern have no say: "met the envoy and sold oil" are two acts.
std::string contexts_of(const SentenceAnalysis& analysis, const Act& act, const Party& subject,
                        const Party& object);

}  // namespace entente::relations
