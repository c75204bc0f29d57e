#include <algorithm>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/mend_rules.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;

/// "A and its allies raised": the second of two subjects, after "and".
void join_subjects(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  for (std::size_t i = 1; i < subjects.size(); ++i) {
    const TokenId first = subjects[i - 1];
    const TokenId second = subjects[i];
    if (second > verb) continue;
    TokenId edge = left_edge(tree, second);
    const bool inside = is_and(tree, edge) && edge != second;
    if (!inside && (edge == tree.first() || !is_and(tree, --edge))) continue;
    if (edge <= first) continue;
    edits.push_back({second, first, Deprel::conj});
    edits.push_back({edge, second, Deprel::cc});
  }
}

/// "X, they said, planned to visit Y": X is the subject of what follows.
void undo_parenthesis(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  if (subjects.size() != 2 || subjects[1] > verb) return;
  const TokenId own = left_edge(tree, subjects[1]);
  if (own == tree.first() || tree.form(own - 1) != ",") return;
  if (right_edge(tree, subjects[0]) + 2 < own) return;
  for (const TokenId child : tree.children(verb)) {
    if (child < verb || !tree.is_verbal(child) || has_subject(tree, child) ||
        !tree.is(child, {Deprel::ccomp, Deprel::advcl, Deprel::parataxis, Deprel::xcomp})) {
      continue;
    }
    const bool finite = tree.at(child).features.verb_form != text::VerbForm::infinitive &&
                        tree.at(child).features.verb_form != text::VerbForm::gerund;
    if (!finite && !tree.child(child, {Deprel::aux, Deprel::aux_pass})) continue;
    const bool passive = tree.child(child, {Deprel::aux_pass}).has_value();
    edits.push_back({subjects[0], child, passive ? Deprel::nsubj_pass : Deprel::nsubj});
    edits.push_back({child, verb, Deprel::ccomp});
    return;
  }
}

/// "said [the envoy] was summoned": no object of saying, but the subject of a clause
/// that has none.
void give_clause_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto object = tree.child(verb, {Deprel::iobj, Deprel::obj});
  const auto clause = tree.child(verb, {Deprel::ccomp});
  if (!object || !clause || *object < verb || *clause < *object || has_subject(tree, *clause) ||
      tree.child(*clause, {Deprel::mark})) {
    return;
  }
  // "said [the measures] are harsh"
  const auto copula = tree.child(*clause, {Deprel::cop});
  if (!tree.is_verbal(*clause) && !(copula && *copula > *object)) return;
  const auto auxiliary = tree.child(*clause, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
  const bool finite = tree.at(*clause).features.verb_form == text::VerbForm::finite;
  if (!finite && !auxiliary) return;
  const bool passive = tree.child(*clause, {Deprel::aux_pass}).has_value();
  edits.push_back({*object, *clause, passive ? Deprel::nsubj_pass : Deprel::nsubj});
}

/// "[isolating Qatar] would solve nothing": what follows the gerund at once is its object and no
/// second subject.
void give_gerund_its_object(const SentenceTree& tree, TokenId gerund, std::vector<Edit>& edits) {
  if (!tree.is(gerund, {Deprel::csubj}) || !tree.is_verbal(gerund) ||
      !tree.form(gerund).ends_with("ing") || tree.child(gerund, {Deprel::obj})) {
    return;
  }
  const auto verb = tree.head(gerund);
  if (!verb || *verb < gerund) return;
  for (const TokenId subject : subjects_of(tree, *verb)) {
    if (subject == gerund || subject < gerund || subject > *verb) continue;
    if (left_edge(tree, subject) == gerund + 1) edits.push_back({subject, gerund, Deprel::obj});
  }
}

/// "A reduced tariffs", A taken for a part of "A tariffs" across the verb.
void uncross_compound(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::compound, Deprel::amod, Deprel::nmod}) || !tree.is_nominal(token)) {
    return;
  }
  const auto noun = tree.head(token);
  const auto verb = noun ? tree.head(*noun) : std::nullopt;
  if (!verb || !tree.is_verbal(*verb) || *verb < token || *verb > *noun ||
      has_subject(tree, *verb) || tree.child(token, {Deprel::case_}) ||
      !tree.is(*noun, {Deprel::obj, Deprel::obl, Deprel::iobj})) {
    return;
  }
  edits.push_back({token, *verb, Deprel::nsubj});
}

/// "said it would allow the envoys in": an "it" that allows stands for somebody.
void give_it_a_meaning(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto verb = tree.head(token);
  if (!tree.is(token, {Deprel::expl}) || !verb || !tree.is_verbal(*verb) || token > *verb ||
      !tree.is(*verb, {Deprel::ccomp}) || !tree.child(*verb, {Deprel::obj, Deprel::iobj}) ||
      tree.child(*verb, {Deprel::aux_pass, Deprel::nsubj, Deprel::csubj})) {
    return;
  }
  const auto above = tree.head(*verb);
  if (above && is_saying(tree, *above)) edits.push_back({token, *verb, Deprel::nsubj});
}

/// "said it was ready to sell arms": what is ready to do something is somebody.
void give_it_a_purpose(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto state = tree.head(token);
  if (!tree.is(token, {Deprel::expl}) || !state || token > *state ||
      !tree.is(*state, {Deprel::ccomp}) || tree.at(*state).upos != Upos::adj ||
      Lexicon::built_in().noun_operator(tree.lemma(*state)) == Operator::none) {
    return;
  }
  const auto above = tree.head(*state);
  const auto deed = tree.child(*state, {Deprel::csubj, Deprel::xcomp});
  if (!above || !is_saying(tree, *above) || !deed || tree.marker(*deed) != "to") return;
  edits.push_back({token, *state, Deprel::nsubj});
  edits.push_back({*deed, *state, Deprel::xcomp});
}

/// "Neighbouring [A] received aid": a bare name right before a verb that has no subject.
void give_bare_subject(const SentenceTree& tree, TokenId name, std::vector<Edit>& edits) {
  const auto verb = tree.head(name);
  if (!verb || !tree.is(name, {Deprel::obl, Deprel::obl_unmarked}) || name > *verb ||
      tree.at(name).upos != Upos::propn || tree.child(name, {Deprel::case_}) ||
      !tree.is_verbal(*verb) || has_subject(tree, *verb) || is_time(tree, name) ||
      tree.child(*verb, {Deprel::aux_pass, Deprel::mark}) ||
      tree.form(*verb) == tree.lemma(*verb) || tree.form(*verb).ends_with("ing") ||
      right_edge(tree, name) + 1 != *verb) {
    return;
  }
  edits.push_back({name, *verb, Deprel::nsubj});
}

/// "It was A that broke the treaty": what is said of A.
void give_cleft_its_subject(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::advcl_relcl, Deprel::advcl})) return;
  const auto who = tree.head(clause);
  if (!who || !tree.is_nominal(*who) || !tree.child(*who, {Deprel::cop}) || *who > clause) return;
  const auto it = tree.child(*who, {Deprel::expl, Deprel::nsubj});
  const auto pronoun = tree.child(clause, {Deprel::nsubj});
  if (!it || tree.lemma(*it) != "it" || !pronoun) return;
  const std::string& lemma = tree.lemma(*pronoun);
  if (lemma == "that" || lemma == "who") edits.push_back({clause, *who, Deprel::acl_relcl});
}

/// "The seizure of a tanker [by B] rattled": no subject has a preposition.
void free_from_verb(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  for (std::size_t i = 1; i < subjects.size(); ++i) {
    if (subjects[i] > verb || !tree.child(subjects[i], {Deprel::case_})) continue;
    if (tree.preposition(subjects[i]) == "'s") continue;
    edits.push_back({subjects[i], subjects[0], Deprel::nmod});
  }
}

bool opens_clause(const std::string& conjunction) {
  static constexpr std::string_view words[] = {"after", "as", "before", "since", "until"};
  return is_listed(words, conjunction);
}

/// "left days after [A] and B cut ties": no phrase with "after", but two subjects of one clause.
bool give_both_subjects(const SentenceTree& tree, TokenId first, TokenId verb,
                        std::vector<Edit>& edits) {
  const auto marker = tree.child(first, {Deprel::case_});
  const auto above = tree.head(first);
  if (!marker || !above || !tree.is(first, {Deprel::obl}) || tree.head(verb) != above ||
      !opens_clause(tree.lemma(*marker)) || tree.child(verb, {Deprel::aux_pass})) {
    return false;
  }
  edits.push_back({first, verb, Deprel::nsubj});
  edits.push_back({*marker, verb, Deprel::mark});
  edits.push_back({verb, *above, Deprel::advcl});
  return true;
}

/// The last token of a name, without clauses and phrases that follow it.
TokenId right_edge_of_name(const SentenceTree& tree, TokenId noun) {
  TokenId edge = noun;
  while (edge + 1 < tree.last() && tree.head(edge + 1) == noun &&
         tree.is(edge + 1, {Deprel::flat, Deprel::compound})) {
    ++edge;
  }
  return edge;
}

/// "condemned A and [B], which C had joined, threatened to leave": of two that "and" joins the
/// second, told apart by a clause between commas, is the subject of the verb after it.
void give_parted_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  const TokenId first = *tree.head(verb);
  if (verb == tree.first() || tree.form(verb - 1) != "," || tree.form(verb).ends_with("ing")) {
    return;
  }
  // "praised A and B, joined C and left"
  const auto& siblings = tree.children(first);
  if (std::any_of(siblings.begin(), siblings.end(), [&](TokenId other) {
        return other > verb && tree.is(other, {Deprel::conj}) && tree.child(other, {Deprel::cc});
      })) {
    return;
  }
  for (TokenId noun = verb; noun-- > first + 1;) {
    const auto conjunction = tree.child(noun, {Deprel::cc});
    if (!tree.is(noun, {Deprel::conj}) || !tree.is_nominal(noun) || !conjunction) continue;
    const TokenId after = right_edge_of_name(tree, noun) + 1;
    if (after + 1 >= verb || tree.form(after) != ",") return;
    edits.push_back({noun, verb, Deprel::nsubj});
    edits.push_back({*conjunction, verb, Deprel::cc});
    return;
  }
}

/// "left Mali, and B soon left C": what stands between "and" and its verb is the
/// verb's subject, no conjunct of what stands before.
void give_conjunct_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb) || !tree.is(verb, {Deprel::conj}) || has_subject(tree, verb)) return;
  const auto conjunction = tree.child(verb, {Deprel::cc});
  if (!conjunction) give_parted_subject(tree, verb, edits);
  if (!conjunction || *conjunction > verb) return;
  for (TokenId token = *conjunction + 1; token < verb; ++token) {
    const auto head = tree.head(token);
    if (!tree.is(token, {Deprel::conj}) || !tree.is_nominal(token) || !head ||
        *head > *conjunction || tree.child(token, {Deprel::cc, Deprel::case_})) {
      continue;
    }
    if (give_both_subjects(tree, *head, verb, edits)) return;
    const bool passive = tree.child(verb, {Deprel::aux_pass}).has_value();
    edits.push_back({token, verb, passive ? Deprel::nsubj_pass : Deprel::nsubj});
    return;
  }
}

/// "left after [X] criticised Y": no phrase with "after", but a clause and its subject.
void give_clause_its_conjunction(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  const auto verb = tree.head(noun);
  const auto marker = tree.child(noun, {Deprel::case_});
  if (!verb || !marker || !tree.is(noun, {Deprel::obl}) || noun > *verb || !tree.is_verbal(*verb) ||
      !tree.is(*verb, {Deprel::advcl}) || has_subject(tree, *verb) ||
      tree.child(*verb, {Deprel::aux_pass, Deprel::mark}) ||
      tree.at(*verb).features.verb_form != text::VerbForm::finite ||
      left_edge(tree, noun) != left_edge(tree, *verb) || !opens_clause(tree.lemma(*marker))) {
    return;
  }
  edits.push_back({noun, *verb, Deprel::nsubj});
  edits.push_back({*marker, *verb, Deprel::mark});
}

/// "came after [a strike] near the town killed X": a participle has no object, so the strike did
/// it.
void give_verb_its_clause(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb) || !tree.is(verb, {Deprel::acl, Deprel::advcl}) ||
      !tree.form(verb).ends_with("ed") || has_subject(tree, verb) ||
      tree.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::mark, Deprel::obl_agent})) {
    return;
  }
  const auto object = tree.child(verb, {Deprel::obj, Deprel::xcomp});
  if (!object || *object < verb || !tree.is_nominal(*object)) return;
  auto noun = tree.head(verb);
  if (tree.is(verb, {Deprel::advcl})) {
    const auto above = noun;
    noun.reset();
    for (const TokenId child : tree.children(*above)) {
      if (child < verb && tree.is(child, {Deprel::obl})) noun = child;
    }
  }
  while (noun && tree.is(*noun, {Deprel::nmod})) noun = tree.head(*noun);
  if (!noun || !tree.is(*noun, {Deprel::obl}) || tree.is(*noun, {Deprel::obl_agent})) return;
  const auto marker = tree.child(*noun, {Deprel::case_});
  const bool beside = tree.is(verb, {Deprel::acl}) ? tree.governs(*noun, verb)
                                                   : right_edge(tree, *noun) + 1 == verb;
  if (!marker || !opens_clause(tree.lemma(*marker)) || !beside) return;
  edits.push_back({verb, *tree.head(*noun), Deprel::advcl});
  edits.push_back({*noun, verb, Deprel::nsubj});
  edits.push_back({*marker, verb, Deprel::mark});
  edits.push_back({*object, verb, Deprel::obj});
}

/// "pledged not to attack X and [Y] offered to help": Y begins a clause of its own, as high as
/// the one before.
void give_joined_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb) || !tree.is(verb, {Deprel::conj, Deprel::advcl}) ||
      has_subject(tree, verb) || verb == tree.first() || !tree.marker(verb).empty() ||
      tree.form(verb) == tree.lemma(verb) || tree.form(verb).ends_with("ing") ||
      !tree.child(verb, {Deprel::obj, Deprel::xcomp, Deprel::ccomp})) {
    return;
  }
  TokenId name = verb - 1;
  while (tree.is(name, {Deprel::flat}) && tree.head(name)) name = *tree.head(name);
  if (!tree.is(name, {Deprel::conj}) || tree.at(name).upos != Upos::propn ||
      right_edge(tree, name) + 1 != verb || tree.child(name, {Deprel::case_})) {
    return;
  }
  const TokenId edge = left_edge(tree, name);
  const auto first = tree.head(name);
  if (!first || !is_and(tree, edge) || *first + 1 != edge) return;
  auto above = tree.head(verb);
  while (above && !(tree.is_verbal(*above) && has_subject(tree, *above))) above = tree.head(*above);
  if (!above || *above > *first) return;
  edits.push_back({name, verb, Deprel::nsubj});
  edits.push_back({verb, *above, Deprel::conj});
}

/// "..., India said": who stands between a comma and a verb of saying says it.
void give_speaker(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!is_saying(tree, verb) || has_subject(tree, verb) || verb <= tree.first() + 1) return;
  if (tree.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::mark})) return;
  TokenId name = verb - 1;
  while (tree.is(name, {Deprel::flat})) name = *tree.head(name);
  if (name >= verb || !tree.is(name, {Deprel::appos, Deprel::conj, Deprel::obl, Deprel::obj}) ||
      tree.at(name).upos != Upos::propn || tree.child(name, {Deprel::case_})) {
    return;
  }
  const TokenId edge = left_edge(tree, name);
  if (edge == tree.first() || tree.form(edge - 1) != ",") return;
  edits.push_back({name, verb, Deprel::nsubj});
}

/// "Putin, the Kremlin said, will visit": nobody is spoken to.
void give_vocative_a_verb(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto verb = tree.head(token);
  if (!verb || !tree.is(token, {Deprel::vocative}) || !tree.is_verbal(*verb) || token > *verb ||
      has_subject(tree, *verb) || tree.at(token).upos != Upos::propn) {
    return;
  }
  const bool passive = tree.child(*verb, {Deprel::aux_pass}).has_value();
  if (tree.at(*verb).features.verb_form != text::VerbForm::finite &&
      !tree.child(*verb, {Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  edits.push_back({token, *verb, passive ? Deprel::nsubj_pass : Deprel::nsubj});
}

bool is_violent(const SentenceTree& tree, TokenId verb) {
  const auto frames = Lexicon::built_in().verb(tree.lemma(verb));
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return frame.type == graph::RelationClass::assault;
  });
}

/// "fired on rebels who had stormed the base, [killing] four": behind the comma goes on who fired,
/// as the relative clause, which has none before it, is over.
void take_violence_from_relative(const SentenceTree& tree, TokenId participle,
                                 std::vector<Edit>& edits) {
  if (!tree.is(participle, {Deprel::advcl}) || !tree.form(participle).ends_with("ing") ||
      participle == tree.first() || tree.form(participle - 1) != "," ||
      !is_violent(tree, participle)) {
    return;
  }
  auto clause = tree.head(participle);
  while (clause && tree.is_verbal(*clause) && !tree.is(*clause, {Deprel::acl_relcl})) {
    clause = tree.head(*clause);
  }
  if (!clause || !tree.is(*clause, {Deprel::acl_relcl})) return;
  const TokenId begin = left_edge(tree, *clause);
  const auto verb = tree.head(*tree.head(*clause));
  if (begin == tree.first() || tree.form(begin - 1) == "," || tree.form(begin) == "," || !verb ||
      *verb > *clause || !is_violent(tree, *verb)) {
    return;
  }
  edits.push_back({participle, *verb, Deprel::advcl});
}

/// "pressed for X to leave": X is who should leave.
void give_infinitive_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  constexpr TokenId longest = 6;  // words of X
  if (!tree.is_verbal(verb) || has_subject(tree, verb) || tree.marker(verb) != "to") return;
  const auto marker = tree.child(verb, {Deprel::mark});
  if (*marker < tree.first() + 3) return;
  TokenId name = *marker - 1;
  while (tree.head(name) && *tree.head(name) < *marker && *tree.head(name) + longest > name &&
         tree.is(name, {Deprel::flat, Deprel::compound, Deprel::amod, Deprel::nmod})) {
    name = *tree.head(name);
  }
  const auto governor = tree.head(name);
  if (!governor || !tree.is_verbal(*governor) || *governor == verb || *governor > name ||
      !tree.is(name, {Deprel::obl, Deprel::obj})) {
    return;
  }
  TokenId edge = left_edge(tree, name);
  if (tree.form(edge) != "for") {
    if (tree.at(name).upos != Upos::propn) return;
    if (edge == tree.first() || tree.form(edge - 1) != "for") return;
    --edge;
  }
  if (Lexicon::built_in().verb_operator(tree.lemma(*governor)) != Operator::demand) return;
  edits.push_back({edge, verb, Deprel::mark});
  edits.push_back({name, verb, Deprel::nsubj});
  edits.push_back({verb, *governor, Deprel::ccomp});
}

}  // namespace

bool is_and(const SentenceTree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return lemma == "and" || lemma == "&";
}

TokenId left_edge(const SentenceTree& tree, TokenId token) {
  TokenId edge = token;
  while (true) {
    const auto children = tree.children(edge);
    if (children.empty() || children.front() >= edge) return edge;
    edge = children.front();
  }
}

TokenId right_edge(const SentenceTree& tree, TokenId token) {
  TokenId edge = token;
  while (true) {
    const auto children = tree.children(edge);
    if (children.empty() || children.back() <= edge) return edge;
    edge = children.back();
  }
}

std::vector<TokenId> subjects_of(const SentenceTree& tree, TokenId verb) {
  std::vector<TokenId> found;
  for (const TokenId child : tree.children(verb)) {
    if (tree.is(child, {Deprel::nsubj, Deprel::nsubj_pass})) found.push_back(child);
  }
  return found;
}

bool has_subject(const SentenceTree& tree, TokenId verb) {
  return tree
      .child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass,
                    Deprel::expl, Deprel::nsubj_outer})
      .has_value();
}

bool is_saying(const SentenceTree& tree, TokenId token) {
  return tree.is_verbal(token) &&
         Lexicon::built_in().verb_operator(tree.lemma(token)) == Operator::say;
}

std::span<const MendRule> subject_rules() {
  static constexpr MendRule rules[] = {&undo_parenthesis,
                                       &join_subjects,
                                       &give_clause_subject,
                                       &free_from_verb,
                                       &give_conjunct_subject,
                                       &give_speaker,
                                       &give_infinitive_subject,
                                       &give_vocative_a_verb,
                                       &uncross_compound,
                                       &give_cleft_its_subject,
                                       &give_it_a_meaning,
                                       &give_gerund_its_object,
                                       &give_joined_subject,
                                       &give_clause_its_conjunction,
                                       &give_it_a_purpose,
                                       &give_bare_subject,
                                       &take_violence_from_relative,
                                       &give_verb_its_clause};
  return rules;
}

}  // namespace entente::relations
