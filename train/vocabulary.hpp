// The feature values and tag strings a network knows, with their numbers.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/annotate/features.hpp"
#include "train/corpus.hpp"

namespace entente::train {

inline constexpr std::int64_t unknown_id = 0;

/// Numbers of the features; 0 is "never seen".
struct Vocabulary {
  std::array<std::unordered_map<std::uint64_t, std::int64_t>, annotate::feature_kinds> ids;
  std::unordered_map<std::uint64_t, std::int64_t> vector_ids;
  std::vector<float> vectors;  ///< row-major, row 0 is zero
  std::int64_t vector_width = 0;
  std::unordered_map<std::uint64_t, std::int64_t> fact_ids;
  std::vector<float> facts;  ///< row-major, row 0 is zero: nothing known
  std::int64_t fact_width = 0;
  std::vector<std::string> feats;  ///< FEATS strings by class

  [[nodiscard]] std::int64_t size(std::size_t kind) const {
    return static_cast<std::int64_t>(ids[kind].size()) + 1;
  }
  [[nodiscard]] std::int64_t id(std::size_t kind, std::uint64_t feature) const;
  [[nodiscard]] std::int64_t vector_id(std::uint64_t word_feature) const;
  [[nodiscard]] std::int64_t fact_id(std::uint64_t word_feature) const;
  [[nodiscard]] std::int64_t feats_id(std::string_view value) const;  ///< -1 if unknown
};

/// Features of two or more words of the sentences, and the FEATS strings of the
/// parsed ones. Numbers go by order of first occurrence.
Vocabulary collect_vocabulary(const std::vector<Sentence>& sentences);
/// Adds word vectors from the text format of fastText and word2vec, scaled to a
/// standard deviation of 0.3.
void read_vectors(Vocabulary& vocabulary, const std::filesystem::path& path);
/// Adds the facts of words from lines of a word and numbers, all alike in width.
/// Words of the same facts share a row.
void read_facts(Vocabulary& vocabulary, const std::filesystem::path& path);

}  // namespace entente::train
