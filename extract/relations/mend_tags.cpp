#include <algorithm>
#include <optional>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/mend_rules.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;
using text::VerbForm;

bool is_modal(std::string_view word) {
  static constexpr std::string_view modals[] = {"can",   "could",  "may",  "might", "must",
                                                "shall", "should", "will", "would"};
  return std::find(std::begin(modals), std::end(modals), word) != std::end(modals);
}

/// "would [free] 300 prisoners": after a modal and before what it does something to.
bool follows_modal(const SentenceTree& tree, TokenId token) {
  if (token == tree.first() || token + 1 >= tree.last() || tree.at(token).upos != Upos::adj ||
      !is_modal(tree.lemma(token - 1)) || tree.head(token - 1) != token ||
      tree.child(token, {Deprel::cop})) {
    return false;
  }
  switch (tree.at(token + 1).upos) {
    case Upos::adj:
    case Upos::det:
    case Upos::noun:
    case Upos::num:
    case Upos::pron:
    case Upos::propn:
      return true;
    default:
      return false;
  }
}

/// "if its troops [march] into B": a noun has no subject unless it is said of it.
bool has_subject_of_its_own(const SentenceTree& tree, TokenId token) {
  if ((tree.at(token).upos != Upos::noun && tree.at(token).upos != Upos::adv) ||
      tree.child(token, {Deprel::cop, Deprel::det, Deprel::case_, Deprel::amod, Deprel::nmod_poss,
                         Deprel::nummod}) ||
      !tree.is(token, {Deprel::advcl, Deprel::ccomp, Deprel::root, Deprel::acl_relcl,
                       Deprel::parataxis})) {
    return false;
  }
  const auto subject = tree.child(token, {Deprel::nsubj});
  return subject && *subject < token && tree.form(token - 1) != ",";
}

/// "fuelled", "fuell": the lemma of a form that doubles its last letter.
bool has_doubled_letter(const text::Token& word) {
  const std::string& lemma = word.lemma;
  const Lexicon& lexicon = Lexicon::built_in();
  return word.upos == Upos::verb && lemma.size() > 3 && lemma.back() == lemma[lemma.size() - 2] &&
         !lexicon.knows_verb(lemma) &&
         lexicon.knows_verb(std::string_view(lemma).substr(0, lemma.size() - 1));
}

void make_verb(text::Token& word, VerbForm form) {
  word.upos = Upos::verb;
  word.features.verb_form = form;
}

/// "welcomed the EU [move]": no verb, since it neither agrees with "the EU" nor has an
/// auxiliary.
std::optional<TokenId> noun_taken_for_clause(const SentenceTree& tree, TokenId token) {
  const auto above = tree.head(token);
  if (!above || !tree.is(token, {Deprel::ccomp}) || tree.at(token).upos != Upos::verb ||
      tree.form(token) != tree.lemma(token) || !tree.is_verbal(*above) || *above > token ||
      tree.at(token).features.tense == text::Tense::past ||
      tree.child(token, {Deprel::aux, Deprel::aux_pass, Deprel::mark, Deprel::obj, Deprel::xcomp,
                         Deprel::ccomp}) ||
      tree.child(*above, {Deprel::obj, Deprel::iobj})) {
    return std::nullopt;
  }
  switch (Lexicon::built_in().verb_operator(tree.lemma(*above))) {
    case Operator::none:
    case Operator::refuse:
    case Operator::accuse:
    case Operator::deny:
      break;
    default:
      return std::nullopt;
  }
  const auto subject = tree.child(token, {Deprel::nsubj});
  const bool beside = subject && *subject + 1 == token && tree.at(*subject).upos == Upos::propn &&
                      tree.child(*subject, {Deprel::det});
  return beside ? subject : std::nullopt;
}

/// "Beijing [piles] pressure on B": what has a subject is no part of another noun.
bool is_verb_in_compound(const SentenceTree& tree, TokenId token) {
  const auto noun = tree.head(token);
  return noun && *noun > token && tree.is_verbal(token) &&
         tree.is(token, {Deprel::compound, Deprel::amod}) && tree.child(token, {Deprel::nsubj}) &&
         tree.is_nominal(*noun) && !tree.child(*noun, {Deprel::nsubj, Deprel::cop});
}

/// "refused to [free] journalist X", "threatened to [shell] positions": a verb taken for a part of
/// the object; who refuses or threatens does it to do something.
bool is_infinitive_in_phrase(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view leading[] = {
      "decide",  "decline", "fail",     "manage", "offer", "plan", "pledge",
      "promise", "refuse",  "threaten", "try",    "vow",   "want"};
  const auto noun = tree.head(token);
  const auto verb = noun ? tree.head(*noun) : std::nullopt;
  if (!noun || !verb || *noun < token || *verb > token || tree.lemma(token - 1) != "to" ||
      tree.head(token - 1) != noun || !tree.is(token, {Deprel::amod, Deprel::compound}) ||
      !tree.is(*noun, {Deprel::obl}) || !tree.is_verbal(*verb)) {
    return false;
  }
  // "agreed on Monday to [widen] sanctions": seen as a verb it can be nothing else
  if (tree.is_verbal(token)) return tree.form(token) == tree.lemma(token);
  return *verb + 2 == token &&
         std::find(std::begin(leading), std::end(leading), tree.lemma(*verb)) !=
             std::end(leading) &&
         Lexicon::built_in().knows_verb(tree.form(token));
}

/// "demanded that the minister [resign]": below "that" of a demand the bare form is a verb.
bool is_subjunctive(const SentenceTree& tree, TokenId token) {
  const Upos tag = tree.at(token).upos;
  const auto above = tree.head(token);
  if ((tag != Upos::noun && tag != Upos::adj && tag != Upos::adv) || !above ||
      !tree.is(token, {Deprel::ccomp}) || tree.marker(token) != "that" ||
      tree.child(token, {Deprel::cop}) || token == tree.first()) {
    return false;
  }
  const Lexicon& lexicon = Lexicon::built_in();
  return lexicon.verb_operator(tree.lemma(*above)) == Operator::demand &&
         lexicon.knows_verb(tree.form(token)) && tree.is_nominal(token - 1) &&
         tree.head(token - 1) == token;
}

/// "granting" is of "grant", "accusing" of "accuse"; empty if of no verb we know.
std::string verb_of_gerund(std::string_view form) {
  constexpr std::string_view ending = "ing";
  if (!form.ends_with(ending) || form.size() < 6) return {};
  std::string stem(form.substr(0, form.size() - ending.size()));
  const Lexicon& lexicon = Lexicon::built_in();
  if (lexicon.knows_verb(stem)) return stem;
  if (lexicon.knows_verb(stem + "e")) return stem + "e";
  if (stem.size() > 3 && stem.back() == stem[stem.size() - 2]) stem.pop_back();
  return lexicon.knows_verb(stem) ? stem : std::string{};
}

/// "signed a decree [granting] citizenship", taken for one long noun: what the paper says.
bool is_wording(const SentenceTree& tree, TokenId token) {
  const auto noun = tree.head(token);
  if (!noun || *noun <= token || token == tree.first() ||
      !tree.is(token, {Deprel::compound, Deprel::amod}) || tree.head(token - 1) != noun ||
      !tree.is(token - 1, {Deprel::compound}) || tree.at(token - 1).upos != Upos::noun) {
    return false;
  }
  static constexpr std::string_view papers[] = {"statement", "law", "agreement", "proceeding"};
  const std::string& paper = tree.lemma(token - 1);
  const bool says = paper == "report" || paper == "order" || paper == "lawsuit" ||
                    std::any_of(std::begin(papers), std::end(papers), [&](std::string_view set) {
                      return Lexicon::built_in().in_set(set, paper);
                    });
  return says && !verb_of_gerund(tree.form(token)).empty();
}

/// "A, B's rival, [slapped] tariffs on B": between a subject and the noun after it a past tense is
/// what the subject did, and describes no tariffs.
bool is_verb_after_subject(const SentenceTree& tree, TokenId token) {
  const auto noun = tree.head(token);
  if (!noun || *noun < token || !tree.is_verbal(token) || !tree.is(token, {Deprel::amod}) ||
      !tree.form(token).ends_with("ed") || tree.at(*noun).upos != Upos::noun ||
      !tree.is(*noun, {Deprel::root, Deprel::ccomp}) ||
      tree.child(*noun, {Deprel::cop, Deprel::det, Deprel::case_, Deprel::mark}) ||
      !Lexicon::built_in().knows_verb(tree.lemma(token))) {
    return false;
  }
  const auto subject = tree.child(*noun, {Deprel::nsubj});
  return subject && *subject < token && tree.form(token - 1) == ",";
}

/// "The British [relinquished] control": a people does what stands between it and the noun.
bool is_deed_of_people(const SentenceTree& tree, TokenId token) {
  const auto noun = tree.head(token);
  if (!noun || *noun != token + 1 || token < tree.first() + 2 || !tree.is_verbal(token) ||
      !tree.is(token, {Deprel::amod}) || !tree.form(token).ends_with("ed") ||
      !tree.is(*noun, {Deprel::root}) || tree.child(*noun, {Deprel::nsubj, Deprel::cop}) ||
      !Lexicon::built_in().knows_verb(tree.lemma(token))) {
    return false;
  }
  const TokenId people = token - 1;
  const char initial = tree.form(people).front();
  return tree.at(people).upos == Upos::adj && initial >= 'A' && initial <= 'Z' &&
         tree.head(people) == noun && tree.at(people - 1).upos == Upos::det &&
         tree.form(tree.last() - 1) == ".";
}

/// "with [backing] from B": a deed with a name of its own, and nobody who does it.
bool is_deed_after_with(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view before[] = {"amid", "despite", "with", "without"};
  const auto marker = tree.child(token, {Deprel::mark, Deprel::case_});
  if (!marker || *marker + 1 != token || !tree.is_verbal(token) ||
      !tree.form(token).ends_with("ing") ||
      std::find(std::begin(before), std::end(before), tree.lemma(*marker)) == std::end(before) ||
      tree.child(token, {Deprel::obj, Deprel::nsubj, Deprel::aux, Deprel::ccomp, Deprel::xcomp}) ||
      Lexicon::built_in().noun(tree.form(token)).empty()) {
    return false;
  }
  const auto from = tree.child(token, {Deprel::obl, Deprel::nmod});
  return from && tree.preposition(*from) == "from";
}

/// "is [prepared] to help": a state of mind, and nothing that anybody does to its subject.
bool is_state_of_mind(const SentenceTree& tree, TokenId token) {
  const auto auxiliary = tree.child(token, {Deprel::aux_pass});
  const auto aim = tree.child(token, {Deprel::xcomp});
  return auxiliary && aim && tree.is_verbal(token) && tree.lemma(*auxiliary) == "be" &&
         tree.marker(*aim) == "to" && !tree.child(token, {Deprel::obl_agent, Deprel::obj}) &&
         tree.form(token) == "prepared";
}

/// "an arms [embargo] on B": a deed with a name of its own is no adverb of the verb whose object
/// stands right before it.
bool is_noun_taken_for_adverb(const SentenceTree& tree, TokenId token) {
  if (token == tree.first() || tree.at(token).upos != Upos::adv ||
      !tree.is(token, {Deprel::advmod}) || tree.at(token - 1).upos != Upos::noun ||
      !tree.is(token - 1, {Deprel::obj}) || tree.head(token - 1) != tree.head(token)) {
    return false;
  }
  const Lexicon& lexicon = Lexicon::built_in();
  return !lexicon.noun(tree.form(token)).empty() || lexicon.in_set("sanction", tree.form(token));
}

/// "suffered at the [hands] of B": by B.
bool is_hands_of_doer(const SentenceTree& tree, TokenId token) {
  return token >= tree.first() + 2 && token + 2 < tree.last() && tree.form(token) == "hands" &&
         tree.form(token - 1) == "the" && tree.lemma(token - 2) == "at" &&
         tree.form(token + 1) == "of" && tree.head(token + 1) &&
         tree.head(*tree.head(token + 1)) == token && tree.head(token);
}

/// "accused A of spying, [charges] A denies": after a comma and before a clause that has a subject.
bool is_remark_taken_for_verb(const SentenceTree& tree, TokenId token) {
  if (token == tree.first() || tree.form(token - 1) != "," ||
      (tree.form(token) != "charges" && tree.form(token) != "claims") || !tree.is_verbal(token) ||
      tree.child(token, {Deprel::nsubj, Deprel::aux, Deprel::obj}) ||
      !tree.is(token, {Deprel::parataxis, Deprel::conj, Deprel::advcl})) {
    return false;
  }
  const auto clause = tree.child(token, {Deprel::ccomp});
  return clause && *clause > token && tree.marker(*clause).empty() &&
         tree.child(*clause, {Deprel::nsubj}).has_value();
}

/// True if the verb can be done without an object by a phrase with that preposition.
bool leads_by(const std::string& verb, const std::string& preposition) {
  const auto frames = Lexicon::built_in().verb(verb);
  const auto names = [&](const FrameSlot& slot, std::string_view name) {
    return std::find(slot.names.begin(), slot.names.end(), name) != slot.names.end();
  };
  return std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
    return std::any_of(frame.slots.begin(), frame.slots.end(),
                       [&](const FrameSlot& slot) {
                         return slot.filler == Filler::target && names(slot, preposition);
                       }) &&
           std::none_of(frame.slots.begin(), frame.slots.end(),
                        [&](const FrameSlot& slot) { return names(slot, "obj"); });
  });
}

/// "Ten rebels [surrendered] to police.": a whole sentence, of which the past tense is the verb.
bool is_verb_of_noun(const SentenceTree& tree, TokenId token) {
  const auto noun = tree.head(token);
  if (!noun || *noun > token || !tree.is(token, {Deprel::acl}) || !tree.is_verbal(token) ||
      !tree.form(token).ends_with("ed") || !tree.is(*noun, {Deprel::root}) ||
      tree.form(tree.last() - 1) != "." || right_edge(tree, token) + 2 < tree.last() ||
      tree.child(token, {Deprel::aux, Deprel::aux_pass, Deprel::mark, Deprel::obl_agent}) ||
      tree.child(*noun, {Deprel::cop, Deprel::nsubj, Deprel::ccomp, Deprel::acl_relcl,
                         Deprel::parataxis})) {
    return false;
  }
  const auto& children = tree.children(token);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::obl}) && child > token &&
           leads_by(tree.lemma(token), tree.preposition(child));
  });
}

/// "[A] and B [hand] over trucks": a noun with an object is a verb, and what is joined to it
/// before is its subject.
std::optional<TokenId> subject_in_compound(const SentenceTree& tree, TokenId token) {
  const auto object = tree.child(token, {Deprel::obj});
  const auto name = tree.child(token, {Deprel::compound});
  if (tree.at(token).upos != Upos::noun || !object || *object < token || !name || *name > token ||
      !tree.is(token, {Deprel::root}) || !tree.is_nominal(*name) ||
      tree.child(token, {Deprel::det, Deprel::amod, Deprel::cop, Deprel::nsubj}) ||
      !Lexicon::built_in().knows_verb(tree.form(token))) {
    return std::nullopt;
  }
  return name;
}

/// "[remains] a critic of B": what "is a critic of B" says.
bool is_lasting_trait(const SentenceTree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  const auto trait = tree.child(token, {Deprel::obj, Deprel::xcomp});
  return (lemma == "remain" || lemma == "stay") && tree.is_verbal(token) && trait &&
         *trait > token && tree.at(*trait).upos == Upos::noun &&
         !tree.child(*trait, {Deprel::case_, Deprel::cop}) &&
         !Lexicon::built_in().adjective(tree.lemma(*trait)).empty();
}

/// "left [following] a request by B": what it follows, and nothing that anybody does.
std::optional<TokenId> follows_noun(const SentenceTree& tree, TokenId token) {
  if (tree.form(token) != "following" || !tree.is(token, {Deprel::advcl, Deprel::acl}) ||
      !tree.is_verbal(token) || token == tree.first() || !tree.head(token) ||
      tree.child(token, {Deprel::nsubj, Deprel::aux, Deprel::mark, Deprel::ccomp})) {
    return std::nullopt;
  }
  const auto noun = tree.child(token, {Deprel::obj});
  const bool event =
      noun && *noun > token && tree.at(*noun).upos == Upos::noun && tree.form(token - 1) != ",";
  return event ? noun : std::nullopt;
}

/// "re-open", "re-appoint": the same, done again.
std::optional<std::string> without_hyphen(const text::Token& word) {
  const Lexicon& lexicon = Lexicon::built_in();
  const std::string& lemma = word.lemma;
  if (word.upos != Upos::verb || !lemma.starts_with("re-") || lexicon.knows_verb(lemma)) {
    return std::nullopt;
  }
  for (std::string known : {"re" + lemma.substr(3), lemma.substr(3)}) {
    if (lexicon.knows_verb(known)) return known;
  }
  return std::nullopt;
}

void hang(text::Document& document, TokenId token, TokenId head, Deprel deprel) {
  document.tokens[token].head = static_cast<std::int32_t>(head);
  document.tokens[token].deprel = deprel;
}

/// The verb takes the place of the noun in the tree, and the noun becomes its object.
void raise_above(text::Document& document, TokenId verb, TokenId noun) {
  document.tokens[verb].head = document.tokens[noun].head;
  document.tokens[verb].deprel = document.tokens[noun].deprel;
  hang(document, noun, verb, Deprel::obj);
}

/// The doer takes the place of the hands.
void hang_doer(text::Document& document, const SentenceTree& tree, TokenId hands) {
  const TokenId doer = *tree.head(hands + 1);
  const bool verbal = tree.is_verbal(*tree.head(hands));
  hang(document, doer, *tree.head(hands), verbal ? Deprel::obl : Deprel::nmod);
  hang(document, hands, doer, Deprel::dep);
  document.tokens[hands + 1].lemma = "by";
}

void make_infinitive(text::Document& document, const SentenceTree& tree, TokenId token) {
  const TokenId noun = *tree.head(token);
  const TokenId verb = *tree.head(noun);
  document.tokens[token].lemma = std::string(tree.form(token));
  make_verb(document.tokens[token], VerbForm::infinitive);
  hang(document, token, verb, Deprel::xcomp);
  hang(document, token - 1, token, Deprel::mark);
  document.tokens[token - 1].upos = Upos::part;
  hang(document, noun, token, Deprel::obj);
}

/// The noun takes the place of the verb, which becomes its copula.
void say_by_noun(text::Document& document, const SentenceTree& tree, TokenId verb) {
  const TokenId noun = *tree.child(verb, {Deprel::obj, Deprel::xcomp});
  document.tokens[noun].head = document.tokens[verb].head;
  document.tokens[noun].deprel = document.tokens[verb].deprel;
  for (const TokenId child : tree.children(verb)) {
    if (child != noun) document.tokens[child].head = static_cast<std::int32_t>(noun);
  }
  hang(document, verb, noun, Deprel::cop);
  document.tokens[verb].upos = Upos::aux;
}

/// What stands before the verb of a subjunctive clause is its subject.
void give_subject(text::Document& document, const SentenceTree& tree, TokenId verb) {
  for (const TokenId child : tree.children(verb)) {
    if (child + 1 < verb && tree.is(child, {Deprel::det, Deprel::amod, Deprel::compound,
                                            Deprel::nmod_poss, Deprel::nummod})) {
      document.tokens[child].head = static_cast<std::int32_t>(verb - 1);
    }
  }
  document.tokens[verb - 1].deprel = Deprel::nsubj;
}

/// The paper takes the place of the noun, which becomes the object of its wording.
void unfold_wording(text::Document& document, const SentenceTree& tree, TokenId verb) {
  const TokenId paper = verb - 1;
  const TokenId noun = *tree.head(verb);
  text::Token& word = document.tokens[verb];
  word.lemma = verb_of_gerund(tree.form(verb));
  make_verb(word, VerbForm::gerund);
  raise_above(document, paper, noun);
  hang(document, verb, paper, Deprel::acl);
  hang(document, noun, verb, Deprel::obj);
  for (const TokenId child : tree.children(noun)) {
    if (child < paper) document.tokens[child].head = static_cast<std::int32_t>(paper);
  }
  // "granting citizenship [to 20 foreigners]", hung on whoever signed it
  const auto above = tree.head(noun);
  if (!above || *above > paper) return;
  for (const TokenId phrase : tree.children(*above)) {
    if (phrase > noun && tree.is(phrase, {Deprel::obl}) && tree.preposition(phrase) == "to") {
      hang(document, phrase, verb, Deprel::obl);
    }
  }
}

}  // namespace

void mend_tags(text::Document& document, const text::Sentence& sentence) {
  const SentenceTree tree(document, sentence);
  const Lexicon& lexicon = Lexicon::built_in();
  for (TokenId token = sentence.first; token < sentence.last; ++token) {
    text::Token& word = document.tokens[token];
    if (is_verb_after_subject(tree, token)) {
      const TokenId noun = *tree.head(token);
      for (const TokenId child : tree.children(noun)) {
        if (child < token) hang(document, child, token, tree.at(child).deprel);
      }
      raise_above(document, token, noun);
    } else if (is_verb_of_noun(tree, token)) {
      const TokenId noun = *tree.head(token);
      make_verb(word, VerbForm::finite);
      raise_above(document, token, noun);
      document.tokens[noun].deprel = Deprel::nsubj;
    } else if (const auto subject = subject_in_compound(tree, token)) {
      word.lemma = tree.form(token);
      make_verb(word, VerbForm::finite);
      document.tokens[*subject].deprel = Deprel::nsubj;
    } else if (const auto event = follows_noun(tree, token)) {
      document.tokens[*event].head = word.head;
      document.tokens[*event].deprel = tree.is(token, {Deprel::acl}) ? Deprel::nmod : Deprel::obl;
      hang(document, token, *event, Deprel::case_);
      word.upos = Upos::adp;
      word.lemma = tree.form(token);
      for (const TokenId child : tree.children(token)) {
        if (child != *event) document.tokens[child].head = static_cast<std::int32_t>(*event);
      }
    } else if (is_lasting_trait(tree, token)) {
      say_by_noun(document, tree, token);
    } else if (auto known = without_hyphen(word)) {
      word.lemma = std::move(*known);
    } else if (is_deed_of_people(tree, token)) {
      hang(document, token - 1, token, Deprel::nsubj);
      hang(document, token - 2, token - 1, Deprel::det);
      raise_above(document, token, *tree.head(token));
    } else if (is_deed_after_with(tree, token)) {
      word.upos = Upos::noun;
      word.lemma = tree.form(token);
      word.deprel = Deprel::obl;
      document.tokens[token - 1].deprel = Deprel::case_;
    } else if (is_noun_taken_for_adverb(tree, token)) {
      word.upos = Upos::noun;
      word.lemma = tree.form(token);
      word.deprel = Deprel::obj;
      for (const TokenId child : tree.children(token - 1)) {
        hang(document, child, token, tree.at(child).deprel);
      }
      hang(document, token - 1, token, Deprel::compound);
    } else if (is_hands_of_doer(tree, token)) {
      hang_doer(document, tree, token);
    } else if (is_remark_taken_for_verb(tree, token)) {
      word.upos = Upos::noun;
      word.lemma.assign(tree.form(token), 0, tree.form(token).size() - 1);
      word.deprel = Deprel::dep;
      document.tokens[*tree.child(token, {Deprel::ccomp})].deprel = Deprel::acl_relcl;
    } else if (is_state_of_mind(tree, token)) {
      word.upos = Upos::adj;
      word.lemma = std::string(tree.form(token));
      word.features = {};
      document.tokens[*tree.child(token, {Deprel::aux_pass})].deprel = Deprel::cop;
      if (const auto who = tree.child(token, {Deprel::nsubj_pass})) {
        document.tokens[*who].deprel = Deprel::nsubj;
      }
    } else if (is_verb_in_compound(tree, token)) {
      raise_above(document, token, *tree.head(token));
    } else if (const auto modifier = noun_taken_for_clause(tree, token)) {
      word.upos = Upos::noun;
      word.deprel = Deprel::obj;
      hang(document, *modifier, token, Deprel::compound);
    } else if (is_wording(tree, token)) {
      unfold_wording(document, tree, token);
    } else if (has_doubled_letter(word)) {
      word.lemma.pop_back();
    } else if (is_infinitive_in_phrase(tree, token)) {
      make_infinitive(document, tree, token);
    } else if (is_subjunctive(tree, token)) {
      word.lemma = std::string(tree.form(token));
      make_verb(word, VerbForm::finite);
      give_subject(document, tree, token);
    } else if (!lexicon.knows_verb(word.lemma)) {
      continue;
    } else if (follows_modal(tree, token)) {
      make_verb(word, VerbForm::infinitive);
    } else if (has_subject_of_its_own(tree, token)) {
      make_verb(word, VerbForm::finite);
    }
  }
}

}  // namespace entente::relations
