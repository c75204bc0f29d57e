#include "graph/actor.hpp"

#include <array>
#include <utility>

namespace entente::graph {
namespace {

constexpr std::array<std::pair<ActorKind, std::string_view>, 9> kinds{{
    {ActorKind::country, "country"},
    {ActorKind::person, "person"},
    {ActorKind::organisation, "organisation"},
    {ActorKind::armed_force, "armed_force"},
    {ActorKind::group, "group"},
    {ActorKind::company, "company"},
    {ActorKind::place, "place"},
    {ActorKind::entity, "entity"},
    {ActorKind::position, "position"},
}};

}  // namespace

std::string_view name_of(ActorKind kind) {
  for (const auto& [value, name] : kinds) {
    if (value == kind) return name;
  }
  return "organisation";
}

std::optional<ActorKind> actor_kind(std::string_view name) {
  for (const auto& [value, text] : kinds) {
    if (text == name) return value;
  }
  return std::nullopt;
}

}  // namespace entente::graph
