// Sentences as numbers, and batches of them.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <vector>

#include "train/encoder.hpp"

namespace entente::train {

struct Example {
  std::vector<std::array<std::int64_t, feature_columns>> features;
  std::vector<std::int64_t> capitals, title;  ///< shape as it would be in such text
  std::vector<std::int64_t> upos, feats, head, deprel, entity;
  bool parsed = false;

  [[nodiscard]] std::size_t size() const { return features.size(); }
};

std::vector<Example> to_examples(const std::vector<Sentence>& sentences,
                                 const Vocabulary& vocabulary);

/// Groups sentences of like length into batches of about `words` words, parsed
/// ones apart from those with entities only, and shuffles the batches.
std::vector<std::vector<const Example*>> shuffled_batches(
    const std::vector<const Example*>& examples, std::size_t words, std::mt19937& random);

/// `casing` draws some sentences as capitals or headline; null leaves all as they are.
Batch make_batch(std::vector<const Example*> examples, std::mt19937* casing);

}  // namespace entente::train
