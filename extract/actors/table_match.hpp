// What the tables know of the words at a place. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// The longest name of the tables that begins at the token and fits its spelling.
struct TableMatch {
  std::uint32_t last = 0;
  std::vector<Alias> aliases;
  bool blocked = false;
};

TableMatch table_match(const Work& work, std::uint32_t begin, std::uint32_t end);

/// "Republican" in "Republican Senator X", which the tables know as the Republican Party: the
/// parties of that adjective where the title or name of one person follows, else none.
TableMatch party_adjective(const Work& work, std::uint32_t begin, std::uint32_t end);

/// All of the aliases have that use.
bool only(const std::vector<Alias>& aliases, AliasUse use);

/// States or places are among them.
bool geographic(const Work& work, const std::vector<Alias>& aliases);

/// Whether what follows a country or town in a longer name is a plain role or body that
/// the role rules read: "Iraqi Army", "Kuwait Foreign Ministry".
bool rest_is_role(const Work& work, Range rest);

}  // namespace entente::actors
