// Diagrams through Graphviz's libraries.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "render/diagram.hpp"
#include "render/palette.hpp"

namespace entente::render {

struct DrawStyle {
  Theme theme = Theme::light;
  std::string layout = "auto";  ///< or one of Graphviz's: dot, neato, sfdp, ...
};

/// What `layout` auto means for the diagram: layers for what is small, forces for more.
std::string layout_of(const Diagram& diagram, const DrawStyle& style);

/// Whether Graphviz frames a diagram's groups in that layout.
bool draws_frames(std::string_view layout);

/// The graph in the DOT language, without positions.
void write_dot(const Diagram& diagram, const DrawStyle& style, std::ostream& out);
/// `format` is one of Graphviz's: "svg", "png", "pdf". Not for two threads at once.
void write_picture(const Diagram& diagram, const DrawStyle& style, std::string_view format,
                   std::ostream& out);

}  // namespace entente::render
