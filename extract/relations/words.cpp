#include "extract/relations/words.hpp"

#include <algorithm>

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

}  // namespace

EventNounUse event_noun(const SentenceTree& tree, TokenId noun) {
  if (tree.at(noun).upos != text::Upos::noun) return {};
  const Lexicon& lexicon = Lexicon::built_in();
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
  if (has(tree.lemma(noun))) return true;
  const std::string compound = with_modifier(tree, noun);
  return !compound.empty() && has(compound);
}

}  // namespace entente::relations
