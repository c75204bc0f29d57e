#include "extract/annotate/word_batch.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace entente::annotate {

WordBatch::WordBatch(std::span<const std::string_view> forms, std::span<const std::uint32_t> begins)
    : forms_(forms), begins_(begins) {
  if (forms.empty()) return;
  pack();
  find_distinct();
}

void WordBatch::pack() {
  const auto length = [&](std::uint32_t s) { return begins_[s + 1] - begins_[s]; };
  std::vector<std::uint32_t> order(sentences());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
  auto rows = static_cast<std::uint32_t>(order.size());
  for (std::uint32_t t = 0; t < length(order.front()); ++t) {
    while (length(order[rows - 1]) <= t) --rows;
    step_begins_.push_back(static_cast<std::uint32_t>(word_of_row_.size()));
    step_sizes_.push_back(rows);
    for (std::uint32_t b = 0; b < rows; ++b) word_of_row_.push_back(begins_[order[b]] + t);
  }
}

void WordBatch::find_distinct() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  numbers.reserve(forms_.size());
  distinct_.resize(forms_.size());
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(features_.size());
    const auto [found, fresh] = numbers.emplace(forms_[i], next);
    if (fresh) features_.push_back(features_of(forms_[i]));
    distinct_[i] = found->second;
  }
}

}  // namespace entente::annotate
