// Diagrams through Graphviz's libraries.
#pragma once

#include <iosfwd>
#include <string_view>

#include "render/diagram.hpp"

namespace entente::render {

/// The graph in the DOT language, without positions.
void write_dot(const Diagram& diagram, std::ostream& out);
/// `format` is one of Graphviz's: "svg", "png", "pdf". Not for two threads at once.
void write_picture(const Diagram& diagram, std::string_view format, std::ostream& out);

}  // namespace entente::render
