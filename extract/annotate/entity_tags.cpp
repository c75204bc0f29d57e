#include "extract/annotate/entity_tags.hpp"

#include <array>
#include <vector>

namespace entente::annotate {
namespace {

using Row = std::array<float, entity_tag_count>;
using Back = std::array<std::uint8_t, entity_tag_count>;

bool may_follow(std::size_t tag, std::size_t before) {
  const bool inside = tag > 0 && tag % 2 == 0;
  return !inside || before == tag || before + 1 == tag;
}

}  // namespace

void best_entity_tags(const float* scores, std::size_t stride, std::span<Prediction> sentence) {
  const std::size_t n = sentence.size();
  if (n == 0) return;
  std::vector<Back> back(n);
  Row best{};
  for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
    best[tag] = may_follow(tag, 0) ? scores[tag] : -1e30F;
  }
  for (std::size_t i = 1; i < n; ++i) {
    Row next{};
    std::size_t top = 0;
    for (std::size_t tag = 1; tag < entity_tag_count; ++tag) {
      if (best[tag] > best[top]) top = tag;
    }
    for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
      std::size_t from = top;
      if (!may_follow(tag, top)) from = best[tag] > best[tag - 1] ? tag : tag - 1;
      back[i][tag] = static_cast<std::uint8_t>(from);
      next[tag] = best[from] + scores[i * stride + tag];
    }
    best = next;
  }
  std::size_t tag = 0;
  for (std::size_t other = 1; other < entity_tag_count; ++other) {
    if (best[other] > best[tag]) tag = other;
  }
  for (std::size_t i = n; i-- > 0;) {
    sentence[i].entity = static_cast<std::uint8_t>(tag);
    tag = back[i][tag];
  }
}

}  // namespace entente::annotate
