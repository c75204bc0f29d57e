// Surnames that are auxiliaries or months elsewhere: "Mrs May".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/text/token.hpp"

namespace entente::annotate {

/// What follows "Mr" or "Mrs" in capitals is a name, whatever the tagger takes it for. `tokens`
/// [first, last) are one sentence; `text` is the document's.
void name_after_honorific(std::span<text::Token> tokens, std::string_view text, std::uint32_t first,
                          std::uint32_t last);

}  // namespace entente::annotate
