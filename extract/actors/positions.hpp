// The offices that titles name, and who holds them. Internal to extract/actors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/actors/work.hpp"

namespace entente::actors {

/// The state's organ of that kind: "Foreign Ministry of Kuwait", "Russian Armed Forces".
std::uint32_t organ_of(Work& work, std::uint32_t owner, std::string_view noun, const Role* role);

/// Notes that the mention's person holds that office. Without an organisation the tables
/// are asked for the person's own. No claim where neither tells.
void claim_office(Work& work, std::uint32_t mention, std::uint32_t person, std::string title,
                  std::optional<std::uint32_t> organisation, Range words, bool former,
                  double confidence);

/// Position actor "president of Ukraine".
std::uint32_t position_actor(Work& work, std::string_view title, std::uint32_t organisation);

}  // namespace entente::actors
