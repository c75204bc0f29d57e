// Which words stand in the slots of a frame.
#pragma once

#include <string_view>
#include <vector>

#include "extract/relations/analysis.hpp"
#include "extract/relations/lexicon.hpp"

namespace entente::relations {

bool names(const FrameSlot& slot, std::string_view name);

/// True if the word itself may want a phrase with that preposition: "a plan to sell arms
/// [to A]", "its attack [on A]".
bool wants(const SentenceTree& tree, TokenId word, std::string_view preposition);

/// The words that stand in a slot: the predication's own arguments, and what a
/// parser may have hung on another word of the frame ("imposed [sanctions on
/// Iran]", "entered into [an agreement with Iran]").
std::vector<TokenId> fillers(const SentenceTree& tree, const Predication& predication,
                             const Frame& frame, const FrameSlot& slot);

/// True if the word, or what it counts or carries, is one of the slot's.
bool has_word(const SentenceTree& tree, TokenId token, const FrameSlot& slot);

/// "each other", "one another"; "each other's cities".
bool is_each_other(const SentenceTree& tree, TokenId token);

}  // namespace entente::relations
