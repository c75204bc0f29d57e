#include "extract/relations/clause_walk.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace entente::relations {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

std::optional<std::uint32_t> head_of(const Document& document, std::uint32_t index) {
  const std::int32_t head = document.tokens[index].head;
  if (head < 0 || static_cast<std::uint32_t>(head) == index) return std::nullopt;
  return static_cast<std::uint32_t>(head);
}

std::pair<std::uint32_t, std::uint32_t> sentence_bounds(const Document& document,
                                                        std::uint32_t index) {
  const auto after =
      std::ranges::upper_bound(document.sentences, index, std::less{}, &text::Sentence::first);
  if (after == document.sentences.begin()) return {index, index + 1};
  const text::Sentence& sentence = *std::prev(after);
  return {sentence.first, std::max(sentence.last, index + 1)};
}

bool is_auxiliary(const Token& token) {
  return token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass ||
         token.deprel == Deprel::cop;
}

namespace {

bool is_clausal(Deprel deprel) {
  switch (deprel) {
    case Deprel::root:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::csubj:
    case Deprel::csubj_outer:
    case Deprel::csubj_pass:
    case Deprel::parataxis:
      return true;
    default:
      return false;
  }
}

bool is_predicate(const Document& document, std::uint32_t index) {
  const Token& token = token_at(document, index);
  if (token.upos == Upos::verb || is_clausal(token.deprel)) return true;
  return has_child(document, index, [](const Token& child) { return child.deprel == Deprel::cop; });
}

}  // namespace

std::uint32_t clause_of(const Document& document, std::uint32_t index) {
  std::uint32_t at = index;
  for (int steps = 0; steps < 64 && !is_predicate(document, at); ++steps) {
    const auto head = head_of(document, at);
    if (!head) break;
    at = *head;
  }
  return at;
}

bool is_auxiliary_of_future(const Token& child) {
  if (!is_auxiliary(child)) return false;
  return child.lemma == "will" || child.lemma == "shall" || child.lemma == "would" ||
         child.lemma == "'ll";
}

}  // namespace entente::relations
