// Colours of pictures, light and dark. The four colours of cooperation and conflict can be
// told apart by people who see red and green alike (after ColorBrewer's diverging RdBu).
#pragma once

#include <array>

#include "graph/actor.hpp"
#include "graph/relation.hpp"

namespace entente::render {

enum class Theme { light, dark };

struct KindColours {
  graph::ActorKind kind;
  const char* fill;
  const char* border;
};

struct Palette {
  const char* background;
  const char* text;
  const char* muted;  ///< small print, frames
  const char* panel;  ///< behind a group
  const char* frame;  ///< around it
  std::array<KindColours, 9> kinds;
  std::array<const char*, 5> quads;  ///< by graph::Quad
};

inline constexpr Palette light_palette{
    "#ffffff",
    "#1c1c1c",
    "#666666",
    "#f4f4f0",
    "#d8d8d0",
    {{
        {graph::ActorKind::country, "#cfe0f5", "#3b6ea8"},
        {graph::ActorKind::person, "#fdf1c4", "#b08a1e"},
        {graph::ActorKind::organisation, "#d8ecd5", "#4d8a48"},
        {graph::ActorKind::armed_force, "#f6d5cf", "#a8503f"},
        {graph::ActorKind::group, "#eadcef", "#80578f"},
        {graph::ActorKind::company, "#d5eeee", "#3f8888"},
        {graph::ActorKind::place, "#ececec", "#777777"},
        {graph::ActorKind::entity, "#fbe3cb", "#b3743a"},
        {graph::ActorKind::position, "#ffffff", "#999999"},
    }},
    {"#6b6b6b", "#3182bd", "#174f8a", "#d9730d", "#b2182b"},
};

inline constexpr Palette dark_palette{
    "#15191e",
    "#eef1f4",
    "#9aa4ae",
    "#1d232a",
    "#38424d",
    {{
        {graph::ActorKind::country, "#1f3d61", "#6fa3dc"},
        {graph::ActorKind::person, "#52431a", "#dcb54a"},
        {graph::ActorKind::organisation, "#24472a", "#7dbb76"},
        {graph::ActorKind::armed_force, "#5a2a22", "#e08a78"},
        {graph::ActorKind::group, "#42304a", "#b88fc7"},
        {graph::ActorKind::company, "#1c4648", "#6fbcbc"},
        {graph::ActorKind::place, "#33383e", "#a2a9b0"},
        {graph::ActorKind::entity, "#553a1f", "#e0a066"},
        {graph::ActorKind::position, "#22272d", "#8a939c"},
    }},
    {"#a7b0b8", "#6db3e8", "#3f86e0", "#f5a54a", "#f0606b"},
};

inline const Palette& palette_of(Theme theme) {
  return theme == Theme::dark ? dark_palette : light_palette;
}

inline const char* fill_of(graph::ActorKind kind, Theme theme = Theme::light) {
  return palette_of(theme).kinds[static_cast<std::size_t>(kind)].fill;
}
inline const char* border_of(graph::ActorKind kind, Theme theme = Theme::light) {
  return palette_of(theme).kinds[static_cast<std::size_t>(kind)].border;
}
inline const char* colour_of(graph::Quad quad, Theme theme = Theme::light) {
  return palette_of(theme).quads[static_cast<std::size_t>(quad)];
}

}  // namespace entente::render
