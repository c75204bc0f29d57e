// How far two spellings are apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente::util {

/// Insertions, deletions and replacements of bytes that turn one into the other
/// (Levenshtein 1966).
std::size_t edit_distance(std::string_view one, std::string_view other);

}  // namespace entente::util
