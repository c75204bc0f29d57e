#include "extract/relations/own_words.hpp"

#include <algorithm>
#include <string>

namespace entente::relations {
namespace {

using graph::Modality;
using text::Deprel;

bool is_conditional(const std::string& marker) {
  return marker == "if" || marker == "unless" || marker == "whether" || marker == "should" ||
         marker == "lest";
}

void apply(WordModality word, TokenId by, Context& context) {
  switch (word) {
    case WordModality::hypothetical:
      context.raise(Modality::hypothetical, by);
      break;
    case WordModality::planned_future:
      context.raise(Modality::planned_future, by);
      break;
    case WordModality::demanded:
      context.raise(Modality::demanded, by);
      break;
    case WordModality::negated:
      context.negate(by);
      break;
    case WordModality::none:
      break;
  }
}

/// True if something below the predicate says on what it depends.
bool has_condition(const SentenceTree& tree, TokenId token) {
  const auto children = tree.children(token);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::advcl}) && is_conditional(tree.marker(child));
  });
}

/// `told` if somebody is reported to have said so: "said it would" is the future of the past.
void apply_auxiliary(const SentenceTree& tree, const Predication& predication, TokenId auxiliary,
                     bool told, Context& context) {
  const std::string& lemma = tree.lemma(auxiliary);
  const TokenId by = auxiliary;
  const bool future_of_past = told && lemma == "would" && !has_condition(tree, predication.token);
  // "Should it attack, ..."
  const bool inverted = lemma == "should" && predication.link == Link::adverbial &&
                        predication.marker.empty() && predication.surface_subject &&
                        auxiliary < *predication.surface_subject;
  if (inverted) {
    context.raise(Modality::hypothetical, by);
  } else if (lemma == "will" || lemma == "shall" || future_of_past) {
    context.raise(Modality::planned_future, by);
    context.future = true;
  } else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "would" ||
             lemma == "can") {
    context.raise(Modality::hypothetical, by);
  } else if (lemma == "should" || lemma == "must" || lemma == "ought") {
    context.raise(Modality::demanded, by);
  }
}

}  // namespace

std::optional<TokenId> word_of_no(const SentenceTree& tree, TokenId noun) {
  for (const TokenId child : tree.children(noun)) {
    if (!tree.is(child, {Deprel::det, Deprel::advmod, Deprel::cc_preconj})) continue;
    const std::string& lemma = tree.lemma(child);
    // "a motion of no confidence" is one
    const bool name =
        child + 1 < tree.last() && tree.lemma(child + 1) == "confidence" && child + 1 != noun;
    if (!name && (lemma == "no" || lemma == "neither")) return child;
  }
  const std::string& lemma = tree.lemma(noun);
  const bool none =
      lemma == "nobody" || lemma == "nothing" || lemma == "none" || lemma == "neither";
  return none ? std::optional(noun) : std::nullopt;
}

namespace {

/// "no longer", "not any longer" being negated by its own "not"
bool is_no_longer(const SentenceTree& tree, TokenId word) {
  return word > tree.first() && tree.form(word) == "longer" && tree.lemma(word - 1) == "no";
}

}  // namespace

void apply_own_words(const SentenceTree& tree, const Predication& predication, bool told,
                     Context& context) {
  const Lexicon& lexicon = Lexicon::built_in();
  for (const TokenId child : tree.children(predication.token)) {
    const text::Deprel relation = tree.at(child).deprel;
    if (relation == Deprel::aux) apply_auxiliary(tree, predication, child, told, context);
    if (relation == Deprel::advmod || relation == Deprel::amod || relation == Deprel::compound) {
      const std::string& lemma = tree.lemma(child);
      if (lemma == "not" || lemma == "never" || lemma == "n't") {
        const bool only = child + 1 < tree.last() && tree.lemma(child + 1) == "only";
        if (!only) context.negate(child);
      } else if (is_no_longer(tree, child)) {
        context.negate(child);
      } else if (lemma != "no") {
        WordModality word = lexicon.modality(lemma);
        if (word == WordModality::none) word = lexicon.modality(tree.form(child));
        apply(word, child, context);
      }
    }
    // "landed in A rather than fly to B"
    if (relation == Deprel::cc && tree.lemma(child) == "rather") context.negate(child);
    // "was neither free nor fair"
    if (relation == Deprel::cc_preconj && tree.lemma(child) == "neither") context.negate(child);
    if (relation == Deprel::case_ && tree.lemma(child) == "without") {
      context.negate(child);
    }
  }
  if (predication.kind == PredicationKind::noun) {
    if (const auto no = word_of_no(tree, predication.token)) context.negate(*no);
    return;
  }
  for (const Argument& role : predication.arguments) {
    if (role.inherited || (role.slot != "subj" && role.slot != "obj")) continue;
    if (const auto no = word_of_no(tree, role.token)) {
      context.negate(*no);
      break;
    }
  }
  const TokenId by = tree.child(predication.token, {Deprel::mark}).value_or(predication.token);
  if (predication.kind == PredicationKind::verb && predication.marker == "to" &&
      tree.child(predication.token, {Deprel::cop})) {
    // "is to meet", the copula hung on the infinitive
    context.raise(Modality::planned_future, by);
  }
  const auto mark = tree.child(predication.token, {Deprel::mark});
  // "a truce due to be signed", whatever a parser hangs "due" on
  const bool due = mark && (tree.lemma(*mark) == "due" ||
                            (*mark > tree.first() && tree.lemma(*mark - 1) == "due"));
  if (due && predication.kind == PredicationKind::verb) context.raise(Modality::planned_future, by);
  if (is_conditional(predication.marker)) {
    context.raise(Modality::hypothetical, by);
  }
  if (predication.marker == "without" || predication.marker.starts_with("instead") ||
      predication.marker.starts_with("rather")) {
    context.negate(by);
  }
}

}  // namespace entente::relations
