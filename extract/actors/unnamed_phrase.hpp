// How far the words reach that speak of a party without a name: "two hundred prisoners held in
// camps". Internal to extract/actors.
#pragma once

#include <cstdint>

#include "extract/actors/doc_view.hpp"

namespace entente::actors {

/// The noun with what stands before it, and its complements as far as they follow at once.
Range phrase_of(const DocView& view, std::uint32_t i);

/// "the proposal", "this attack", with not a word more.
bool bare_definite(const DocView& view, std::uint32_t i);

/// "people living in camps" are people; "a resolution to expel the troops" is called so.
bool is_clause_of_name(const DocView& view, std::uint32_t c);

/// Where a name of these words ends: if there are too many, before a preposition.
std::uint32_t end_of_name(const DocView& view, Range words, std::uint32_t head);

/// "20", "hundreds".
bool head_counts(const DocView& view, std::uint32_t head);

/// The soldiers in "hundreds of soldiers", else the noun itself.
std::uint32_t counted_in(const DocView& view, std::uint32_t head);

/// "the", "his": no word of a name.
bool is_determiner(const DocView& view, std::uint32_t t);

}  // namespace entente::actors
