#include "extract/annotate/entity_tags.hpp"

#include <vector>

namespace entente::annotate {
namespace {

constexpr float impossible = -1e30F;

bool may_follow(std::size_t tag, std::size_t before) {
  const bool inside = tag > 0 && tag % 2 == 0;
  return !inside || before == tag || before + 1 == tag;
}

}  // namespace

TagChain::TagChain(std::span<const float> scores) {
  for (std::size_t before = 0; before < entity_tag_count; ++before) {
    for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
      after_[before][tag] =
          may_follow(tag, before) ? scores[before * entity_tag_count + tag] : impossible;
    }
  }
}

void TagChain::best_tags(std::span<const TagScores> scores, std::span<std::uint8_t> tags) const {
  const std::size_t n = tags.size();
  if (n == 0) return;
  std::vector<std::array<std::uint8_t, entity_tag_count>> back(n);
  TagScores best{};
  for (std::size_t tag = 0; tag < entity_tag_count; ++tag)
    best[tag] = after_[0][tag] + scores[0][tag];
  for (std::size_t i = 1; i < n; ++i) {
    TagScores next{};
    for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
      std::size_t from = 0;
      for (std::size_t before = 1; before < entity_tag_count; ++before) {
        if (best[before] + after_[before][tag] > best[from] + after_[from][tag]) from = before;
      }
      back[i][tag] = static_cast<std::uint8_t>(from);
      next[tag] = best[from] + after_[from][tag] + scores[i][tag];
    }
    best = next;
  }
  std::size_t tag = 0;
  for (std::size_t other = 1; other < entity_tag_count; ++other) {
    if (best[other] > best[tag]) tag = other;
  }
  for (std::size_t i = n; i-- > 0;) {
    tags[i] = static_cast<std::uint8_t>(tag);
    tag = back[i][tag];
  }
}

}  // namespace entente::annotate
