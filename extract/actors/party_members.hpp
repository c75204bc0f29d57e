// Parties by the words for their members: "Democrat", "the Tory", "Labour". Internal to
// extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// Parties that the tables list under the adjective or noun of their members; those of the
/// document's states where the name alone tells none ("Liberal" in a text about Canada).
std::vector<Alias> parties_called(const Work& work, std::string_view word);

/// "Democrat", "Tory": words for members of one party and nothing else.
bool party_noun(std::string_view word);

/// The party of that name in the state.
std::optional<Alias> party_in(const Work& work, std::string_view name, const Entry& state);

/// Where a title tells of a party ("Arizona Republican", "Democratic challenger", the party being
/// the organisation), that party, as an actor. What is left of the title is an office, or nothing.
std::optional<std::uint32_t> take_party(Work& work, std::string& title,
                                        std::optional<std::uint32_t>& organisation,
                                        std::uint32_t person, Range words);

/// Claims what words behind a name tell of several: "Roe and Poe, both Democrats", "Republicans
/// such as Roe".
void claim_party_plurals(Work& work);

/// The party whose letter stands behind the name, "D" in "Roe (D-Ohio)", and where that ends.
struct PartyLetter {
  std::uint32_t party = 0;  ///< actor
  std::uint32_t last = 0;   ///< token
};
std::optional<PartyLetter> party_letter(Work& work, std::uint32_t after_name);

}  // namespace entente::actors
