// Who acts, and on whom, where an event noun does not say: what its place in the clause above it
// tells ("broke the truce with an attack on B", "entered B at the request of C").
#pragma once

#include "extract/relations/act.hpp"

namespace entente::relations {

/// Gives an act of that noun the side that it lacks, if the clause above has it: its agents
/// where only targets are known, its targets where only agents are. May set its context.
void fill_from_place(const SentenceAnalysis& analysis, const Predication& noun, Act& act);

/// "at the request of B", "in cooperation with B", "after criticism from B": a phrase that says
/// how or why something was done and names no place, time or party to it.
bool is_circumstance(const SentenceTree& tree, TokenId token);

}  // namespace entente::relations
