// Colours and style of diagrams. The four link colours can be told apart by people
// who see red and green alike (after ColorBrewer's diverging RdBu).
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "graph/actor.hpp"
#include "graph/relation.hpp"

namespace entente::render {

struct KindColours {
  graph::ActorKind kind;
  const char* fill;
  const char* border;
};

inline constexpr std::array<KindColours, 9> kind_colours{{
    {graph::ActorKind::country, "#cfe0f5", "#3b6ea8"},
    {graph::ActorKind::person, "#fdf1c4", "#b08a1e"},
    {graph::ActorKind::organisation, "#d8ecd5", "#4d8a48"},
    {graph::ActorKind::armed_force, "#f6d5cf", "#a8503f"},
    {graph::ActorKind::group, "#eadcef", "#80578f"},
    {graph::ActorKind::company, "#d5eeee", "#3f8888"},
    {graph::ActorKind::place, "#ececec", "#777777"},
    {graph::ActorKind::entity, "#fbe3cb", "#b3743a"},
    {graph::ActorKind::position, "#ffffff", "#999999"},
}};

inline const char* fill_of(graph::ActorKind kind) {
  return kind_colours[static_cast<std::size_t>(kind)].fill;
}
inline const char* border_of(graph::ActorKind kind) {
  return kind_colours[static_cast<std::size_t>(kind)].border;
}

inline const char* colour_of(graph::Quad quad) {
  switch (quad) {
    case graph::Quad::verbal_cooperation:
      return "#4393c3";
    case graph::Quad::material_cooperation:
      return "#174f8a";
    case graph::Quad::verbal_conflict:
      return "#e08214";
    case graph::Quad::material_conflict:
      return "#b2182b";
    case graph::Quad::none:
      break;
  }
  return "#6b6b6b";
}

using Style = std::pair<const char*, const char*>;

inline constexpr std::array<Style, 9> graph_style{{
    {"rankdir", "LR"},
    {"nodesep", "0.25"},
    {"ranksep", "0.45"},
    {"fontname", "DejaVu Sans"},
    {"fontsize", "11"},
    {"labelloc", "b"},
    {"bgcolor", "white"},
    {"pad", "0.2"},
    {"label", ""},
}};
inline constexpr std::array<Style, 9> node_style{{
    {"shape", "box"},
    {"style", "rounded,filled"},
    {"fontname", "DejaVu Sans"},
    {"fontsize", "12"},
    {"margin", "0.12,0.06"},
    {"fillcolor", "white"},
    {"color", "black"},
    {"label", ""},
    {"tooltip", ""},
}};
inline constexpr std::array<Style, 9> edge_style{{
    {"fontname", "DejaVu Sans"},
    {"fontsize", "10"},
    {"arrowsize", "0.7"},
    {"color", "black"},
    {"style", "solid"},
    {"penwidth", "1"},
    {"dir", "forward"},
    {"label", ""},
    {"tooltip", ""},
}};

}  // namespace entente::render
