// Statements that an article prints without quotation marks below "The minister said:".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::text {

/// For each sentence the one that says whose words it is: the last with a verb of saying and a
/// colon, from which plain paragraphs run on. None for what the article tells itself, for what
/// stands in quotation marks, and from where the speaker is spoken of again. To be asked of an
/// annotated document.
std::vector<std::optional<std::uint32_t>> monologues(const Document& document);

}  // namespace entente::text
