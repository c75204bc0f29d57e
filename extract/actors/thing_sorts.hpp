// What nouns that are nobody's name can be about. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::actors {

enum class Sort : std::uint8_t {
  people,
  many,    ///< "hundreds", of whom or what the words after tell
  matter,  ///< deeds and affairs, where more is told of them: "the attack on a church"
  paper,   ///< the same, and "the proposal" alone says which
  law,     ///< the same, and what is done to it tells enough: "passed a bill"
  goods,
  site,
};

/// The sort of a noun, by its lemma or form; none if the tables do not have it.
std::optional<Sort> sort_of(std::string_view noun);

}  // namespace entente::actors
