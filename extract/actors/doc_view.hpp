// The trees of a document made easy to walk. Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::actors {

using text::Deprel;
using text::EntityType;
using text::Upos;

/// Half-open range of tokens.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < last; }
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  auto operator<=>(const Range&) const = default;
};

/// Holds a reference to the document, whose annotation must not change.
class DocView {
 public:
  explicit DocView(const text::Document& document);

  [[nodiscard]] const text::Document& document() const { return document_; }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(document_.tokens.size());
  }
  [[nodiscard]] const text::Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  [[nodiscard]] std::string_view form(std::uint32_t i) const {
    return document_.form(document_.tokens[i]);
  }
  /// name_key of the form; empty for punctuation.
  [[nodiscard]] const std::string& key(std::uint32_t i) const { return keys_[i]; }
  [[nodiscard]] std::string key(Range range) const;
  [[nodiscard]] std::string_view text(Range range) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const { return sentence_of_[i]; }
  [[nodiscard]] Range sentence(std::uint32_t index) const {
    return {document_.sentences[index].first, document_.sentences[index].last};
  }
  [[nodiscard]] Range sentence_around(std::uint32_t i) const { return sentence(sentence_of_[i]); }
  /// Whether nearly all the sentence's letters are capitals, as in a headline.
  [[nodiscard]] bool shouted(std::uint32_t sentence) const { return shouted_[sentence]; }

  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t i) const {
    return std::span(children_).subspan(child_begin_[i], child_begin_[i + 1] - child_begin_[i]);
  }
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t i, Deprel relation) const;
  /// Key of the case marker (preposition) of a nominal, "" if none.
  [[nodiscard]] std::string_view case_of(std::uint32_t i) const;
  /// Token in the range whose head is outside it; the first if several.
  [[nodiscard]] std::uint32_t head_of(Range range) const;
  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t i) const {
    const auto head = token(i).head;
    if (head < 0) return std::nullopt;
    return static_cast<std::uint32_t>(head);
  }
  /// Whether `above` is `below` or governs it.
  [[nodiscard]] bool governs(std::uint32_t above, std::uint32_t below) const;
  [[nodiscard]] Range subtree(std::uint32_t i) const { return subtree_[i]; }
  /// The verb (or other predicate) whose clause the token stands in.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t i) const;

 private:
  const text::Document& document_;
  std::vector<std::string> keys_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> shouted_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> child_begin_;
  std::vector<Range> subtree_;
};

}  // namespace entente::actors
