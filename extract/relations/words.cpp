#include "extract/relations/words.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {
namespace {

using text::Deprel;

std::string with_modifier(const SentenceTree& tree, TokenId noun) {
  const auto modifier = tree.child(noun, {Deprel::compound, Deprel::amod});
  for (const TokenId child : tree.children(noun)) {
    // the nearest one: "joint military exercise" is a "military_exercise"
    if (child + 1 == noun && tree.is(child, {Deprel::compound, Deprel::amod})) {
      return tree.lemma(child) + "_" + tree.lemma(noun);
    }
  }
  return modifier ? tree.lemma(*modifier) + "_" + tree.lemma(noun) : std::string{};
}

std::string lower(std::string_view form) {
  std::string low(form);
  if (!low.empty() && low.front() >= 'A' && low.front() <= 'Z') low.front() += 'a' - 'A';
  return low;
}

/// A verb in "-ing" that stands where a noun stands, without object or subject.
bool is_gerund_noun(const SentenceTree& tree, TokenId token) {
  return tree.form(token).ends_with("ing") &&
         tree.is(token,
                 {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj, Deprel::obl, Deprel::nmod}) &&
         !tree.child(token, {Deprel::obj, Deprel::nsubj, Deprel::aux, Deprel::mark});
}

}  // namespace

EventNounUse event_noun(const SentenceTree& tree, TokenId noun) {
  const Lexicon& lexicon = Lexicon::built_in();
  if (tree.at(noun).upos == text::Upos::verb && is_gerund_noun(tree, noun)) {
    std::string form = lower(tree.form(noun));
    return {lexicon.noun(form), form};
  }
  if (tree.at(noun).upos != text::Upos::noun) return {};
  std::string compound = with_modifier(tree, noun);
  if (!compound.empty()) {
    if (const EventNoun* entry = lexicon.noun(compound)) return {entry, std::move(compound)};
  }
  return {lexicon.noun(tree.lemma(noun)), tree.lemma(noun)};
}

bool is_one_of(const SentenceTree& tree, TokenId noun, std::span<const std::string_view> words) {
  const auto has = [&](std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  if (has(lower(tree.lemma(noun)))) return true;  // "the European Union" is a union
  const std::string compound = with_modifier(tree, noun);
  return !compound.empty() && has(compound);
}

}  // namespace entente::relations
