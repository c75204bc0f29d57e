// The charts that `entente plot` offers, and reports hold.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "render/palette.hpp"
#include "render/tally.hpp"

namespace entente::render {

struct PlotOptions {
  std::string title;      ///< empty: the plot's own
  std::size_t rows = 15;  ///< of a chart with rows, the largest
  Theme theme = Theme::light;
};

/// One kind of chart; a row of render/plots.cpp.
struct PlotInfo {
  std::string_view name;
  std::string_view summary;
  void (*write)(const Tally& tally, const PlotOptions& options, std::ostream& out);
};

std::span<const PlotInfo> plots();
/// Null if there is no such kind.
const PlotInfo* find_plot(std::string_view name);

/// What a class is called in words: "AGREE" is "agree".
std::string words_of(graph::RelationClass type);

}  // namespace entente::render
