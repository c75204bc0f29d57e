// Questions about a sentence's dependency tree that more than one rule asks.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::relations {

using TokenId = std::uint32_t;  ///< index into Document::tokens

/// Children of every token of one sentence. A view: the document must outlive it
/// and keep its tokens. Tokens are named by their index in the document.
class SentenceTree {
 public:
  SentenceTree(const text::Document& document, const text::Sentence& sentence);

  [[nodiscard]] const text::Document& document() const { return document_; }
  [[nodiscard]] TokenId first() const { return first_; }
  [[nodiscard]] TokenId last() const { return last_; }
  [[nodiscard]] const text::Token& at(TokenId token) const { return document_.tokens[token]; }
  [[nodiscard]] std::string_view form(TokenId token) const { return document_.form(at(token)); }
  [[nodiscard]] const std::string& lemma(TokenId token) const { return at(token).lemma; }
  [[nodiscard]] std::optional<TokenId> head(TokenId token) const;
  /// In order of position.
  [[nodiscard]] std::span<const TokenId> children(TokenId token) const;

  [[nodiscard]] bool is(TokenId token, std::initializer_list<text::Deprel> relations) const;
  /// The first child by one of these relations.
  [[nodiscard]] std::optional<TokenId> child(TokenId token,
                                             std::initializer_list<text::Deprel> relations) const;
  /// The children by `conj`, and theirs, in order of position.
  [[nodiscard]] std::vector<TokenId> conjuncts(TokenId token) const;
  /// The token that a chain of `conj` starts from; the token itself if in none.
  [[nodiscard]] TokenId first_conjunct(TokenId token) const;
  /// Lemma of the preposition, "according_to" if of several words, "'s" for a
  /// possessive, "in_response" if its noun is part of it; empty if there is none.
  [[nodiscard]] std::string preposition(TokenId token) const;
  /// Lemma of the subordinator ("if", "to", "that"); empty if there is none.
  [[nodiscard]] std::string marker(TokenId token) const;
  /// True if `ancestor` is the token or governs it, directly or not.
  [[nodiscard]] bool governs(TokenId ancestor, TokenId token) const;
  [[nodiscard]] bool is_verbal(TokenId token) const;
  [[nodiscard]] bool is_nominal(TokenId token) const;

 private:
  const text::Document& document_;
  TokenId first_;
  TokenId last_;
  std::vector<TokenId> children_;       // grouped by head
  std::vector<std::uint32_t> offsets_;  // of each token's group, one more at the end
};

}  // namespace entente::relations
