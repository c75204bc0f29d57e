// Names as the tables are searched for them: without case, accents and dots.
#pragma once

#include <string>
#include <string_view>

namespace entente::actors {

/// Lower-case ASCII words divided by single spaces: "Al-Sisi" -> "al sisi", "U.S." -> "us",
/// "Erdoğan" -> "erdogan", "People's" -> "peoples". Letters of other scripts stay as they are.
std::string name_key(std::string_view text);

/// The key with the differences taken out that transliterations make: "Zelenskiy",
/// "Zelensky" and "Zelenskyy" have one sound key, as have "Mohammed" and "Muhammad".
std::string sound_key(std::string_view key);

/// "Albert Muchanga" -> "albert-muchanga"
std::string slug(std::string_view name);

/// Whether the text begins with an upper-case letter (of any script the tables know).
bool capitalised(std::string_view text);
/// Whether it has two letters or more, all of them upper-case: "NATO", "U.S.".
bool all_capitals(std::string_view text);
/// Runs of white space made one space, none at the ends.
std::string single_spaced(std::string_view text);

}  // namespace entente::actors
