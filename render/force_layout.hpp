// A connected graph in the plane: links pull, nodes push.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::render {

struct Point {
  double x = 0;
  double y = 0;
};

struct LayoutLink {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  double weight = 1;  ///< over 0; heavier links are shorter
};

/// One point a node, hardly any two nearer than one unit, around the origin. The same input
/// gives the same points. ForceAtlas2 (Jacomy et al. 2014) with a Barnes-Hut tree, begun from a
/// pivot MDS so that few rounds are enough.
std::vector<Point> force_layout(std::size_t nodes, std::span<const LayoutLink> links);

}  // namespace entente::render
