// What far-away points push with, gathered (Barnes and Hut 1986).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "render/force_layout.hpp"

namespace entente::render {

/// Must not outlive the points and masses.
class Quadtree {
 public:
  Quadtree(std::span<const Point> points, std::span<const double> masses);

  /// The sum over all other points of mass / distance, away from them.
  [[nodiscard]] Point push_on(std::uint32_t node) const;

 private:
  struct Box {
    double x = 0;
    double y = 0;
    double size = 0;
  };
  struct Cell {
    Point centre;  ///< of mass
    double mass = 0;
    double size = 0;
    std::uint32_t begin = 0;  ///< its points, in order_
    std::uint32_t end = 0;
    std::array<std::uint32_t, 4> children{};  ///< 0: none, for the root is nobody's child
    bool leaf = true;
  };

  std::uint32_t build(std::uint32_t begin, std::uint32_t end, Box box, int depth);
  void divide(std::uint32_t cell, Box box, int depth);

  std::span<const Point> points_;
  std::span<const double> masses_;
  std::vector<std::uint32_t> order_;
  std::vector<Cell> cells_;
};

}  // namespace entente::render
