// How far a name that the annotator sees really runs. Internal to extract/actors.
#pragma once

#include <cstdint>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// The annotated name that begins there, cut before "and" or a comma where what follows is a
/// name of its own: "the United Nations and Turkey", but not "Trinidad and Tobago".
Range entity_range(const Work& work, std::uint32_t begin, std::uint32_t end);

/// Whether the token joins two names: "and", a comma.
bool joins_names(const Work& work, std::uint32_t token);

/// A person's name with what the annotator left off: "Karim al" + "-Yousifi", "Leung Che" +
/// "-cheung", "Suleiman Majed" + "al-Shaheen".
Range whole_person(const Work& work, Range entity);

}  // namespace entente::actors
