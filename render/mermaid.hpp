// Diagrams as Mermaid flowcharts, which Markdown viewers draw.
#pragma once

#include <iosfwd>

#include "render/diagram.hpp"

namespace entente::render {

void write_mermaid(const Diagram& diagram, std::ostream& out);

}  // namespace entente::render
