// What stands under a picture: title, what it covers, what its colours and lines mean.
#pragma once

#include <string>

#include "render/diagram.hpp"
#include "render/palette.hpp"

namespace entente::render {

/// An HTML-like label for Graphviz.
std::string caption_of(const Diagram& diagram, Theme theme);

/// "2 May 2015 to March 2016"; empty if there is no date.
std::string period_of(graph::PackedDate first, graph::PackedDate last);

}  // namespace entente::render
