#include <algorithm>
#include <optional>

#include "extract/relations/frame_slots.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/mend_rules.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;

bool takes_clause(const std::string& verb) {
  const Lexicon& lexicon = Lexicon::built_in();
  const Operator op = lexicon.verb_operator(verb);
  if (op != Operator::none && op != Operator::permit) return true;
  const auto frames = lexicon.verb(verb);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return std::any_of(frame.slots.begin(), frame.slots.end(), [](const FrameSlot& slot) {
      return std::find(slot.names.begin(), slot.names.end(), "that") != slot.names.end();
    });
  });
}

/// "ratified the extradition of a man [wanted] in B": what is wanted is told of the noun, and no
/// clause that is ratified.
void undo_clause(const SentenceTree& tree, TokenId participle, std::vector<Edit>& edits) {
  if (!tree.is(participle, {Deprel::ccomp}) || !tree.is_verbal(participle) ||
      tree.form(participle) == tree.lemma(participle) || tree.form(participle).ends_with("ing") ||
      tree.child(participle, {Deprel::aux, Deprel::aux_pass, Deprel::mark, Deprel::obj,
                              Deprel::ccomp, Deprel::xcomp, Deprel::cop})) {
    return;
  }
  const auto verb = tree.head(participle);
  const auto noun = tree.child(participle, {Deprel::nsubj, Deprel::nsubj_pass});
  if (!verb || !noun || *verb > *noun || *noun > participle || !tree.is_verbal(*verb) ||
      tree.at(*noun).upos != Upos::noun || tree.child(*verb, {Deprel::obj, Deprel::iobj}) ||
      right_edge(tree, *noun) + 1 != participle || takes_clause(tree.lemma(*verb))) {
    return;
  }
  edits.push_back({*noun, *verb, Deprel::obj});
  edits.push_back({participle, *noun, Deprel::acl});
}

/// "opened an inquiry [into whether] A was bribed": what the noun asks.
void hang_question(const SentenceTree& tree, TokenId whether, std::vector<Edit>& edits) {
  static constexpr std::string_view questions[] = {"how", "whether", "why"};
  static constexpr std::string_view before[] = {"about", "into", "on", "over"};
  if (whether < tree.first() + 2 || !is_listed(questions, tree.lemma(whether)) ||
      !is_listed(before, tree.lemma(whether - 1)) || !tree.is_nominal(whether - 2)) {
    return;
  }
  const auto clause = tree.head(whether);
  const auto above = clause ? tree.head(*clause) : std::nullopt;
  if (!clause || *clause < whether || !tree.is_verbal(*clause) || !above || *above >= whether - 2 ||
      !tree.is(*clause, {Deprel::ccomp, Deprel::advcl})) {
    return;
  }
  edits.push_back({*clause, whether - 2, Deprel::acl});
  edits.push_back({whether - 1, *clause, Deprel::dep});
}

/// "signed a decree granting asylum [to ten men]": to whom the participle wants it given, and not
/// who signed.
void give_phrase_to_participle(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  if (!tree.is(noun, {Deprel::obl, Deprel::obj}) || !tree.child(noun, {Deprel::case_})) return;
  const auto verb = tree.head(noun);
  const std::string preposition = tree.preposition(noun);
  if (!verb || *verb > noun || !tree.is_verbal(*verb) || wants(tree, *verb, preposition)) return;
  std::optional<TokenId> taker;
  for (TokenId token = *verb + 1; token < noun; ++token) {
    const auto object = tree.child(token, {Deprel::obj});
    if (tree.is_verbal(token) && tree.form(token).ends_with("ing") &&
        tree.is(token, {Deprel::acl}) && tree.head(token) && tree.head(*tree.head(token)) == verb &&
        object && *object < noun && right_edge(tree, *object) + 1 == left_edge(tree, noun) &&
        wants(tree, token, preposition)) {
      taker = token;
    }
  }
  if (taker) edits.push_back({noun, *taker, Deprel::obl});
}

/// "handed [over] more than ten trucks": part of the verb, not of the number.
void free_particle_of_number(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (token == tree.first() || token + 1 >= tree.last() || tree.lemma(token) != "over" ||
      !tree.is(token, {Deprel::advmod, Deprel::case_}) || !tree.is_verbal(token - 1) ||
      tree.child(token - 1, {Deprel::compound_prt}) ||
      Lexicon::built_in().verb(tree.lemma(token - 1) + "_over").empty()) {
    return;
  }
  static constexpr std::string_view amounts[] = {"about", "around", "at", "more", "nearly", "some"};
  const bool number = tree.at(token + 1).upos == Upos::num || tree.at(token + 1).upos == Upos::sym;
  if (!number && !is_listed(amounts, tree.lemma(token + 1))) return;
  const auto noun = tree.head(token);
  edits.push_back({token, token - 1, Deprel::compound_prt});
  if (noun && *noun > token && tree.is(token, {Deprel::case_}) && tree.is(*noun, {Deprel::obl}) &&
      tree.head(*noun) == token - 1) {
    edits.push_back({*noun, token - 1, Deprel::obj});
  }
}

/// "its approval for [A] to deliver food": A is who delivers.
void give_subject_after_for(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb) || has_subject(tree, verb) || !tree.is(verb, {Deprel::acl})) return;
  std::optional<TokenId> before;
  std::optional<TokenId> to;
  for (const TokenId child : tree.children(verb)) {
    if (!tree.is(child, {Deprel::mark})) continue;
    if (tree.lemma(child) == "for") before = child;
    if (tree.lemma(child) == "to") to = child;
  }
  const auto noun = tree.head(verb);
  if (!before || !to || *to < *before + 2) return;
  for (const TokenId child : tree.children(*noun)) {
    if (child > *before && child < *to && tree.is_nominal(child) &&
        tree.is(child, {Deprel::nmod, Deprel::nmod_desc, Deprel::dep})) {
      edits.push_back({child, verb, Deprel::nsubj});
    }
  }
}

/// "a protest demanding that A [release] them", hung on the protest: it is what is demanded.
void give_clause_to_participle(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  const auto that = tree.child(verb, {Deprel::mark});
  if (!that || tree.lemma(*that) != "that" || !tree.is(verb, {Deprel::acl}) ||
      *that == tree.first()) {
    return;
  }
  const TokenId saying = *that - 1;
  if (tree.is(saying, {Deprel::acl}) && tree.head(saying) == tree.head(verb) &&
      tree.form(saying).ends_with("ing") && takes_clause(tree.lemma(saying))) {
    edits.push_back({verb, saying, Deprel::ccomp});
  }
}

/// "gave permission for [A] to use the port", the infinitive hung on the giving: A is to use it.
void give_permitted_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  const auto giving = tree.head(verb);
  const auto to = tree.child(verb, {Deprel::mark});
  if (!giving || !to || !tree.is(verb, {Deprel::advcl}) || tree.marker(verb) != "to" ||
      has_subject(tree, verb)) {
    return;
  }
  const auto noun = tree.child(*giving, {Deprel::obj});
  if (!noun || *noun < *giving || *noun > *to) return;
  for (const TokenId child : tree.children(*noun)) {
    const auto before = tree.child(child, {Deprel::case_});
    if (!before || tree.lemma(*before) != "for" || !tree.is(child, {Deprel::nmod}) ||
        right_edge(tree, child) + 1 != *to || event_noun(tree, child).entry != nullptr) {
      continue;
    }
    edits.push_back({verb, *noun, Deprel::acl});
    edits.push_back({child, verb, Deprel::nsubj});
    edits.push_back({*before, verb, Deprel::mark});
  }
}

/// "gave more [to missions] in B": no object has a preposition.
void free_from_object(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  static constexpr std::string_view leading[] = {"against", "at", "for", "from", "in",
                                                 "into",    "on", "to",  "with"};
  const auto verb = tree.head(noun);
  const auto marker = tree.child(noun, {Deprel::case_});
  if (!verb || !marker || *verb > *marker || *marker > noun || !tree.is(noun, {Deprel::obj}) ||
      !tree.is_verbal(*verb) || !is_listed(leading, tree.preposition(noun))) {
    return;
  }
  edits.push_back({noun, *verb, Deprel::obl});
}

/// "blamed", "said", "rejected": who speaks says it himself.
bool is_told_by_speaker(const std::string& verb) {
  const Lexicon& lexicon = Lexicon::built_in();
  if (reports(lexicon.verb_operator(verb))) return true;
  const auto frames = lexicon.verb(verb);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return frame.slots.size() == 1 && graph::quad_of(frame.type) == graph::Quad::verbal_conflict;
  });
}

/// "denied that it had struck the town and [blamed] B": what the denier says next is not denied.
void free_from_denial(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::conj}) || !tree.is_verbal(verb) || has_subject(tree, verb) ||
      tree.form(verb).ends_with("ing") ||
      tree.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::mark}) ||
      !is_told_by_speaker(tree.lemma(verb))) {
    return;
  }
  const TokenId denied = tree.first_conjunct(verb);
  const auto denial = tree.head(denied);
  if (!denial || !tree.is(denied, {Deprel::ccomp, Deprel::xcomp}) ||
      Lexicon::built_in().verb_operator(tree.lemma(*denial)) != Operator::deny) {
    return;
  }
  const bool otherwise = tree.child(denied, {Deprel::aux, Deprel::aux_pass, Deprel::cop}) ||
                         tree.form(denied).ends_with("ing");
  if (otherwise) edits.push_back({verb, *denial, Deprel::conj});
}

/// "a pact that A and B [signed]": they signed it; they were not signed, nor is it what the pact
/// says.
void give_relative_its_subjects(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::acl}) || !tree.is_verbal(verb)) return;
  const auto that = tree.child(verb, {Deprel::mark, Deprel::obj});
  if (!that || *that > verb || tree.lemma(*that) != "that") return;
  const bool object = tree.is(*that, {Deprel::obj});
  const auto subject = tree.child(verb, {object ? Deprel::nsubj : Deprel::nsubj_pass});
  if (!subject || *subject > verb || tree.child(verb, {Deprel::aux_pass})) return;
  if (!object) {
    if (tree.at(*subject).upos != Upos::propn || tree.child(verb, {Deprel::obj})) return;
    edits.push_back({*subject, verb, Deprel::nsubj});
    edits.push_back({*that, verb, Deprel::dep});
  }
  edits.push_back({verb, *tree.head(verb), Deprel::acl_relcl});
}

/// "a statement saying [A's program] poses a threat": what is said, and no clause about the
/// statement.
void give_said_its_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::acl_relcl}) || !tree.is_verbal(verb) || has_subject(tree, verb) ||
      tree.at(verb).features.verb_form != text::VerbForm::finite) {
    return;
  }
  const auto about = tree.head(verb);
  for (TokenId saying = *about + 1; saying < verb; ++saying) {
    if (!tree.is(saying, {Deprel::acl}) || tree.head(saying) != about || !is_saying(tree, saying)) {
      continue;
    }
    const auto said = tree.child(saying, {Deprel::obj});
    if (!said || *said < saying || right_edge(tree, *said) + 1 != verb) return;
    edits.push_back({verb, saying, Deprel::ccomp});
    edits.push_back({*said, verb, Deprel::nsubj});
    return;
  }
}

/// "voted [61] to 59 to expel B": by how many, no object that does something.
void free_count(const SentenceTree& tree, TokenId number, std::vector<Edit>& edits) {
  const auto verb = tree.head(number);
  if (!verb || *verb > number || !tree.is(number, {Deprel::obj}) || !tree.is_verbal(*verb) ||
      tree.at(number).upos != Upos::num || number + 2 >= tree.last()) {
    return;
  }
  static constexpr std::string_view between[] = {"-", "against", "to", "–"};
  if (tree.at(number + 2).upos == Upos::num && is_listed(between, tree.form(number + 1))) {
    edits.push_back({number, *verb, Deprel::obl_unmarked});
  }
}

}  // namespace

std::span<const MendRule> clause_rules() {
  static constexpr MendRule rules[] = {&undo_clause,
                                       &hang_question,
                                       &give_phrase_to_participle,
                                       &free_particle_of_number,
                                       &free_from_object,
                                       &free_from_denial,
                                       &free_count,
                                       &give_said_its_subject,
                                       &give_relative_its_subjects,
                                       &give_subject_after_for,
                                       &give_permitted_subject,
                                       &give_clause_to_participle};
  return rules;
}

}  // namespace entente::relations
