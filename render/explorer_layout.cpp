#include "render/explorer_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "graph/algorithms.hpp"

namespace entente::render {
namespace {

constexpr double wide = 1.2;  // screens are wider than high

/// Links of an event weigh more than those of a standing relation or a mere statement.
double pull_of(graph::RelationClass type) {
  if (type == graph::RelationClass::statement) return 0.3;
  return graph::is_event(type) ? 1.0 : 0.6;
}

/// One connected part and its place in the plane.
struct Part {
  std::vector<graph::NodeIndex> nodes;
  std::vector<LayoutLink> links;
  std::vector<Point> points;
};

std::vector<Part> parts_of(const graph::KnowledgeGraph& graph) {
  const auto component = graph::components(graph);
  std::vector<Part> parts;
  std::vector<std::uint32_t> place(component.size());
  for (graph::NodeIndex node = 0; node < component.size(); ++node) {
    if (component[node] >= parts.size()) parts.resize(component[node] + std::size_t{1});
    auto& part = parts[component[node]];
    place[node] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(node);
  }
  std::map<std::pair<graph::NodeIndex, graph::NodeIndex>, double> weights;
  for (const auto& edge : graph.edges()) {
    if (edge.subject == edge.object) continue;
    weights[std::minmax(edge.subject, edge.object)] +=
        pull_of(edge.type) * static_cast<double>(edge.confidence);
  }
  for (const auto& [pair, weight] : weights) {
    const double pull = std::min(3.0, 0.5 + std::log2(1 + weight));
    parts[component[pair.first]].links.push_back({place[pair.first], place[pair.second], pull});
  }
  return parts;
}

using Square = std::pair<int, int>;

/// Squares of the plane in which a part would lie, with a margin.
std::vector<Square> squares_of(const std::vector<Point>& points) {
  std::set<Square> squares;
  for (const auto& point : points) {
    const int x = static_cast<int>(std::lround(point.x));
    const int y = static_cast<int>(std::lround(point.y));
    for (int dx = -1; dx <= 1; ++dx) {
      for (int dy = -1; dy <= 1; ++dy) squares.emplace(x + dx, y + dy);
    }
  }
  return {squares.begin(), squares.end()};
}

/// Puts each part as near to the middle as those before it leave room.
class Packing {
 public:
  explicit Packing(std::size_t room) {
    const int reach = static_cast<int>(std::sqrt(static_cast<double>(room))) + 2;
    for (int y = -reach; y <= reach; ++y) {
      const int across = static_cast<int>(wide * reach);
      for (int x = -across; x <= across; ++x) offers_.emplace_back(x, y);
    }
    std::stable_sort(offers_.begin(), offers_.end(),
                     [](Square one, Square other) { return far(one) < far(other); });
  }

  void put(Part& part) {
    const auto squares = squares_of(part.points);
    const Square offer = first_free(squares);
    for (const auto& square : squares) {
      taken_.emplace(square.first + offer.first, square.second + offer.second);
    }
    for (auto& point : part.points) {
      point = {point.x + offer.first, point.y + offer.second};
    }
  }

 private:
  static double far(Square square) { return std::hypot(square.first / wide, square.second); }

  /// Offers that did not fit a small part will not fit one that is as large.
  Square first_free(const std::vector<Square>& squares) {
    std::size_t& begin = tried_[squares.size()];
    for (; begin < offers_.size(); ++begin) {
      const Square offer = offers_[begin];
      const bool fits = std::none_of(squares.begin(), squares.end(), [&](Square square) {
        return taken_.count({square.first + offer.first, square.second + offer.second}) != 0;
      });
      if (fits) return offer;
    }
    return offers_.back();
  }

  std::vector<Square> offers_;
  std::set<Square> taken_;
  std::map<std::size_t, std::size_t> tried_;
};

}  // namespace

std::vector<Point> explorer_layout(const graph::KnowledgeGraph& graph) {
  auto parts = parts_of(graph);
  std::size_t room = 0;
  for (auto& part : parts) {
    part.points = force_layout(part.nodes.size(), part.links);
    room += squares_of(part.points).size();
  }
  Packing packing(room);
  std::vector<Point> points(graph.actors().size());
  for (auto& part : parts) {
    packing.put(part);
    for (std::size_t i = 0; i < part.nodes.size(); ++i) points[part.nodes[i]] = part.points[i];
  }
  return points;
}

}  // namespace entente::render
