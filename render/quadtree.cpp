#include "render/quadtree.hpp"

#include <algorithm>
#include <numeric>

namespace entente::render {
namespace {

constexpr std::uint32_t leaf_points = 6;
constexpr int max_depth = 24;          // points that lie on each other end there
constexpr double opening = 1.1 * 1.1;  // squared: a cell seen smaller than this counts as one point
constexpr double near_squared = 1e-4;  // closer points do not push harder

void add_push(Point& sum, Point at, Point from, double mass) {
  const double x = at.x - from.x;
  const double y = at.y - from.y;
  const double strength = mass / std::max(x * x + y * y, near_squared);
  sum.x += x * strength;
  sum.y += y * strength;
}

}  // namespace

Quadtree::Quadtree(std::span<const Point> points, std::span<const double> masses)
    : points_(points), masses_(masses), order_(points.size()) {
  std::iota(order_.begin(), order_.end(), 0u);
  if (points.empty()) return;
  const auto [left, right] = std::minmax_element(
      points.begin(), points.end(), [](Point one, Point other) { return one.x < other.x; });
  const auto [low, high] = std::minmax_element(
      points.begin(), points.end(), [](Point one, Point other) { return one.y < other.y; });
  const double size = std::max({right->x - left->x, high->y - low->y, 1e-9});
  build(0, static_cast<std::uint32_t>(points.size()), {left->x, low->y, size}, 0);
}

std::uint32_t Quadtree::build(std::uint32_t begin, std::uint32_t end, Box box, int depth) {
  Cell cell;
  cell.begin = begin;
  cell.end = end;
  cell.size = box.size;
  for (std::uint32_t i = begin; i < end; ++i) {
    const double mass = masses_[order_[i]];
    cell.mass += mass;
    cell.centre.x += points_[order_[i]].x * mass;
    cell.centre.y += points_[order_[i]].y * mass;
  }
  cell.centre.x /= cell.mass;
  cell.centre.y /= cell.mass;
  const auto number = static_cast<std::uint32_t>(cells_.size());
  cells_.push_back(cell);
  if (end - begin > leaf_points && depth < max_depth) divide(number, box, depth);
  return number;
}

void Quadtree::divide(std::uint32_t cell, Box box, int depth) {
  const double half = box.size / 2;
  const auto first = order_.begin();
  const auto part = [&](std::uint32_t begin, std::uint32_t end, auto&& in_first_half) {
    return static_cast<std::uint32_t>(
        std::stable_partition(first + begin, first + end, in_first_half) - first);
  };
  const auto is_left = [&](std::uint32_t node) { return points_[node].x < box.x + half; };
  const auto is_low = [&](std::uint32_t node) { return points_[node].y < box.y + half; };
  const auto begin = cells_[cell].begin;
  const auto end = cells_[cell].end;
  const auto middle = part(begin, end, is_left);
  const std::array<std::uint32_t, 5> bounds{begin, part(begin, middle, is_low), middle,
                                            part(middle, end, is_low), end};
  for (std::size_t i = 0; i < 4; ++i) {
    if (bounds[i] == bounds[i + 1]) continue;
    const Box quarter{box.x + (i >= 2 ? half : 0), box.y + (i % 2 == 1 ? half : 0), half};
    const auto child = build(bounds[i], bounds[i + 1], quarter, depth + 1);
    cells_[cell].children[i] = child;
  }
  cells_[cell].leaf = false;
}

Point Quadtree::push_on(std::uint32_t node) const {
  const Point at = points_[node];
  Point sum;
  std::array<std::uint32_t, 4 * max_depth + 4> open{};
  std::size_t count = 0;
  open[count++] = 0;
  while (count > 0) {
    const Cell& cell = cells_[open[--count]];
    if (cell.leaf) {
      for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
        if (order_[i] != node) add_push(sum, at, points_[order_[i]], masses_[order_[i]]);
      }
      continue;
    }
    const double x = at.x - cell.centre.x;
    const double y = at.y - cell.centre.y;
    if (cell.size * cell.size < opening * (x * x + y * y)) {
      add_push(sum, at, cell.centre, cell.mass);
      continue;
    }
    for (const auto child : cell.children) {
      if (child != 0) open[count++] = child;
    }
  }
  return sum;
}

}  // namespace entente::render
