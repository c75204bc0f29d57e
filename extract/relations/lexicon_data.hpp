// The bytes of data/lexicon/, compiled into the program.
#pragma once

#include <string_view>

namespace entente::relations {

/// The text of data/lexicon/NAME. Throws Error if there is no such file.
std::string_view lexicon_file(std::string_view name);

}  // namespace entente::relations
