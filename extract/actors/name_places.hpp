// What the words in and around a name tell of where it lies, and which of two places of one name is
// meant. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <string>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// Whether the document is about the United States rather than the Caucasus.
bool american_georgia(const Work& work);

/// A town or state of the United States is named there: "Atlanta" in "Atlanta, Georgia".
bool covers_american_town(const Work& work, std::uint32_t token);

/// "roast Turkey", "Turkey breast"
bool food(const Work& work, const NameHit& hit);

/// The country of the state that is named within the words; empty if none is.
std::string owner_country(const Work& work, Range range);

/// The country in which a place lies by the name behind it, "X, France", or its own words; empty if
/// neither tells.
std::string enclosing_country(const Work& work, Range range);

}  // namespace entente::actors
