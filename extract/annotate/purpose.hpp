// Infinitives that a tree gives to the object of a call or visit.
#pragma once

#include <cstdint>
#include <span>

#include "extract/text/token.hpp"

namespace entente::annotate {

/// "Abe called Trump [to congratulate him]": it is Abe who congratulates, as it is whoever summons
/// an ambassador that protests. Makes such a complement an adverbial clause of purpose. Heads and
/// deprels of `tokens` [first, last), one sentence, must be a tree and stay one.
void free_purposes(std::span<text::Token> tokens, std::uint32_t first, std::uint32_t last);

}  // namespace entente::annotate
