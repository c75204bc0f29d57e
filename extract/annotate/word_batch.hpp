// Sentences that go through the networks together, laid out for them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/annotate/features.hpp"

namespace entente::annotate {

/// Words packed by position, longest sentence first: all first words, then all
/// second words, and so on. What a word looks like is worked out once for each
/// distinct form. Views the forms and begins it was made of.
class WordBatch {
 public:
  /// `begins` holds where each sentence starts in `forms`, and forms.size() at
  /// the end. No sentence may be empty.
  WordBatch(std::span<const std::string_view> forms, std::span<const std::uint32_t> begins);

  [[nodiscard]] std::size_t words() const { return forms_.size(); }
  [[nodiscard]] std::size_t sentences() const { return begins_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> begins() const { return begins_; }
  [[nodiscard]] std::span<const std::uint32_t> step_begins() const { return step_begins_; }
  [[nodiscard]] std::span<const std::uint32_t> step_sizes() const { return step_sizes_; }
  [[nodiscard]] std::span<const std::uint32_t> word_of_row() const { return word_of_row_; }
  /// Number of each word's form among the distinct ones.
  [[nodiscard]] std::span<const std::uint32_t> distinct() const { return distinct_; }
  /// Features of each distinct form.
  [[nodiscard]] std::span<const WordFeatures> features() const { return features_; }

 private:
  void pack();
  void find_distinct();

  std::span<const std::string_view> forms_;
  std::span<const std::uint32_t> begins_;
  std::vector<std::uint32_t> step_begins_, step_sizes_, word_of_row_, distinct_;
  std::vector<WordFeatures> features_;
};

}  // namespace entente::annotate
