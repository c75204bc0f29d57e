// Who takes part in an act, beyond what the slots of its frame say.
#pragma once

#include <vector>

#include "extract/relations/act.hpp"

namespace entente::relations {

/// Takes out targets that the verb cannot have in the frame's sense: an effigy that is burnt,
/// a place that is joined, the sides of a symmetric act told again by their states.
void keep_meant_targets(const SentenceAnalysis& analysis, const Predication& predication, Act& act);

/// Gives the class that purpose and parties make of the frame's: soldiers who come are no guests,
/// and who warns his own people asks for care.
void recode(const SentenceAnalysis& analysis, const Predication& predication, Act& act);

/// Who resigns leaves the state or body in which he holds office.
std::vector<Party> offices_of(const SentenceAnalysis& analysis, const std::vector<Party>& agents);

/// Whose act an agentless passive is: "expelled from the Union", "killed in a Freedonian raid".
std::vector<Party> hidden_agents(SentenceAnalysis& analysis, const Predication& predication,
                                 const Act& act);

}  // namespace entente::relations
