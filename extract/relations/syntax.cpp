#include "extract/relations/syntax.hpp"

#include <algorithm>

namespace entente::relations {

using text::Deprel;
using text::Upos;

namespace {

/// "in response to X": nothing is done in it.
bool makes_preposition(const std::string& noun) {
  static constexpr std::string_view nouns[] = {
      "accordance", "addition",    "connection",  "contrast",  "defiance", "exchange",
      "keeping",    "protest",     "reaction",    "reference", "relation", "reprisal",
      "response",   "retaliation", "retribution", "return",    "revenge"};
  return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
}

}  // namespace

SentenceTree::SentenceTree(const text::Document& document, const text::Sentence& sentence)
    : document_(document), first_(sentence.first), last_(sentence.last) {
  const std::size_t size = last_ - first_;
  offsets_.assign(size + 2, 0);
  for (TokenId token = first_; token < last_; ++token) {
    if (const auto governor = head(token)) ++offsets_[*governor - first_ + 2];
  }
  for (std::size_t i = 2; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  children_.resize(offsets_.back());
  for (TokenId token = first_; token < last_; ++token) {
    if (const auto governor = head(token)) children_[offsets_[*governor - first_ + 1]++] = token;
  }
}

std::optional<TokenId> SentenceTree::head(TokenId token) const {
  const std::int32_t head = at(token).head;
  if (head == text::Token::no_head) return std::nullopt;
  return static_cast<TokenId>(head);
}

std::span<const TokenId> SentenceTree::children(TokenId token) const {
  const std::size_t i = token - first_;
  return {children_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
}

bool SentenceTree::is(TokenId token, std::initializer_list<Deprel> relations) const {
  return std::find(relations.begin(), relations.end(), at(token).deprel) != relations.end();
}

std::optional<TokenId> SentenceTree::child(TokenId token,
                                           std::initializer_list<Deprel> relations) const {
  for (const TokenId candidate : children(token)) {
    if (is(candidate, relations)) return candidate;
  }
  return std::nullopt;
}

std::vector<TokenId> SentenceTree::conjuncts(TokenId token) const {
  std::vector<TokenId> found;
  for (const TokenId candidate : children(token)) {
    if (!is(candidate, {Deprel::conj})) continue;
    found.push_back(candidate);
    for (const TokenId deeper : conjuncts(candidate)) found.push_back(deeper);
  }
  return found;
}

TokenId SentenceTree::first_conjunct(TokenId token) const {
  while (is(token, {Deprel::conj})) {
    const auto governor = head(token);
    if (!governor) break;
    token = *governor;
  }
  return token;
}

std::string SentenceTree::preposition(TokenId token) const {
  for (const TokenId candidate : children(token)) {
    if (!is(candidate, {Deprel::case_})) continue;
    // "regarding", "following": a preposition, not a form of a verb
    const std::string_view word = form(candidate);
    std::string text = word.ends_with("ing") ? std::string(word) : lemma(candidate);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') text.front() += 'a' - 'A';
    for (const TokenId part : children(candidate)) {
      if (is(part, {Deprel::fixed})) text += "_" + lemma(part);
    }
    // "out" and "of", side by side to a parser
    const bool of = candidate + 1 < last() && head(candidate + 1) == token &&
                    is(candidate + 1, {Deprel::case_}) && lemma(candidate + 1) == "of";
    if (text == "out" && of) text = "out_of";
    if (text == "in" && makes_preposition(lemma(token))) text += "_" + lemma(token);
    return text;
  }
  return {};
}

std::string SentenceTree::marker(TokenId token) const {
  const auto mark = child(token, {Deprel::mark});
  return mark ? lemma(*mark) : std::string{};
}

bool SentenceTree::governs(TokenId ancestor, TokenId token) const {
  for (auto at_token = std::optional(token); at_token; at_token = head(*at_token)) {
    if (*at_token == ancestor) return true;
  }
  return false;
}

bool SentenceTree::is_verbal(TokenId token) const {
  return at(token).upos == Upos::verb ||
         (at(token).upos == Upos::aux && !is(token, {Deprel::aux, Deprel::aux_pass, Deprel::cop}));
}

bool SentenceTree::is_nominal(TokenId token) const {
  const Upos upos = at(token).upos;
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num ||
         upos == Upos::det || upos == Upos::sym || upos == Upos::adj || upos == Upos::x;
}

}  // namespace entente::relations
