#include "extract/relations/confidence.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace entente::relations {
namespace {

struct Point {
  double score;
  double right;  ///< share of right triples around that score
};

constexpr std::array<Point, 6> events{
    {{0.0, 0.05}, {0.3, 0.3}, {0.5, 0.52}, {0.65, 0.71}, {0.75, 0.88}, {0.9, 0.96}}};
constexpr std::array<Point, 5> standing{
    {{0.0, 0.05}, {0.4, 0.3}, {0.6, 0.7}, {0.85, 0.87}, {1.0, 0.95}}};

double between(std::span<const Point> points, double score) {
  const auto next = std::find_if(points.begin(), points.end(),
                                 [&](const Point& point) { return point.score >= score; });
  if (next == points.begin()) return points.front().right;
  if (next == points.end()) return points.back().right;
  const Point& low = *(next - 1);
  const double share = (score - low.score) / (next->score - low.score);
  return low.right + share * (next->right - low.right);
}

}  // namespace

double calibrated_confidence(double score, graph::RelationClass type) {
  return graph::is_static(type) ? between(standing, score) : between(events, score);
}

}  // namespace entente::relations
