// Entity tags of a sentence, chosen together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::annotate {

inline constexpr std::size_t entity_tag_count = 9;  ///< O, then B- and I- of PER, LOC, ORG, MISC

/// How well each tag suits a word.
using TagScores = std::array<float, entity_tag_count>;

/// Scores of one tag after another; what may not follow has a very low one.
class TagChain {
 public:
  /// `scores` holds [tag before][tag], as learnt; a sentence begins as after O.
  explicit TagChain(std::span<const float> scores);

  /// The best sequence: no inside tag without a beginning of its type.
  void best_tags(std::span<const TagScores> scores, std::span<std::uint8_t> tags) const;

 private:
  std::array<TagScores, entity_tag_count> after_{};
};

}  // namespace entente::annotate
