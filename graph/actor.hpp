// A node of the knowledge graph.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::graph {

/// What a node is. `group` is an unnamed but specific set of people ("United
/// States officials"); `entity` is a treaty, resolution, meeting or project;
/// `position` is an office such as "president of Ukraine".
enum class ActorKind {
  country,
  person,
  organisation,
  armed_force,
  group,
  company,
  place,
  entity,
  position,
};

std::string_view name_of(ActorKind kind);
std::optional<ActorKind> actor_kind(std::string_view name);

/// A plain value that owns its strings.
struct Actor {
  std::string id;    ///< stable: a Wikidata Q-number, else a slug such as "person/albert-muchanga"
  std::string name;  ///< canonical English name, no title
  ActorKind kind = ActorKind::organisation;
  std::string country;  ///< ISO 3166-1 alpha-3 (XKX for Kosovo), or a PLOVER body such as "IGO";
                        ///< empty if none
  std::string sector;   ///< PLOVER sector code such as GOV, MIL, REB; empty if none
  std::string sector2;  ///< second sector code, rarely used
};

/// Begins the id of an actor without a name, known in one document alone: "local/DOCUMENT/...".
constexpr std::string_view local_prefix = "local/";
inline bool is_local(const Actor& actor) { return actor.id.starts_with(local_prefix); }

}  // namespace entente::graph
