#include "render/label_room.hpp"

#include <algorithm>
#include <vector>

#include "render/graphviz_library.hpp"

namespace entente::render {
namespace {

constexpr double points_an_inch = 72;

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

/// A label's size holds some room around the words.
Box box_of(const textlabel_t& label) {
  constexpr double room = 4;
  return box_around(label.pos, label.dimen.x - room, label.dimen.y - room);
}

}  // namespace

void hide_crowded_labels(Agraph_s* graph, std::span<Agedge_s* const> edges) {
  std::vector<Box> taken;
  for (auto* node = graphviz().agfstnode(graph); node != nullptr;
       node = graphviz().agnxtnode(graph, node)) {
    taken.push_back(box_of(node));
  }
  for (auto* edge : edges) {
    textlabel_t* label = ED_label(edge);
    if (label == nullptr || label->set == 0) continue;
    const Box box = box_of(*label);
    const auto in_the_way = [&](const Box& other) { return overlap(box, other); };
    if (std::any_of(taken.begin(), taken.end(), in_the_way)) {
      label->set = 0;
    } else {
      taken.push_back(box);
    }
  }
}

}  // namespace entente::render
