#include "render/label_room.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "render/graphviz_library.hpp"

namespace entente::render {
namespace {

constexpr double points_an_inch = 72;
constexpr int steps_a_curve = 12;
constexpr double gap_to_line = 1;  // besides the margin that a label has

struct Box {
  double left, bottom, right, top;
};

Box box_around(pointf middle, double width, double height) {
  return {middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
}

bool overlap(const Box& one, const Box& other) {
  return one.left < other.right && other.left < one.right && one.bottom < other.top &&
         other.bottom < one.top;
}

Box box_of(Agnode_t* node) {
  return box_around(ND_coord(node), ND_width(node) * points_an_inch,
                    ND_height(node) * points_an_inch);
}

bool holds(const boxf& all, const Box& box) {
  return box.left >= all.LL.x && box.right <= all.UR.x && box.bottom >= all.LL.y &&
         box.top <= all.UR.y;
}

double between(double from, double to, double share) { return from + (to - from) * share; }

pointf between(pointf from, pointf to, double share) {
  return {between(from.x, to.x, share), between(from.y, to.y, share)};
}

/// De Casteljau's way along a Bézier curve.
pointf point_on(std::span<const pointf, 4> control, double share) {
  const auto one = between(control[0], control[1], share);
  const auto two = between(control[1], control[2], share);
  const auto three = between(control[2], control[3], share);
  return between(between(one, two, share), between(two, three, share), share);
}

/// Where a link runs, as short straight pieces.
class Course {
 public:
  explicit Course(Agedge_t* edge) {
    const splines* drawn = ED_spl(edge);
    if (drawn == nullptr) return;
    for (int i = 0; i < drawn->size; ++i) {
      const auto& curve = drawn->list[i];
      for (int j = 0; j + 3 < curve.size; j += 3)
        add(std::span<const pointf, 4>(curve.list + j, 4));
    }
  }

  [[nodiscard]] bool crosses(const Box& box) const {
    for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
      if (touches(points_[i], points_[i + 1], box)) return true;
    }
    return false;
  }

  /// Beside the line, so that a label of that size just does not touch it: near its middle first.
  [[nodiscard]] std::vector<pointf> places(pointf size) const {
    std::vector<pointf> all;
    const auto last = static_cast<double>(points_.size()) - 1;
    for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73}) {
      const auto i = static_cast<std::size_t>(share * last);
      if (i + 1 >= points_.size()) break;
      const pointf way{points_[i + 1].x - points_[i].x, points_[i + 1].y - points_[i].y};
      const double length = std::hypot(way.x, way.y);
      if (length == 0) continue;
      const pointf normal{-way.y / length, way.x / length};
      const double away =
          std::abs(normal.x) * size.x / 2 + std::abs(normal.y) * size.y / 2 + gap_to_line;
      for (const double side : {away, -away}) {
        all.push_back({points_[i].x + normal.x * side, points_[i].y + normal.y * side});
      }
    }
    return all;
  }

 private:
  void add(std::span<const pointf, 4> control) {
    for (int step = points_.empty() ? 0 : 1; step <= steps_a_curve; ++step) {
      points_.push_back(point_on(control, static_cast<double>(step) / steps_a_curve));
    }
  }

  /// Liang and Barsky's clipping: what of the piece is inside all four sides?
  static bool touches(pointf from, pointf to, const Box& box) {
    double first = 0;
    double last = 1;
    const auto clip = [&](double way, double room) {
      if (way == 0) return room >= 0;
      const double at = room / way;
      if (way < 0) first = std::max(first, at);
      if (way > 0) last = std::min(last, at);
      return first <= last;
    };
    return clip(from.x - to.x, from.x - box.left) && clip(to.x - from.x, box.right - from.x) &&
           clip(from.y - to.y, from.y - box.bottom) && clip(to.y - from.y, box.top - from.y);
  }

  std::vector<pointf> points_;
};

}  // namespace

void place_labels(Agraph_s* graph, std::span<Agedge_s* const> edges,
                  std::span<Agraph_s* const> frames) {
  std::vector<Box> taken;
  for (auto* node = graphviz().agfstnode(graph); node != nullptr;
       node = graphviz().agnxtnode(graph, node)) {
    taken.push_back(box_of(node));
  }
  for (auto* frame : frames) {
    const textlabel_t* title = GD_label(frame);
    if (title != nullptr) taken.push_back(box_around(title->pos, title->dimen.x, title->dimen.y));
  }
  std::vector<Course> courses;
  for (auto* edge : edges) courses.emplace_back(edge);
  const auto is_free = [&](const Box& box) {
    return holds(GD_bb(graph), box) &&
           std::none_of(taken.begin(), taken.end(),
                        [&](const Box& other) { return overlap(box, other); }) &&
           std::none_of(courses.begin(), courses.end(),
                        [&](const Course& course) { return course.crosses(box); });
  };
  for (std::size_t i = 0; i < edges.size(); ++i) {
    textlabel_t* label = ED_label(edges[i]);
    if (label == nullptr || label->set == 0) continue;
    const pointf size = label->dimen;
    const auto places = courses[i].places(size);
    const auto place = std::find_if(places.begin(), places.end(), [&](pointf middle) {
      return is_free(box_around(middle, size.x, size.y));
    });
    if (place == places.end()) {
      label->set = 0;
      continue;
    }
    label->pos = *place;
    taken.push_back(box_around(*place, size.x, size.y));
  }
}

}  // namespace entente::render
