// Answers to a charge that do not name who has brought it.
#pragma once

#include <cstddef>
#include <optional>

#include "extract/relations/act.hpp"

namespace entente::relations {

/// "A accused B of arming C, a charge B denied", "A says B did it, which B denies": B answers A.
/// So does "B insisted it was not involved" whoever has accused B before.
std::optional<Act> denial_act(SentenceAnalysis& analysis, std::size_t predication);

}  // namespace entente::relations
