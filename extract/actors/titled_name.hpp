// Where a person's own name begins among the titles and states that annotators take for
// part of it. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// Whether the word is a name or adjective of a state.
bool state_word(const Work& work, std::uint32_t token);

/// Where the longest role noun for persons that begins at `first` ends; `first` if none does.
std::uint32_t role_from(const Work& work, std::uint32_t first, std::uint32_t end);

/// "Foreign Office Minister Tobias Ellwood", "Minister for the Middle East Tobias Ellwood":
/// where the name behind a title begins, if that is how the words run.
std::optional<std::uint32_t> name_after_title(const Work& work, Range entity);

/// "[Oceanian Affairs Tanaka Hiroshi]" after "Director General for Asian and": the same where the
/// annotated name begins within what the office is for.
std::optional<std::uint32_t> name_after_complement(const Work& work, Range entity);

/// What an annotator calls a person, without titles and states.
Range trimmed_person(const Work& work, Range entity);

/// "Prime Minister", "Secretary of Transportation": no names, whatever the annotator says.
bool titles_only(const Work& work, Range entity);

/// "army chief General X", "information minister Brigadier General X": the rank that ends there
/// follows an office, and the two are no one title as "attorney general" is.
bool rank_after_office(const Work& work, std::uint32_t end, std::uint32_t floor);

/// Capitalised words between a state and the name: "Iranian Charge d'Affaires". Empty if none.
Range unknown_title(Work& work, Range name);

}  // namespace entente::actors
