// Finds the offices that are told beside the names of persons: "X, the deputy chief of Y", "named X
// as finance minister". Internal to extract/actors.
#pragma once

#include "extract/actors/work.hpp"

namespace entente::actors {

/// Notes the offices that stand beside persons' names and that no claim covers yet; finds
/// the bodies of those that wait for one.
void claim_beside_names(Work& work);

}  // namespace entente::actors
