// Reads the titles that stand before names, and whose they are. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// What stands before a name or heads a role phrase: "former U.S. deputy secretary of state".
struct TitleRead {
  Range words;                    ///< the title without owner, e.g. "deputy secretary of state"
  Range whole;                    ///< with owner and modifiers
  std::string title;              ///< canonical, singular; empty if there is none
  std::vector<std::string> more;  ///< further titles joined by "and"
  std::vector<std::uint32_t> organisations;  ///< actors
  bool former = false;
  bool plural = false;
  char gender = 0;
};

/// A title with a complement before the name: "Special Representative for the DPRK"; empty if
/// none.
Range title_with_complement(const Work& work, Range name);

/// Reads leftwards from the first token of a person's name. An empty title if none.
TitleRead title_before(Work& work, Range name);

/// The title's words as they are told: lower-case but for names.
std::string title_text(const Work& work, Range words);

/// State or body that the words just before `end` name, as an owner of what follows, with
/// where those words begin: "Russian", "Iran's", "Kuwait's Foreign Ministry", "NATO".
struct Owner {
  std::uint32_t begin = 0;
  std::vector<std::uint32_t> actors;
};
std::optional<Owner> owner_before(Work& work, std::uint32_t end);

/// The actor behind a person's name: "of Nigeria" in "Muhammadu Buhari of Nigeria".
std::optional<std::uint32_t> owner_after(const Work& work, Range name);

/// The "'s" or apostrophe of a word that owns what follows.
bool is_clitic(const Work& work, std::uint32_t t);

}  // namespace entente::actors
