// How the names of one person may differ. Internal to extract/actors; all take keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::actors {

/// Two spellings of one word, by a letter or two.
bool alike(std::string_view a, std::string_view b);

/// Whether one name is the other with words or initials left out: "Rodrigo Chaves" and
/// "Rodrigo Chaves Robles", "Antony J. Blinken" and "Antony Blinken".
bool same_person_name(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Names that stand first in Chinese and Korean.
bool family_name(std::string_view key);

/// "JOHN SMITH" of a headline as "John Smith".
std::string from_capitals(std::string name);

}  // namespace entente::actors
