// Predicates that blame, praise or ask.
#pragma once

#include <string_view>

#include "extract/relations/clause.hpp"
#include "extract/relations/syntax.hpp"

namespace entente::relations {

/// "X is a threat", "is unacceptable".
bool is_blame(std::string_view predicate);

/// "X is a threat", "X is a terrorist organisation".
bool is_blame(const SentenceTree& tree, const Predication& content);

/// "X is violating the treaty": of whom it is said, it is a charge.
bool is_misdeed(std::string_view verb);

/// "X is an important partner"; of what somebody did: "X's decision is a victory".
bool is_praise(std::string_view predicate, bool of_deed);

/// "it is time for X to ..."
bool is_necessity(std::string_view predicate);

}  // namespace entente::relations
