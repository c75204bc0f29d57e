// Appositions that a tree hangs on the wrong noun.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/token.hpp"

namespace entente::annotate {

/// "the UN envoy to Yemen, Martin Griffiths": a person is no apposition of a place or body, nor
/// one person of several things, but of the person noun above it. Heads and deprels of `tokens`
/// [first, last), one sentence, must be a tree and stay one.
void hang_names_on_persons(std::span<text::Token> tokens, std::uint32_t first, std::uint32_t last);

/// "Roe and Poe, both Democrats, wrote": what several are called is no further one of them.
void set_summaries_apart(std::span<text::Token> tokens, std::string_view text, std::uint32_t first,
                         std::uint32_t last);

}  // namespace entente::annotate
