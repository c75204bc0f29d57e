// Is it English?
#pragma once

#include <string>
#include <string_view>

namespace entente::read {

/// Empty if the text is English or too short to tell; else the ISO 639-1 code of the
/// language it looks like, or "other". Counts the commonest words of languages in its
/// first four thousand bytes (Grefenstette, "Comparing two language identification
/// schemes", 1995: short words tell languages of whole sentences apart as well as
/// letter trigrams do).
std::string foreign_language(std::string_view text);

}  // namespace entente::read
