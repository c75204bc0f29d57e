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

/// "President A and Prime Minister B": what the parser takes for an apposition.
void join_names(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::appos}) || !tree.is_nominal(token)) return;
  const auto conjunction = tree.child(token, {Deprel::cc});
  const auto head = tree.head(token);
  if (conjunction && *conjunction < token && is_and(tree, *conjunction)) {
    edits.push_back({token, *head, Deprel::conj});
  }
}

bool is_participle(const SentenceTree& tree, TokenId token) {
  return tree.is_verbal(token) && tree.form(token).ends_with("ing");
}

/// "A took the town, they said, killing ten": all but the saying is A's.
void give_back_to_clause(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!is_saying(tree, verb)) return;
  const auto clause = tree.child(verb, {Deprel::ccomp});
  if (!clause || !tree.is_verbal(*clause)) return;
  if (*clause > verb) {
    // "said it would free [20 prisoners]"
    const auto object = tree.child(verb, {Deprel::obj, Deprel::iobj});
    if (object && *object > *clause && !tree.child(*clause, {Deprel::obj, Deprel::xcomp})) {
      edits.push_back({*object, *clause, Deprel::obj});
    }
    return;
  }
  const auto subjects = subjects_of(tree, verb);
  if (subjects.size() == 2 && subjects[0] < *clause && subjects[1] > *clause &&
      !has_subject(tree, *clause)) {
    const bool passive = tree.child(*clause, {Deprel::aux_pass}).has_value();
    edits.push_back({subjects[0], *clause, passive ? Deprel::nsubj_pass : Deprel::nsubj});
  }
  for (const TokenId child : tree.children(verb)) {
    if (child > verb && tree.is(child, {Deprel::advcl}) && is_participle(tree, child) &&
        tree.marker(child).empty()) {
      edits.push_back({child, *clause, Deprel::advcl});
    }
  }
}

/// "police say a bomb went off, [killing] ten": nobody kills by saying so. What went off may be
/// taken for a noun.
void free_harm_from_speech(const SentenceTree& tree, TokenId harm, std::vector<Edit>& edits) {
  const auto speech = tree.head(harm);
  if (!speech || !tree.is(harm, {Deprel::advcl}) || !is_participle(tree, harm) ||
      !tree.marker(harm).empty() || !is_saying(tree, *speech) || !harms(tree.lemma(harm))) {
    return;
  }
  const auto clause = tree.child(*speech, {Deprel::ccomp});
  const auto told = clause ? clause : tree.child(*speech, {Deprel::obj});
  if (!told || *told < *speech || *told > harm) return;
  edits.push_back({harm, *told, tree.is_verbal(*told) ? Deprel::advcl : Deprel::acl});
}

/// "accused B [of shelling]": the complement of the verb, not of its object.
void free_complement(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::acl}) || !tree.is_verbal(clause)) return;
  const std::string marker = tree.marker(clause);
  // "urged the army [to free X]": the army should. Not "demanded a vote to free X".
  if (marker == "to" && tree.head(clause) && tree.is(*tree.head(clause), {Deprel::obj})) {
    const TokenId asked = *tree.head(clause);
    const auto asking = tree.head(asked);
    const Lexicon& lexicon = Lexicon::built_in();
    if (asking && lexicon.verb_operator(tree.lemma(*asking)) == Operator::demand &&
        tree.lemma(*asking) != "demand" && tree.lemma(*asking) != "seek" &&
        lexicon.noun_operator(tree.lemma(asked)) == Operator::none &&
        event_noun(tree, asked).entry == nullptr) {
      edits.push_back({clause, *asking, Deprel::xcomp});
    }
    return;
  }
  if (marker != "of" && marker != "from" && marker != "for" && marker != "into") return;
  const auto object = tree.head(clause);
  if (!object || !tree.is(*object, {Deprel::obj, Deprel::iobj})) return;
  if (tree.at(*object).upos == Upos::noun && marker != "from") return;  // "a plan for leaving"
  const auto verb = tree.head(*object);
  if (!verb || Lexicon::built_in().verb_operator(tree.lemma(*verb)) == Operator::none) return;
  edits.push_back({clause, *verb, Deprel::advcl});
}

/// "the men responsible for killing X", "the trial of X, accused of spying": who did it
/// stands right before, whatever verb governs the sentence.
void give_culprit(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  static constexpr std::string_view charged[] = {"accuse",   "arrest",  "charge", "convict",
                                                 "detain",   "indict",  "jail",   "kill",
                                                 "sentence", "suspect", "want"};
  if (!tree.is(clause, {Deprel::advcl}) || !tree.is_verbal(clause) || has_subject(tree, clause)) {
    return;
  }
  TokenId edge = left_edge(tree, clause);
  const bool comma = tree.form(edge) == "," && edge + 1 == clause;
  if (edge < tree.first() + 2) return;
  TokenId noun = --edge;
  if (!comma && tree.lemma(noun) == "responsible" && tree.is(noun, {Deprel::amod, Deprel::acl})) {
    noun = *tree.head(noun);
  } else if ((comma || (tree.form(noun) == "," && edge + 1 == clause)) &&
             is_listed(charged, tree.lemma(clause)) &&
             tree.at(clause).features.verb_form == text::VerbForm::participle &&
             !tree.child(clause, {Deprel::aux, Deprel::aux_pass, Deprel::obj})) {
    if (!comma) --noun;
    while (tree.is(noun, {Deprel::flat, Deprel::appos})) noun = *tree.head(noun);
  } else {
    return;
  }
  if (!tree.is_nominal(noun) || noun >= clause) return;
  edits.push_back({clause, noun, Deprel::acl});
}

/// "asked X, who is backed by Y, to resign": the infinitive is what was asked.
void free_demand(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::advcl, Deprel::xcomp}) || tree.marker(clause) != "to") return;
  const auto relative = tree.head(clause);
  if (!relative || !tree.is(*relative, {Deprel::acl_relcl})) return;
  const TokenId edge = left_edge(tree, clause);
  if (edge == tree.first() || (tree.form(edge) != "," && tree.form(edge - 1) != ",")) return;
  const TokenId object = *tree.head(*relative);
  const auto verb = tree.head(object);
  if (!verb || !tree.is_verbal(*verb) || !tree.is(object, {Deprel::obj, Deprel::iobj}) ||
      Lexicon::built_in().verb_operator(tree.lemma(*verb)) != Operator::demand) {
    return;
  }
  edits.push_back({clause, *verb, Deprel::xcomp});
}

/// "found the bishop guilty", "called the answer hasty": what is said of somebody is no noun
/// that his name belongs to.
void free_verdict(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  static constexpr std::string_view verdicts[] = {"complicit", "guilty", "innocent", "liable",
                                                  "responsible"};
  const auto verb = tree.head(token);
  const bool verdict = tree.at(token).upos == Upos::adj || is_listed(verdicts, tree.lemma(token));
  if (!verb || !verdict || !tree.is_verbal(*verb) || *verb > token ||
      !tree.is(token, {Deprel::obj, Deprel::xcomp})) {
    return;
  }
  std::optional<TokenId> person;
  for (const TokenId child : tree.children(token)) {
    if (child > *verb && child < token && tree.is_nominal(child) &&
        tree.at(child).upos != Upos::pron && !tree.child(child, {Deprel::case_}) &&
        tree.is(child, {Deprel::compound, Deprel::nmod, Deprel::nmod_desc, Deprel::nmod_poss})) {
      person = child;
    }
  }
  if (!person || tree.child(*verb, {Deprel::iobj})) return;
  for (const TokenId child : tree.children(token)) {
    if (child > *verb && child < *person) edits.push_back({child, *person, tree.at(child).deprel});
  }
  edits.push_back({*person, *verb, Deprel::obj});
  edits.push_back({token, *verb, Deprel::xcomp});
}

/// "sent a letter to X threatening to leave", "posted a message on a site blaming Y": it is the
/// letter that threatens.
void give_letter_its_words(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::acl}) || !is_participle(tree, clause) ||
      !tree.marker(clause).empty()) {
    return;
  }
  const Lexicon& lexicon = Lexicon::built_in();
  switch (lexicon.verb_operator(tree.lemma(clause))) {
    case Operator::accuse:
    case Operator::demand:
    case Operator::deny:
    case Operator::say:
    case Operator::threaten:
    case Operator::warn:
      break;
    default:
      return;
  }
  const auto reader = tree.head(clause);
  if (!reader || (tree.preposition(*reader) != "to" && tree.preposition(*reader) != "on")) return;
  const auto above = tree.head(*reader);
  if (!above) return;
  const auto letter = tree.is_verbal(*above) ? tree.child(*above, {Deprel::obj}) : above;
  if (letter && *letter < *reader && lexicon.in_set("@statement", tree.lemma(*letter))) {
    edits.push_back({clause, *letter, Deprel::acl});
  }
}

/// "proposed [suspending] trade with B": no trade of a kind, but what was proposed; "denied
/// [shelling] B": it is B who was shelled.
void free_gerund(const SentenceTree& tree, TokenId gerund, std::vector<Edit>& edits) {
  if (gerund == tree.first() || !is_participle(tree, gerund) ||
      !tree.is(gerund, {Deprel::amod, Deprel::advcl, Deprel::xcomp}) ||
      tree.child(gerund, {Deprel::obj}) || !Lexicon::built_in().knows_verb(tree.lemma(gerund))) {
    return;
  }
  const TokenId verb = gerund - 1;
  const auto object = tree.child(verb, {Deprel::obj});
  if (!tree.is_verbal(verb) || !object || *object < gerund) return;
  switch (Lexicon::built_in().verb_operator(tree.lemma(verb))) {
    case Operator::cease:
    case Operator::deny:
    case Operator::suggest:
      break;
    default:
      return;
  }
  edits.push_back({gerund, verb, Deprel::xcomp});
  edits.push_back({*object, gerund, Deprel::obj});
  for (const TokenId child : tree.children(verb)) {
    if (child > *object && tree.is(child, {Deprel::obl})) {
      edits.push_back({child, gerund, Deprel::obl});
    }
  }
}

/// "left the bloc, [triggering] talks with B": a participle after the comma, with an object.
void free_participle(const SentenceTree& tree, TokenId participle, std::vector<Edit>& edits) {
  if (participle == tree.first() || !tree.is(participle, {Deprel::amod}) ||
      !is_participle(tree, participle) || tree.form(participle - 1) != ",") {
    return;
  }
  const TokenId object = *tree.head(participle);
  const auto verb = tree.head(object);
  if (!verb || object < participle || !tree.is_verbal(*verb) || !tree.is(object, {Deprel::obj})) {
    return;
  }
  const auto first = tree.child(*verb, {Deprel::obj});
  if (!first || *first > participle) return;
  edits.push_back({participle, *verb, Deprel::advcl});
  edits.push_back({object, participle, Deprel::obj});
}

/// "posted a message [on a site] blaming B": the site is where, and blames nobody.
void free_medium(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  const auto letter = tree.head(clause);
  if (!letter || !tree.is(clause, {Deprel::acl}) || !is_participle(tree, clause) ||
      tree.marker(clause) != "on" ||
      !Lexicon::built_in().in_set("@statement", tree.lemma(*letter))) {
    return;
  }
  const auto marker = tree.child(clause, {Deprel::mark});
  const auto site = tree.child(clause, {Deprel::nsubj});
  if (!site || *site < *marker) return;
  edits.push_back({*marker, *site, Deprel::case_});
  edits.push_back({*site, *letter, Deprel::nmod});
}

bool is_told_in_past(const SentenceTree& tree, TokenId verb) {
  const auto& features = tree.at(verb).features;
  return features.verb_form == text::VerbForm::finite && features.tense == text::Tense::past;
}

/// "accused X of stealing land and [called] on Y": what is told in the past is not part of a
/// gerund or infinitive but of the finite verb above.
void free_from_infinite(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::conj}) || !tree.is_verbal(verb) || has_subject(tree, verb) ||
      tree.child(verb, {Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  auto above = tree.head(verb);
  if (!above || !tree.is_verbal(*above) || tree.child(*above, {Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  // "agreed to help and [sent] planes": an infinitive has the form of the lemma.
  const bool after_infinitive = tree.marker(*above) == "to";
  const bool inflected = tree.form(verb) != tree.lemma(verb) && !is_participle(tree, verb);
  const bool told = is_told_in_past(tree, verb) || (after_infinitive && inflected);
  if (!told || !(is_participle(tree, *above) || after_infinitive)) return;
  const TokenId infinitive = *above;
  while (above && !(tree.is_verbal(*above) && is_told_in_past(tree, *above))) {
    if (tree.is(*above, {Deprel::acl_relcl})) return;
    above = tree.head(*above);
  }
  if (!above || !has_subject(tree, *above)) return;
  edits.push_back({verb, *above, Deprel::conj});
  // What follows is its own: "sent [planes]".
  for (const TokenId child : tree.children(infinitive)) {
    if (child > verb && tree.is(child, {Deprel::obj, Deprel::obl, Deprel::iobj, Deprel::xcomp,
                                        Deprel::ccomp, Deprel::advcl})) {
      edits.push_back({child, verb, tree.at(child).deprel});
    }
  }
}

/// "say gunmen stormed and [burned] a school": what is told after "say" in the past, or right
/// beside the verb of what is said, belongs to that.
void free_from_speech(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::conj}) || !is_told_in_past(tree, verb) || has_subject(tree, verb) ||
      is_saying(tree, verb)) {
    return;
  }
  const TokenId speech = *tree.head(verb);
  const auto said = tree.child(speech, {Deprel::ccomp});
  const auto conjunction = tree.child(verb, {Deprel::cc});
  if (!is_saying(tree, speech) || !said || !conjunction || *said < speech || *said > *conjunction ||
      !tree.is_verbal(*said) || !has_subject(tree, *said)) {
    return;
  }
  const bool present = tree.at(speech).features.tense == text::Tense::present ||
                       tree.form(speech) == "say" || tree.form(speech) == "says";
  const bool beside = *said + 1 == *conjunction && *conjunction + 1 == verb;
  if (beside || present) edits.push_back({verb, *said, Deprel::conj});
}

/// "held talks [last year [with B]]": no time has a "with".
void free_from_time(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::nmod})) return;
  const std::string preposition = tree.preposition(token);
  if (preposition != "with" && preposition != "against") return;
  auto head = tree.head(token);
  if (!head || !is_time(tree, *head)) return;
  head = tree.head(*head);
  if (!head) return;
  edits.push_back({token, *head, tree.is_verbal(*head) ? Deprel::obl : Deprel::nmod});
}

/// "visited A on Monday and [B] on Tuesday": B is no day.
void join_to_object(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::conj}) || tree.at(token).upos != Upos::propn) return;
  const TokenId day = *tree.head(token);
  const auto verb = tree.head(day);
  if (!is_time(tree, day) || is_time(tree, token) || !verb || !tree.is(day, {Deprel::obl})) return;
  const auto object = tree.child(*verb, {Deprel::obj});
  if (object && *object < day) edits.push_back({token, *object, Deprel::conj});
}

/// "the Iran-backed rebels" are rebels backed by Iran.
void unfold_backing(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  static constexpr std::string_view verbs[] = {"arm",     "back",    "finance", "fund",
                                               "sponsor", "support", "train"};
  if (!tree.is(token, {Deprel::amod}) || !tree.is_verbal(token) || token < tree.first() + 2 ||
      tree.form(token - 1) != "-" || !is_listed(verbs, tree.lemma(token))) {
    return;
  }
  const auto backer = tree.child(token, {Deprel::compound, Deprel::obl, Deprel::obl_unmarked});
  if (!backer || *backer + 2 != token) return;
  edits.push_back({token, *tree.head(token), Deprel::acl});
  edits.push_back({*backer, token, Deprel::obl_agent});
}

/// "was barred from running by a court": who bars, as nobody runs by a court.
void give_back_agent(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::obl, Deprel::obl_agent}) || tree.preposition(token) != "by") return;
  const auto gerund = tree.head(token);
  const auto verb = gerund ? tree.head(*gerund) : std::nullopt;
  if (!verb || !is_participle(tree, *gerund) || tree.marker(*gerund) != "from" ||
      tree.child(*gerund, {Deprel::obj, Deprel::aux_pass}) ||
      !tree.child(*verb, {Deprel::aux_pass}) || tree.child(*verb, {Deprel::obl_agent})) {
    return;
  }
  edits.push_back({token, *verb, Deprel::obl_agent});
}

/// "spoke [by telephone]": who does something himself has no agent; "was agreed by A [with B]".
void free_from_agency(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto verb = tree.head(token);
  if (!verb || !tree.is(token, {Deprel::obl_agent})) return;
  const bool active = tree.child(*verb, {Deprel::nsubj}) &&
                      !tree.child(*verb, {Deprel::aux_pass, Deprel::nsubj_pass});
  if (!active && tree.preposition(token) != "with") return;
  edits.push_back({token, *verb, Deprel::obl});
}

/// "offered to mediate and travelled [to B] [for talks]": phrases hung on the first of two verbs
/// that the second wants.
void give_to_second_verb(const SentenceTree& tree, TokenId second, std::vector<Edit>& edits) {
  if (!tree.is(second, {Deprel::conj}) || !tree.is_verbal(second)) return;
  const auto first = tree.head(second);
  if (!first || !tree.is_verbal(*first) || *first > second) return;
  if (tree.child(second, {Deprel::obj, Deprel::obl, Deprel::iobj, Deprel::xcomp, Deprel::ccomp})) {
    return;
  }
  bool moved = false;
  for (const TokenId phrase : tree.children(*first)) {
    if (phrase < second || !tree.is(phrase, {Deprel::obl})) continue;
    const std::string preposition = tree.preposition(phrase);
    if (preposition.empty()) continue;
    moved = moved || (wants(tree, second, preposition) && !wants(tree, *first, preposition));
    if (moved) edits.push_back({phrase, second, Deprel::obl});
  }
}

/// "condemned in the strongest terms [the attack]": an object, hung on the phrase before it.
void find_late_object(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  if (!tree.is(noun, {Deprel::acl_relcl, Deprel::acl, Deprel::appos, Deprel::dep}) ||
      !tree.is_nominal(noun) || tree.child(noun, {Deprel::case_, Deprel::mark, Deprel::cop}) ||
      !tree.child(noun, {Deprel::det, Deprel::cc_preconj, Deprel::nmod_poss})) {
    return;
  }
  const auto phrase = tree.head(noun);
  const auto verb = phrase ? tree.head(*phrase) : std::nullopt;
  if (!verb || *phrase > noun || tree.lemma(*phrase) != "term" ||
      !tree.is(*phrase, {Deprel::obl}) || !tree.is_verbal(*verb) ||
      tree.form(left_edge(tree, noun) - 1) == "," ||
      tree.child(*verb, {Deprel::obj, Deprel::ccomp, Deprel::xcomp, Deprel::aux_pass})) {
    return;
  }
  edits.push_back({noun, *verb, Deprel::obj});
}

/// "blamed the attack on A [on B]": the last of them is who is blamed.
void lift_culprit(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto place = tree.head(token);
  if (!place || *place > token || !tree.is(token, {Deprel::nmod}) ||
      tree.preposition(token) != "on") {
    return;
  }
  auto top = place;
  while (top && tree.is(*top, {Deprel::nmod})) top = tree.head(*top);
  if (!top || top == place || !tree.is(*top, {Deprel::obj, Deprel::obl})) return;
  const auto verb = tree.head(*top);
  if (!verb || (tree.lemma(*verb) != "blame" && tree.lemma(*verb) != "pin")) return;
  edits.push_back({token, *verb, Deprel::obl});
}

}  // namespace

std::span<const MendRule> attachment_rules() {
  static constexpr MendRule rules[] = {
      &join_names,       &free_from_time,        &join_to_object,        &free_complement,
      &give_culprit,     &free_demand,           &free_verdict,          &free_gerund,
      &free_participle,  &free_medium,           &free_from_infinite,    &lift_culprit,
      &free_from_speech, &give_letter_its_words, &unfold_backing,        &give_back_agent,
      &free_from_agency, &give_back_to_clause,   &free_harm_from_speech, &give_to_second_verb,
      &find_late_object};
  return rules;
}

}  // namespace entente::relations
