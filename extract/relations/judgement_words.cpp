#include "extract/relations/judgement_words.hpp"

#include <algorithm>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {

bool is_blame(std::string_view predicate) {
  static constexpr std::string_view words[] = {"complicit", "guilty", "hostile", "responsible"};
  return is_listed(words, predicate) || Lexicon::built_in().in_set("@epithet", predicate);
}

bool is_blame(const SentenceTree& tree, const Predication& content) {
  // "X is under threat"
  const bool phrase =
      content.kind == PredicationKind::nominal && !tree.preposition(content.token).empty();
  if (is_blame(content.lemma)) return !phrase;
  const auto& children = tree.children(content.token);
  return content.kind == PredicationKind::nominal && !phrase &&
         std::any_of(children.begin(), children.end(), [&](TokenId child) {
           return tree.is(child, {text::Deprel::amod, text::Deprel::compound}) &&
                  is_blame(tree.lemma(child));
         });
}

bool is_misdeed(std::string_view verb) { return Lexicon::built_in().in_set("@misdeed", verb); }

bool is_praise(std::string_view predicate, bool of_deed) {
  const Lexicon& lexicon = Lexicon::built_in();
  return of_deed ? lexicon.in_set("@triumph", predicate)
                 : predicate == "ally" || predicate == "friend" || predicate == "hero" ||
                       predicate == "partner";
}

bool is_necessity(std::string_view predicate) {
  static constexpr std::string_view words[] = {
      "critical",   "crucial",        "duty", "essential", "imperative",
      "important",  "incumbent",      "key",  "necessary", "needed",
      "obligation", "responsibility", "time", "urgent",    "vital"};
  return is_listed(words, predicate);
}

}  // namespace entente::relations
