// A noun phrase about people or bodies: "senior U.S. officials", "the foreign minister of
// Iran", "its troops". Internal to extract/actors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

struct RolePhrase {
  std::uint32_t head = 0;
  Range role;                  ///< the role noun
  Range range;                 ///< the phrase, with what belongs to its name
  const Role* noun = nullptr;  ///< row of the tables
  std::string key;             ///< of the role noun in the text
  std::string words;           ///< role noun with its own modifiers, lower-case but for names
  std::vector<std::uint32_t> owners;  ///< actors: states, bodies, persons
  std::string link;                   ///< preposition of the owner, "" where it stands before
  std::string owner_noun;             ///< "committee" of "the committee's chairman", nobody known
  std::string region;                 ///< "European", "Arab"
  bool plural = false;
  bool definite = false;    ///< "the", "this", a possessor
  bool indefinite = false;  ///< "a", "some", "several"
  bool both = false;        ///< "both", "two"
  bool former = false;
  bool compound = false;          ///< a hyphenated name stands in it: "U.S.-led coalition"
  bool possessive_owner = false;  ///< "Iran's", "its"
};

/// The phrase headed by the token, if its noun is one of the tables' roles or one of the
/// words for states and bodies. Owners to its left and right must have been resolved.
std::optional<RolePhrase> read_role_phrase(Work& work, std::uint32_t head);

}  // namespace entente::actors
