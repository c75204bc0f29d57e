// Offices told beside a name, read off the words alone where the tree is no help: "X, vice chairman
// for political affairs of Y", "The chief Y negotiator at the talks, X,". Internal to
// extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// A noun phrase that names an office.
struct OfficePhrase {
  Range whole;        ///< with article, owner and complements
  Range words;        ///< the title and what it is for, as far as it goes without a break
  std::string title;  ///< canonical
  std::optional<std::uint32_t> owner;  ///< actor: the state, body or person whose office it is
  bool former = false;
};

/// Offices that one person has under another: "X's lawyer".
bool serves_person(std::string_view title);

/// Reads rightwards from an article, owner, modifier or title, no further than `end`.
std::optional<OfficePhrase> read_office(Work& work, std::uint32_t first, std::uint32_t end);

/// Tags of the words that an office is named with.
bool nominal(Upos tag);

}  // namespace entente::actors
