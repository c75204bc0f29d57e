// The formats that `entente render` offers.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "render/diagram.hpp"
#include "render/graphviz.hpp"

namespace entente::render {

/// One picture format; a row of render/registry.cpp.
struct ViewInfo {
  std::string_view name;
  std::string_view summary;
  void (*write)(const Diagram& diagram, const DrawStyle& style, std::ostream& out);
};

std::span<const ViewInfo> views();
/// Null if there is no such format.
const ViewInfo* find_view(std::string_view name);

}  // namespace entente::render
