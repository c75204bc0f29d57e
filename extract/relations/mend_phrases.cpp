#include <algorithm>
#include <optional>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/mend_rules.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Tense;
using text::Upos;
using text::VerbForm;

/// "rolled [back] tariffs", "handed [over] 30 vehicles": a particle hung on the object.
void give_back_particle(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  static constexpr std::string_view particles[] = {"back", "off", "out", "over", "up"};
  if (token == tree.first() || !is_listed(particles, tree.lemma(token)) ||
      tree.is(token, {Deprel::compound_prt}) || !tree.children(token).empty()) {
    return;
  }
  const TokenId verb = token - 1;
  const auto noun = tree.head(token);
  if (!tree.is_verbal(verb) || !noun || *noun <= token ||
      tree.child(verb, {Deprel::compound_prt}) ||
      !tree.is(token, {Deprel::amod, Deprel::advmod, Deprel::case_}) ||
      Lexicon::built_in().verb(tree.lemma(verb) + "_" + tree.lemma(token)).empty()) {
    return;
  }
  // a preposition that its verb wants: "went over the hill"
  const auto object = tree.child(verb, {Deprel::obj});
  if (!object || !tree.governs(*object, token)) return;
  edits.push_back({token, verb, Deprel::compound_prt});
}

/// "called the strikes [a crime]": what they are called, taken for an apposition or a time.
void call_by_name(const SentenceTree& tree, TokenId name, std::vector<Edit>& edits) {
  static constexpr std::string_view naming[] = {"brand", "call", "deem", "dub", "label", "term"};
  auto named = tree.head(name);
  if (named && tree.is(name, {Deprel::obl_unmarked})) named = tree.child(*named, {Deprel::obj});
  if (!tree.is(name, {Deprel::appos, Deprel::obl_unmarked}) || !named || *named > name ||
      !tree.is(*named, {Deprel::obj})) {
    return;
  }
  const auto article = tree.child(name, {Deprel::det});
  const auto verb = tree.head(*named);
  if (!verb || !article || tree.lemma(*article) != "a" ||
      std::find(std::begin(naming), std::end(naming), tree.lemma(*verb)) == std::end(naming)) {
    return;
  }
  const TokenId before = left_edge(tree, name) - 1;
  if (tree.at(before).upos == Upos::punct) return;
  edits.push_back({name, *verb, Deprel::xcomp});
}

/// "[Iran]-Iraq talks", "the [Israeli]-Palestinian conflict": both are sides of the noun.
void pair_before_noun(const SentenceTree& tree, TokenId first, std::vector<Edit>& edits) {
  const TokenId second = first + 2;
  if (second >= tree.last() || tree.form(first + 1) != "-" || tree.head(first) != second ||
      !tree.is(first, {Deprel::amod, Deprel::compound}) ||
      !tree.is(second, {Deprel::amod, Deprel::compound})) {
    return;
  }
  const auto is_name = [&](TokenId token) {
    return tree.form(token).front() >= 'A' && tree.form(token).front() <= 'Z';
  };
  const auto noun = tree.head(second);
  if (!noun || *noun < second || !is_name(first) || !is_name(second) ||
      event_noun(tree, *noun).entry == nullptr) {
    return;
  }
  edits.push_back({first, *noun, tree.at(second).deprel});
}

/// "moved troops to the border [with B]": it is the border that is with B.
void hang_on_border(const SentenceTree& tree, TokenId phrase, std::vector<Edit>& edits) {
  if (!tree.is(phrase, {Deprel::obl}) || tree.preposition(phrase) != "with") return;
  const TokenId edge = left_edge(tree, phrase);
  if (edge <= tree.first() || !Lexicon::built_in().in_set("border", tree.lemma(edge - 1)) ||
      !tree.is_nominal(edge - 1) || tree.head(edge - 1) == phrase) {
    return;
  }
  edits.push_back({phrase, edge - 1, Deprel::nmod});
}

/// "critics of president X", "of" hung on the title: a preposition stands before the whole name.
void lift_preposition(const SentenceTree& tree, TokenId marker, std::vector<Edit>& edits) {
  const auto modifier = tree.head(marker);
  if (!modifier || !tree.is(marker, {Deprel::case_}) || marker > *modifier ||
      tree.at(marker).upos != Upos::adp ||
      !tree.is(*modifier, {Deprel::nmod_desc, Deprel::compound, Deprel::amod})) {
    return;
  }
  const auto noun = tree.head(*modifier);
  if (!noun || *noun < *modifier || !tree.is_nominal(*noun) || tree.child(*noun, {Deprel::case_}) ||
      left_edge(tree, *noun) != left_edge(tree, marker) ||
      !tree.is(*noun, {Deprel::nmod, Deprel::obl, Deprel::obl_agent})) {
    return;
  }
  // "in-house lawyers"
  if (marker + 1 < tree.last() && tree.form(marker + 1) == "-") return;
  edits.push_back({marker, *noun, Deprel::case_});
}

/// "accused X [of arming militias]", "criticised X [for backing rebels]": no militias that arm, but
/// what X did to them.
void free_deed(const SentenceTree& tree, TokenId gerund, std::vector<Edit>& edits) {
  static constexpr std::string_view describing[] = {"compete", "develop", "emerge",   "exist",
                                                    "follow",  "lead",    "neighbor", "neighbour",
                                                    "remain",  "rule",    "visit",    "war"};
  static constexpr std::string_view judging[] = {"commend",  "condemn", "criticise", "criticize",
                                                 "denounce", "fault",   "praise",    "rebuke",
                                                 "sanction", "thank"};
  if (gerund == tree.first() || !tree.is(gerund, {Deprel::amod, Deprel::compound}) ||
      !tree.is_verbal(gerund) || !tree.form(gerund).ends_with("ing") ||
      is_listed(describing, tree.lemma(gerund)) ||
      !Lexicon::built_in().knows_verb(tree.lemma(gerund))) {
    return;
  }
  const TokenId noun = *tree.head(gerund);
  const auto marker = tree.child(noun, {Deprel::case_});
  auto verb = tree.head(noun);
  if (verb && tree.is(noun, {Deprel::nmod}) && tree.is(*verb, {Deprel::obj})) {
    verb = tree.head(*verb);
  } else if (!tree.is(noun, {Deprel::obj, Deprel::iobj, Deprel::obl})) {
    return;
  }
  if (!marker || *marker + 1 != gerund || !verb || !tree.is_verbal(*verb) || *verb > *marker) {
    return;
  }
  const bool charges = tree.form(*marker) == "of" &&
                       Lexicon::built_in().verb_operator(tree.lemma(*verb)) == Operator::accuse;
  if (!charges && !(tree.form(*marker) == "for" && is_listed(judging, tree.lemma(*verb)))) return;
  edits.push_back({gerund, *verb, Deprel::advcl});
  edits.push_back({*marker, gerund, Deprel::mark});
  edits.push_back({noun, gerund, Deprel::obj});
}

/// "was accused by X [of arming Y]": not X has armed Y.
void free_from_accuser(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::acl, Deprel::advcl}) || !tree.is_verbal(clause)) return;
  const std::string marker = tree.marker(clause);
  const auto accuser = tree.head(clause);
  const auto verb = accuser ? tree.head(*accuser) : std::nullopt;
  if (!verb || (marker != "of" && marker != "with" && marker != "for") ||
      !tree.is(*accuser, {Deprel::obl, Deprel::obl_agent}) || tree.preposition(*accuser) != "by" ||
      Lexicon::built_in().verb_operator(tree.lemma(*verb)) != Operator::accuse) {
    return;
  }
  edits.push_back({clause, *verb, Deprel::advcl});
}

/// Words that persons and bodies say, ask and promise with, not the things they speak of.
bool is_of_speech(const SentenceTree& tree, TokenId verb) {
  switch (Lexicon::built_in().verb_operator(tree.lemma(verb))) {
    case Operator::accuse:
    case Operator::demand:
    case Operator::promise:
    case Operator::refuse:
    case Operator::say:
    case Operator::suggest:
    case Operator::threaten:
    case Operator::warn:
      return true;
    default:
      break;
  }
  static constexpr std::string_view verbs[] = {"call",     "condemn", "criticise", "criticize",
                                               "denounce", "express", "hail",      "praise",
                                               "thank",    "welcome"};
  return is_listed(verbs, tree.lemma(verb));
}

bool is_past(const SentenceTree& tree, TokenId verb) {
  const auto& features = tree.at(verb).features;
  return features.verb_form == VerbForm::finite && features.tense == Tense::past;
}

/// "ordered X to leave, [accusing] him of spying": after a comma goes on who asked, not who was
/// asked.
void give_remark_to_speaker(const SentenceTree& tree, TokenId participle,
                            std::vector<Edit>& edits) {
  if (!tree.is(participle, {Deprel::advcl}) || !tree.form(participle).ends_with("ing") ||
      participle == tree.first() || tree.form(participle - 1) != "," ||
      !tree.marker(participle).empty() || !is_of_speech(tree, participle) ||
      Lexicon::built_in().verb_operator(tree.lemma(participle)) == Operator::promise) {
    return;
  }
  const TokenId deed = *tree.head(participle);
  const auto above = tree.head(deed);
  if (!above || !tree.is(deed, {Deprel::xcomp, Deprel::advcl}) || tree.marker(deed) != "to" ||
      !tree.is_verbal(*above) ||
      Lexicon::built_in().verb_operator(tree.lemma(*above)) != Operator::demand) {
    return;
  }
  edits.push_back({participle, *above, Deprel::advcl});
}

/// "said the measures are weak, and [called] on X": after what is said in the present, a verb of
/// speech in the past goes on with who has said it.
void give_back_to_speaker(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::conj}) || !is_past(tree, verb) || !is_of_speech(tree, verb) ||
      has_subject(tree, verb) || tree.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::cop})) {
    return;
  }
  const TokenId said = *tree.head(verb);
  const auto speech = tree.head(said);
  if (!speech || !tree.is(said, {Deprel::ccomp}) || !is_saying(tree, *speech) || *speech > said ||
      !is_past(tree, *speech) || !has_subject(tree, *speech)) {
    return;
  }
  // "said X had left and called": X may have done both
  const auto copula = tree.child(said, {Deprel::cop});
  const auto auxiliary = tree.child(said, {Deprel::aux, Deprel::aux_pass});
  const bool apart =
      auxiliary && (tree.lemma(*auxiliary) != "have" &&
                    (tree.lemma(*auxiliary) != "be" || tree.form(said).ends_with("ing")));
  const bool present =
      (copula && !auxiliary && tree.at(*copula).features.tense == Tense::present) ||
      (!auxiliary && tree.at(said).features.tense == Tense::present) || apart;
  const auto conjunction = tree.child(verb, {Deprel::cc});
  const bool comma = conjunction && tree.form(*conjunction - 1) == ",";
  auto subject = tree.child(said, {Deprel::nsubj, Deprel::nsubj_pass});
  if (!subject) subject = tree.child(*speech, {Deprel::iobj, Deprel::obj});
  const bool of_thing = subject && tree.at(*subject).upos == Upos::noun && copula && comma;
  // "said X had left, and called on Y": a comma parts the two
  const bool parted = comma && auxiliary && tree.lemma(*auxiliary) == "have";
  if (present || of_thing || parted) edits.push_back({verb, *speech, Deprel::conj});
}

/// "firms supplying arms to X, [including] Y": Y is one of the firms.
void hang_example(const SentenceTree& tree, TokenId example, std::vector<Edit>& edits) {
  if (!tree.is(example, {Deprel::obl}) || tree.preposition(example) != "including") return;
  const auto clause = tree.head(example);
  if (!clause || !tree.is(*clause, {Deprel::acl, Deprel::acl_relcl}) || *clause > example) return;
  const TokenId noun = *tree.head(*clause);
  if (tree.at(noun).features.number != text::Number::plural || tree.at(noun).upos != Upos::noun) {
    return;
  }
  const auto within = tree.child(*clause, {Deprel::obj, Deprel::obl});
  if (within && tree.at(*within).features.number == text::Number::plural) return;
  edits.push_back({example, noun, Deprel::nmod});
}

/// Verbs that say of their object what it does or becomes: "saw him leaving", "had it built".
bool takes_participle(const std::string& verb) {
  static constexpr std::string_view verbs[] = {
      "catch", "declare", "feel", "find",  "force",  "get",     "have",  "hear", "help",
      "keep",  "leave",   "let",  "make",  "notice", "observe", "order", "see",  "send",
      "set",   "show",    "spot", "start", "stop",   "want",    "watch"};
  return is_listed(verbs, verb) || Lexicon::built_in().names_its_object(verb);
}

/// "by B", "of B", "B's": whose the plan is.
bool names_maker(const SentenceTree& tree, TokenId noun) {
  const auto& children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    const std::string preposition = tree.preposition(child);
    const bool of = tree.is(child, {Deprel::nmod}) && (preposition == "by" || preposition == "of");
    const bool before = tree.is(child, {Deprel::nmod_poss, Deprel::amod, Deprel::compound}) &&
                        tree.at(child).upos == Upos::propn;
    return of || before;
  });
}

/// "repeated his call for B [to leave]": what B is called on to do; "condemned the decision by B
/// [to leave]": what B does.
void hang_on_plan(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::advcl, Deprel::xcomp}) || tree.marker(clause) != "to" ||
      has_subject(tree, clause)) {
    return;
  }
  const auto verb = tree.head(clause);
  const auto plan = verb ? tree.child(*verb, {Deprel::obj}) : std::nullopt;
  if (!plan) return;
  const TokenId mark = *tree.child(clause, {Deprel::mark});
  const Operator op = Lexicon::built_in().noun_operator(tree.lemma(*plan));
  if (op == Operator::none) return;
  if (op != Operator::demand) {
    if (right_edge(tree, *plan) + 1 == mark && names_maker(tree, *plan)) {
      edits.push_back({clause, *plan, Deprel::acl});
    }
    return;
  }
  for (const TokenId child : tree.children(*plan)) {
    const std::string preposition = tree.preposition(child);
    if (tree.is(child, {Deprel::nmod}) && (preposition == "for" || preposition == "on") &&
        right_edge(tree, child) + 1 == mark) {
      edits.push_back({clause, *plan, Deprel::acl});
      return;
    }
  }
}

/// "signed a pact, [with B] as the only critic": what B is meanwhile, and no partner.
void free_absolute(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  if (!tree.is(noun, {Deprel::obl, Deprel::nmod}) || tree.preposition(noun) != "with") return;
  const TokenId edge = left_edge(tree, noun);
  const TokenId next = right_edge(tree, noun) + 1;
  if (edge == tree.first() || next >= tree.last() || tree.form(next) != "as") return;
  const bool apart = tree.form(edge) == "," || tree.form(edge - 1) == ",";
  const auto role = tree.head(next);
  if (!apart || !role || tree.preposition(*role) != "as" || tree.lemma(*role) == "part") return;
  edits.push_back({noun, *tree.head(noun), Deprel::dep});
}

/// "blacklisted eight firms [accused] of smuggling": which firms, not what they became.
void keep_with_noun(const SentenceTree& tree, TokenId participle, std::vector<Edit>& edits) {
  if (!tree.is(participle, {Deprel::xcomp}) || !tree.is_verbal(participle) ||
      tree.at(participle).features.verb_form != VerbForm::participle ||
      tree.child(participle, {Deprel::mark, Deprel::aux, Deprel::nsubj, Deprel::nsubj_pass})) {
    return;
  }
  const auto verb = tree.head(participle);
  if (!verb || !tree.is_verbal(*verb) || takes_participle(tree.lemma(*verb))) return;
  const auto object = tree.child(*verb, {Deprel::obj});
  if (!object || *object < *verb || *object > participle || tree.at(*object).upos != Upos::noun ||
      right_edge(tree, *object) + 1 != left_edge(tree, participle)) {
    return;
  }
  edits.push_back({participle, *object, Deprel::acl});
}

/// "accused [A] and [B-led forces]": two objects that "and" joins.
void join_objects(const SentenceTree& tree, TokenId second, std::vector<Edit>& edits) {
  if (!tree.is(second, {Deprel::obj}) || tree.at(second).upos == Upos::pron) return;
  const auto verb = tree.head(second);
  const auto first = verb ? tree.child(*verb, {Deprel::iobj, Deprel::obj}) : std::nullopt;
  if (!first || *first < *verb || *first >= second || tree.at(*first).upos != Upos::propn) return;
  const TokenId edge = left_edge(tree, second);
  if (!is_and(tree, edge) || edge == second || right_edge(tree, *first) + 1 != edge) return;
  edits.push_back({*first, *verb, Deprel::obj});
  edits.push_back({second, *first, Deprel::conj});
  edits.push_back({edge, second, Deprel::cc});
}

/// "fired at demonstrators [demanding] that X resign", "seized a ship [carrying] aid": what stands
/// right before a participle does what it says, not who strikes it.
void keep_with_people(const SentenceTree& tree, TokenId participle, std::vector<Edit>& edits) {
  static constexpr std::string_view verbs[] = {"call",  "carry", "chant",  "demand",  "demonstrate",
                                               "flee",  "march", "oppose", "protest", "rally",
                                               "shout", "throw", "wave"};
  static constexpr std::string_view loads[] = {"bring", "carry", "deliver", "ferry", "transport"};
  if (participle == tree.first() || !tree.is(participle, {Deprel::advcl}) ||
      !tree.is_verbal(participle) || !tree.form(participle).ends_with("ing") ||
      !(is_listed(verbs, tree.lemma(participle)) || is_listed(loads, tree.lemma(participle))) ||
      !tree.marker(participle).empty()) {
    return;
  }
  const TokenId people = participle - 1;
  const Lexicon& lexicon = Lexicon::built_in();
  if (tree.head(people) != tree.head(participle) || !tree.is(people, {Deprel::obj, Deprel::obl}) ||
      tree.at(people).upos != Upos::noun) {
    return;
  }
  const auto is_called = [&](std::string_view set) {
    return lexicon.in_set(set, tree.lemma(people));
  };
  const bool carrier = is_listed(loads, tree.lemma(participle)) &&
                       (is_called("vehicle") || is_called("warship") || is_called("aircraft"));
  if (!carrier && !is_called("crowd") && !is_called("individual")) {
    return;
  }
  edits.push_back({participle, people, Deprel::acl});
}

/// "helped [X] retake a town": X is helped, and does what the bare infinitive says.
void give_helped(const SentenceTree& tree, TokenId deed, std::vector<Edit>& edits) {
  if (!tree.is(deed, {Deprel::xcomp, Deprel::ccomp}) || !tree.is_verbal(deed) ||
      tree.form(deed) != tree.lemma(deed) ||
      tree.child(deed, {Deprel::mark, Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  const auto help = tree.head(deed);
  const auto helped = tree.child(deed, {Deprel::nsubj});
  if (!help || !helped || tree.lemma(*help) != "help" || *helped < *help || *helped > deed ||
      tree.child(*help, {Deprel::obj, Deprel::iobj, Deprel::aux_pass})) {
    return;
  }
  edits.push_back({*helped, *help, Deprel::obj});
  edits.push_back({deed, *help, Deprel::xcomp});
}

/// "sent [home] ten envoys": what becomes of them, and no part of their name.
void free_adverb(const SentenceTree& tree, TokenId adverb, std::vector<Edit>& edits) {
  static constexpr std::string_view words[] = {"away", "back", "home"};
  if (adverb == tree.first() || !tree.is(adverb, {Deprel::advmod, Deprel::compound}) ||
      !is_listed(words, tree.form(adverb)) || !tree.is_verbal(adverb - 1)) {
    return;
  }
  const auto noun = tree.head(adverb);
  if (noun && *noun > adverb && tree.is(*noun, {Deprel::obj}) && tree.head(*noun) == adverb - 1) {
    edits.push_back({adverb, adverb - 1, Deprel::advmod});
  }
}

/// "accused A of burning farms and [killing] civilians": both are what A is accused of.
void join_gerunds(const SentenceTree& tree, TokenId second, std::vector<Edit>& edits) {
  if (!tree.is(second, {Deprel::conj}) || !tree.form(second).ends_with("ing") ||
      has_subject(tree, second) || tree.child(second, {Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  const TokenId verb = *tree.head(second);
  if (!tree.is_verbal(verb) || tree.form(verb).ends_with("ing")) return;
  for (const TokenId first : tree.children(verb)) {
    const std::string marker = tree.marker(first);
    if (first > verb && first < second && tree.form(first).ends_with("ing") &&
        tree.is(first, {Deprel::advcl, Deprel::xcomp}) &&
        (marker == "of" || marker == "for" || marker == "from" || marker.empty())) {
      edits.push_back({second, first, Deprel::conj});
      return;
    }
  }
  // the first of them taken for a noun
  const auto accused = tree.child(verb, {Deprel::obj});
  if (accused && *accused > verb && *accused < second &&
      Lexicon::built_in().verb_operator(tree.lemma(verb)) == Operator::accuse) {
    edits.push_back({second, *accused, Deprel::acl});
  }
}

bool is_remark(const SentenceTree& tree, TokenId noun) {
  static constexpr std::string_view remarks[] = {"accusation", "allegation", "assertion", "charge",
                                                 "claim",      "something",  "suggestion"};
  return is_listed(remarks, tree.lemma(noun));
}

/// "accused X of spying, [a charge X denies]": a remark on what is told, and no object or part
/// of it.
void free_remark(const SentenceTree& tree, TokenId noun, std::vector<Edit>& edits) {
  const auto above = tree.head(noun);
  const TokenId edge = left_edge(tree, noun);
  if (!above || *above > noun || edge == tree.first() || !tree.child(noun, {Deprel::acl_relcl}) ||
      !tree.is(noun, {Deprel::obj, Deprel::appos, Deprel::obl_unmarked, Deprel::dep})) {
    return;
  }
  static constexpr std::string_view breaks[] = {",", "-", "–", "—"};
  if (!is_listed(breaks, tree.form(edge)) && !is_listed(breaks, tree.form(edge - 1))) return;
  const auto object = tree.child(*above, {Deprel::obj, Deprel::iobj});
  const bool second = tree.is(noun, {Deprel::obj}) && object && *object<noun&& * object> * above;
  if (!second && !is_remark(tree, noun)) return;
  auto verb = above;
  while (verb && is_remark(tree, noun) &&
         !(tree.is_verbal(*verb) && (is_of_speech(tree, *verb) || !tree.head(*verb)))) {
    verb = tree.head(*verb);
  }
  if (!verb) return;
  edits.push_back({noun, *verb, Deprel::dep});
  if (second && tree.is(*object, {Deprel::iobj})) edits.push_back({*object, *above, Deprel::obj});
}

/// "promised to help B fight and [to train] its army": an infinitive with "to" goes on with one
/// that has it.
void join_infinitive(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is(verb, {Deprel::conj}) || !tree.is_verbal(verb) || tree.marker(verb) != "to") return;
  const TokenId before = *tree.head(verb);
  const auto above = tree.head(before);
  if (!above || !tree.is_verbal(before) || !tree.is_verbal(*above) || tree.marker(before) == "to" ||
      !tree.is(before, {Deprel::xcomp, Deprel::ccomp}) || tree.marker(*above) != "to") {
    return;
  }
  edits.push_back({verb, *above, Deprel::conj});
}

/// "A, along [with B], recalled its envoy": B did so, too.
void join_company(const SentenceTree& tree, TokenId other, std::vector<Edit>& edits) {
  if (!tree.is(other, {Deprel::nmod, Deprel::obl})) return;
  const auto& children = tree.children(other);
  const bool along = std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::case_}) && tree.lemma(child) == "with" && child > tree.first() &&
           (tree.lemma(child - 1) == "along" || tree.lemma(child - 1) == "together");
  });
  if (!along) return;
  const TokenId head = *tree.head(other);
  if (tree.is(other, {Deprel::nmod})) {
    const bool side = tree.is(head, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj});
    if (side && head < other) edits.push_back({other, head, Deprel::conj});
    return;
  }
  const auto subject = tree.child(head, {Deprel::nsubj, Deprel::nsubj_pass});
  if (subject && *subject < other && other < head) edits.push_back({other, *subject, Deprel::conj});
}

}  // namespace

std::span<const MendRule> phrase_rules() {
  static constexpr MendRule rules[] = {
      &give_back_particle,    &call_by_name,     &pair_before_noun,  &hang_on_border,
      &lift_preposition,      &free_deed,        &free_from_accuser, &give_back_to_speaker,
      &hang_example,          &keep_with_noun,   &join_objects,      &free_remark,
      &free_adverb,           &keep_with_people, &give_helped,       &join_company,
      &join_infinitive,       &free_absolute,    &hang_on_plan,      &join_gerunds,
      &give_remark_to_speaker};
  return rules;
}

}  // namespace entente::relations
