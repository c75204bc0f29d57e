#include "render/force_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <queue>
#include <utility>

#include "render/quadtree.hpp"

namespace entente::render {
namespace {

constexpr std::size_t max_pivots = 24;
constexpr double repulsion = 2.0;
constexpr double gravity = 0.4;
constexpr double evenness = 0.6;   // 1: only the order of points along each axis counts
constexpr double roominess = 2.0;  // 1: no gaps between groups
constexpr double aspect = 1.2;     // width to height
constexpr double golden_angle = 2.399963229728653;

double length_of(Point p) { return std::hypot(p.x, p.y); }

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(std::size_t nodes, std::span<const LayoutLink> links) {
  Neighbours near(nodes);
  for (const auto& link : links) {
    near[link.one].push_back(link.other);
    near[link.other].push_back(link.one);
  }
  return near;
}

std::vector<double> steps_from(std::uint32_t start, const Neighbours& near) {
  std::vector<double> steps(near.size(), -1);
  std::queue<std::uint32_t> open;
  steps[start] = 0;
  open.push(start);
  while (!open.empty()) {
    const auto node = open.front();
    open.pop();
    for (const auto next : near[node]) {
      if (steps[next] >= 0) continue;
      steps[next] = steps[node] + 1;
      open.push(next);
    }
  }
  return steps;
}

/// Distances from nodes far from each other, squared and centred: the columns of pivot MDS.
std::vector<std::vector<double>> pivot_columns(const Neighbours& near) {
  const std::size_t nodes = near.size();
  std::vector<std::vector<double>> columns;
  std::vector<double> nearest(nodes, 1e9);
  std::uint32_t pivot = 0;
  while (columns.size() < std::min(max_pivots, nodes)) {
    auto column = steps_from(pivot, near);
    for (std::size_t i = 0; i < nodes; ++i) nearest[i] = std::min(nearest[i], column[i]);
    pivot = static_cast<std::uint32_t>(std::max_element(nearest.begin(), nearest.end()) -
                                       nearest.begin());
    double mean = 0;
    for (auto& steps : column) {
      steps *= -0.5 * steps;
      mean += steps / static_cast<double>(nodes);
    }
    for (auto& value : column) value -= mean;
    columns.push_back(std::move(column));
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    double mean = 0;
    for (const auto& column : columns) mean += column[i] / static_cast<double>(columns.size());
    for (auto& column : columns) column[i] -= mean;
  }
  return columns;
}

using Vector = std::vector<double>;

double dot(const Vector& one, const Vector& other) {
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) sum += one[i] * other[i];
  return sum;
}

/// The direction in which the columns spread most, other than `taken`.
Vector main_direction(const std::vector<Vector>& products, const Vector& taken) {
  Vector direction(products.size());
  for (std::size_t i = 0; i < direction.size(); ++i) {
    direction[i] = std::cos(static_cast<double>(i + taken.size()));
  }
  for (int round = 0; round < 50; ++round) {
    if (!taken.empty()) {
      const double along = dot(direction, taken);
      for (std::size_t i = 0; i < direction.size(); ++i) direction[i] -= along * taken[i];
    }
    Vector next;
    for (const auto& row : products) next.push_back(dot(row, direction));
    const double size = std::sqrt(dot(next, next));
    if (size < 1e-12) break;
    for (auto& value : next) value /= size;
    direction = std::move(next);
  }
  return direction;
}

/// Where the nodes stand if only the steps between them count (Brandes and Pich 2006).
std::vector<Point> first_points(const Neighbours& near) {
  const auto columns = pivot_columns(near);
  std::vector<Vector> products(columns.size(), Vector(columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) products[i][j] = dot(columns[i], columns[j]);
  }
  const auto across = main_direction(products, {});
  const auto up = main_direction(products, across);
  std::vector<Point> points(near.size());
  double widest = 1e-9;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
      points[i].x += columns[j][i] * across[j];
      points[i].y += columns[j][i] * up[j];
    }
    widest = std::max(widest, length_of(points[i]));
  }
  // Leaves of one node fall on one point: a spiral of seeds tells them apart.
  const double radius = 4 * std::sqrt(static_cast<double>(near.size()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double seed = static_cast<double>(i);
    const double off = 0.15 * radius * std::sqrt((seed + 0.5) / static_cast<double>(near.size()));
    points[i].x = points[i].x / widest * radius + off * std::cos(seed * golden_angle);
    points[i].y = points[i].y / widest * radius + off * std::sin(seed * golden_angle);
  }
  return points;
}

/// The rounds of ForceAtlas2; names follow the paper.
class ForceAtlas {
 public:
  ForceAtlas(std::vector<Point> points, std::span<const LayoutLink> links)
      : points_(std::move(points)),
        links_(links),
        masses_(points_.size(), 1),
        forces_(points_.size()),
        before_(points_.size()) {
    for (const auto& link : links) {
      masses_[link.one] += 1;
      masses_[link.other] += 1;
    }
  }

  void round() {
    std::swap(before_, forces_);
    const Quadtree tree(points_, masses_);
    for (std::uint32_t i = 0; i < points_.size(); ++i) {
      const Point push = tree.push_on(i);
      const double pull = gravity * masses_[i] / std::max(length_of(points_[i]), 1e-6);
      forces_[i] = {repulsion * masses_[i] * push.x - pull * points_[i].x,
                    repulsion * masses_[i] * push.y - pull * points_[i].y};
    }
    for (const auto& link : links_) attract(link);
    move();
  }

  [[nodiscard]] std::vector<Point> take() { return std::move(points_); }

 private:
  void attract(const LayoutLink& link) {
    const Point across{points_[link.other].x - points_[link.one].x,
                       points_[link.other].y - points_[link.one].y};
    forces_[link.one].x += link.weight * across.x;
    forces_[link.one].y += link.weight * across.y;
    forces_[link.other].x -= link.weight * across.x;
    forces_[link.other].y -= link.weight * across.y;
  }

  [[nodiscard]] double swing_of(std::size_t i) const {
    return std::hypot(forces_[i].x - before_[i].x, forces_[i].y - before_[i].y);
  }

  /// Faster while most nodes keep their direction, slower where they swing.
  void set_speed() {
    double swing = 1e-12;
    double traction = 1e-12;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      swing += masses_[i] * swing_of(i);
      traction +=
          masses_[i] * 0.5 * std::hypot(forces_[i].x + before_[i].x, forces_[i].y + before_[i].y);
    }
    const auto nodes = static_cast<double>(points_.size());
    const double usual = 0.05 * std::sqrt(nodes);
    double tolerance =
        std::max(std::sqrt(usual), std::min(10.0, usual * traction / (nodes * nodes)));
    if (swing / traction > 2.0) {
      if (efficiency_ > 0.05) efficiency_ *= 0.5;
      tolerance = std::max(tolerance, 1.0);
    }
    const double target = tolerance * efficiency_ * traction / swing;
    if (swing > tolerance * traction) {
      if (efficiency_ > 0.05) efficiency_ *= 0.7;
    } else if (speed_ < 1000) {
      efficiency_ *= 1.3;
    }
    speed_ += std::min(target - speed_, 0.5 * speed_);
  }

  void move() {
    set_speed();
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double factor = speed_ / (1 + std::sqrt(speed_ * masses_[i] * swing_of(i)));
      points_[i].x += forces_[i].x * factor;
      points_[i].y += forces_[i].y * factor;
    }
  }

  std::vector<Point> points_;
  std::span<const LayoutLink> links_;
  std::vector<double> masses_;
  std::vector<Point> forces_;
  std::vector<Point> before_;
  double speed_ = 1;
  double efficiency_ = 1;
};

using Squares = std::map<std::pair<long, long>, std::vector<std::uint32_t>>;

Squares squares_of(std::span<const Point> points, double size) {
  Squares squares;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    squares[{std::lround(points[i].x / size), std::lround(points[i].y / size)}].push_back(i);
  }
  return squares;
}

/// Calls `use` for each two points nearer than `reach`, once.
template <typename Use>
void for_near_pairs(std::span<const Point> points, double reach, Use&& use) {
  const auto squares = squares_of(points, reach);
  for (const auto& [square, members] : squares) {
    for (long dx = -1; dx <= 1; ++dx) {
      for (long dy = -1; dy <= 1; ++dy) {
        const auto other = squares.find({square.first + dx, square.second + dy});
        if (other == squares.end()) continue;
        for (const auto i : members) {
          for (const auto j : other->second) {
            if (i < j) use(i, j);
          }
        }
      }
    }
  }
}

/// Pushes points apart that are nearer than `wanted`.
void spread(std::vector<Point>& points, double wanted) {
  for (int round = 0; round < 60; ++round) {
    std::vector<Point> shifts(points.size());
    for_near_pairs(points, wanted, [&](std::uint32_t i, std::uint32_t j) {
      double x = points[j].x - points[i].x;
      double y = points[j].y - points[i].y;
      double gap = std::hypot(x, y);
      if (gap >= wanted) return;
      if (gap < 1e-6) {
        x = std::cos(static_cast<double>(j));
        y = std::sin(static_cast<double>(j));
        gap = 1;
      }
      const double half = 0.25 * (wanted - gap) / gap;
      shifts[i].x -= half * x;
      shifts[i].y -= half * y;
      shifts[j].x += half * x;
      shifts[j].y += half * y;
    });
    for (std::size_t i = 0; i < points.size(); ++i) {
      points[i].x += shifts[i].x;
      points[i].y += shifts[i].y;
    }
  }
}

/// Turns the points so that they spread most from left to right.
void lie_down(std::vector<Point>& points) {
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (const auto& p : points) {
    xx += p.x * p.x;
    xy += p.x * p.y;
    yy += p.y * p.y;
  }
  const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
  for (auto& p : points) {
    p = {p.x * std::cos(angle) + p.y * std::sin(angle),
         p.y * std::cos(angle) - p.x * std::sin(angle)};
  }
}

/// Forces leave a crowd in the middle and long empty arms. Between its place and its rank along
/// each axis a point keeps its neighbours, and the page is used.
void even_out(std::vector<Point>& points, double Point::*axis, double side) {
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
    return points[one].*axis < points[other].*axis;
  });
  const double low = points[order.front()].*axis;
  const double width = std::max(points[order.back()].*axis - low, 1e-9);
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    double& value = points[order[rank]].*axis;
    const double even = static_cast<double>(rank) / static_cast<double>(order.size() - 1);
    value = side * (evenness * even + (1 - evenness) * (value - low) / width - 0.5);
  }
}

}  // namespace

std::vector<Point> force_layout(std::size_t nodes, std::span<const LayoutLink> links) {
  if (nodes == 0) return {};
  if (nodes == 1) return {{}};
  if (nodes == 2) return {{-0.45, 0}, {0.45, 0}};
  ForceAtlas forces(first_points(neighbours_of(nodes, links)), links);
  const auto rounds = std::clamp<std::size_t>(600'000 / nodes, 80, 400);
  for (std::size_t i = 0; i < rounds; ++i) forces.round();
  auto points = forces.take();
  lie_down(points);
  const double side = roominess * std::sqrt(static_cast<double>(nodes));
  even_out(points, &Point::x, side * std::sqrt(aspect));
  even_out(points, &Point::y, side / std::sqrt(aspect));
  spread(points, 1.0);
  return points;
}

}  // namespace entente::render
