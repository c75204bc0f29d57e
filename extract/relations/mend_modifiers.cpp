#include <algorithm>

#include "extract/relations/frame_slots.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/mend_rules.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;

/// "a report [critical of B]", "militias [loyal to B]": an adjective after its noun with a party of
/// its own says of the noun what "is critical of B" would.
void tell_by_adjective(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto noun = tree.head(token);
  if (!noun || *noun > token || !tree.is(token, {Deprel::amod}) ||
      tree.at(token).upos != Upos::adj ||
      Lexicon::built_in().adjective(tree.lemma(token)).empty()) {
    return;
  }
  const auto party = tree.child(token, {Deprel::obl});
  if (party && *party > token) edits.push_back({token, *noun, Deprel::acl});
}

/// "signed a decree [granting] citizenship to B": between two objects of one verb stands a
/// participle of the first with the second as its object, and what follows goes with it if only it
/// may.
void unfold_participle(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto noun = tree.head(token);
  if (!noun || *noun < token || token == tree.first() || !tree.is(token, {Deprel::amod}) ||
      !tree.is(*noun, {Deprel::obj}) || !tree.form(token).ends_with("ing") ||
      !tree.is_verbal(token)) {
    return;
  }
  const TokenId first = token - 1;
  const auto verb = tree.head(*noun);
  if (!tree.is(first, {Deprel::obj}) || tree.head(first) != verb || !tree.is_nominal(first)) return;
  edits.push_back({token, first, Deprel::acl});
  edits.push_back({*noun, token, Deprel::obj});
  // "signed a decree granting citizenship [to B]", "sent a bill legalising divorce [to B]"
  const auto belongs_to = [&](TokenId phrase, TokenId mine, TokenId other) {
    const std::string preposition = tree.preposition(phrase);
    return phrase > *noun && wants(tree, mine, preposition) && !wants(tree, other, preposition);
  };
  for (const TokenId later : tree.children(*verb)) {
    if (tree.is(later, {Deprel::obl}) && belongs_to(later, token, *verb))
      edits.push_back({later, token, Deprel::obl});
  }
  for (const TokenId later : tree.children(*noun)) {
    if (tree.is(later, {Deprel::nmod}) && belongs_to(later, *verb, token))
      edits.push_back({later, *verb, Deprel::obl});
  }
}

/// "blamed neighbouring Y", "fought against occupying troops": the participle describes, it
/// does nothing.
void describe_by_participle(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  static constexpr std::string_view beside[] = {"neighbor", "neighbour", "neighboring",
                                                "neighbouring"};
  static constexpr std::string_view hostile[] = {"advance", "invade", "occupy", "retreat",
                                                 "rule",    "visit",  "war"};
  static constexpr std::string_view against[] = {"against", "between", "with"};
  if (!tree.form(token).ends_with("ing") || !tree.is_verbal(token) || token + 1 >= tree.last()) {
    return;
  }
  // "told visiting president X", not "suggested visiting X"
  static constexpr std::string_view facing[] = {"assure", "host",  "meet", "receive",
                                                "tell",   "thank", "urge", "welcome"};
  const bool guest = tree.lemma(token) == "visit" && tree.head(token) &&
                     *tree.head(token) + 1 == token && is_listed(facing, tree.lemma(token - 1));
  if (!guest && !is_listed(beside, tree.lemma(token)) &&
      !(is_listed(hostile, tree.lemma(token)) && is_listed(against, tree.marker(token)))) {
    return;
  }
  TokenId noun = token + 1;
  while (tree.head(noun) && *tree.head(noun) > noun && *tree.head(noun) != token) {
    noun = *tree.head(noun);
  }
  const auto governor = tree.head(token);
  if (!tree.is_nominal(noun) || !governor) return;
  for (const TokenId child : tree.children(token)) {
    if (tree.is(child, {Deprel::mark})) {
      edits.push_back({child, noun, Deprel::case_});
    } else if (child == noun && tree.is(token, {Deprel::advcl})) {
      edits.push_back({child, *governor, Deprel::obl});
    } else {
      edits.push_back({child, *governor, tree.at(child).deprel});
    }
  }
  edits.push_back({token, noun, Deprel::amod});
}

}  // namespace

std::span<const MendRule> modifier_rules() {
  static constexpr MendRule rules[] = {&tell_by_adjective, &unfold_participle,
                                       &describe_by_participle};
  return rules;
}

}  // namespace entente::relations
