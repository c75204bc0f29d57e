#include "extract/relations/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "graph/actor.hpp"
#include "graph/relation.hpp"

namespace entente::relations {
namespace {

struct Weights {
  double bias;
  double standing;        ///< for positions, memberships, parts and places
  double event_score;     ///< times the logarithm of the raw score
  double standing_score;  ///< likewise
  double unnamed;         ///< for each actor known in its document alone
  double inferred;        ///< for each actor that no words of its own name
  double found_below;     ///< where the other side stands in no slot of the frame
};

constexpr Weights fitted{2.25, -0.25, 1.45, 1.17, 0.51, -0.53, -1.11};
constexpr double least_score = 0.02;

struct Point {
  double score;
  double right;
};

constexpr std::array<Point, 4> vague{{{0.0, 0.05}, {0.3, 0.3}, {0.5, 0.5}, {1.0, 0.6}}};

double along(double score) {
  const auto next = std::find_if(vague.begin() + 1, vague.end() - 1,
                                 [&](const Point& point) { return point.score >= score; });
  const Point& low = *(next - 1);
  const double share = (std::min(score, next->score) - low.score) / (next->score - low.score);
  return low.right + share * (next->right - low.right);
}

bool is_found_below(const text::Triple& triple) {
  return triple.frame.find("(named ") != std::string::npos;
}

bool is_unnamed(const text::Document& document, std::uint32_t actor) {
  return graph::is_local(document.actors[actor]);
}

}  // namespace

double calibrated_confidence(const text::Document& document, const text::Triple& triple) {
  using graph::RelationClass;
  if (triple.type == RelationClass::other || triple.type == RelationClass::statement) {
    return along(triple.confidence);
  }
  const bool standing = graph::is_static(triple.type);
  const double score = std::log(std::max(triple.confidence, least_score));
  const int unnamed = is_unnamed(document, triple.subject) + is_unnamed(document, triple.object);
  const int inferred = (triple.subject_footing == text::Footing::inferred) +
                       (triple.object_footing == text::Footing::inferred);
  const bool below = is_found_below(triple);
  const double sum = fitted.bias + (standing ? fitted.standing : 0.0) +
                     (standing ? fitted.standing_score : fitted.event_score) * score +
                     fitted.unnamed * unnamed + fitted.inferred * inferred +
                     (below ? fitted.found_below : 0.0);
  return 1.0 / (1.0 + std::exp(-sum));
}

bool is_baseless(const text::Triple& triple) {
  constexpr double least = 0.35;
  return is_found_below(triple) && triple.confidence < least;
}

}  // namespace entente::relations
