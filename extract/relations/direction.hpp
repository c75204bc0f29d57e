// Whether an act lies behind, ahead or now, by the tense of its clause.
#pragma once

#include <cstdint>

#include "extract/relations/time_reference.hpp"
#include "extract/text/document.hpp"

namespace entente::relations {

/// Where a clause's tense puts the act that `token` tells. For an event noun the
/// tense of the clause that it depends on, unless a word such as "upcoming" says more.
Direction direction_of(const text::Document& document, std::uint32_t token);

}  // namespace entente::relations
