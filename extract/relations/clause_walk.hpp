// From token to token of a document's trees, where only the words of a time are known.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "extract/text/document.hpp"

namespace entente::relations {

inline const text::Token& token_at(const text::Document& document, std::uint32_t index) {
  return document.tokens[index];
}

std::optional<std::uint32_t> head_of(const text::Document& document, std::uint32_t index);

/// Tokens [first, last) of the sentence that holds `index`.
std::pair<std::uint32_t, std::uint32_t> sentence_bounds(const text::Document& document,
                                                        std::uint32_t index);

template <typename Test>
bool has_child(const text::Document& document, std::uint32_t index, Test test) {
  const auto [first, last] = sentence_bounds(document, index);
  for (std::uint32_t i = first; i < last; ++i) {
    if (head_of(document, i) == index && test(token_at(document, i))) return true;
  }
  return false;
}

bool is_auxiliary(const text::Token& token);

/// "will", "would"
bool is_auxiliary_of_future(const text::Token& token);

/// The predicate of the clause that holds `index`, itself if it is one.
std::uint32_t clause_of(const text::Document& document, std::uint32_t index);

}  // namespace entente::relations
