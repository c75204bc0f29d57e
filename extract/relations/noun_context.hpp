// The context of an event noun below the act that governs it.
#pragma once

#include "extract/relations/clause.hpp"
#include "extract/relations/context.hpp"
#include "extract/relations/parties.hpp"

namespace entente::relations {

/// `above` is the context of the parent, `context` what the noun has of its own so far.
Context noun_context(const SentenceTree& tree, const PartyFinder& parties, const Predication& noun,
                     const Predication& parent, const Context& above, Context context);

}  // namespace entente::relations
