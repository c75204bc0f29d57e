// What the words right at a predication make of it: "not", "may", "planned", "no".
#pragma once

#include <optional>

#include "extract/relations/clause.hpp"
#include "extract/relations/context.hpp"

namespace entente::relations {

/// The "no" of "no troops", or "nobody" itself.
std::optional<TokenId> word_of_no(const SentenceTree& tree, TokenId noun);

/// `told` if somebody is reported to have said so: "said it would" is the future of the past.
void apply_own_words(const SentenceTree& tree, const Predication& predication, bool told,
                     Context& context);

}  // namespace entente::relations
