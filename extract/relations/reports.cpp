#include <algorithm>

#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/judgement_words.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"
#include "util/lower.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;

constexpr double statement_confidence = 0.45;
constexpr double accusation_confidence = 0.5;
constexpr double duty_confidence = 0.65;
constexpr double judgement_confidence = 0.6;

bool linked(const std::vector<text::Triple>& triples, std::uint32_t a, std::uint32_t b) {
  return std::any_of(triples.begin(), triples.end(), [&](const text::Triple& triple) {
    return (triple.subject == a && triple.object == b) ||
           (triple.subject == b && triple.object == a);
  });
}

/// "X said that Y ...": X makes a statement about Y, or accuses Y if Y is said to
/// have done harm.
class ReportReader {
 public:
  ReportReader(SentenceAnalysis& analysis, std::vector<text::Triple>& triples)
      : analysis_(analysis), triples_(triples) {}

  void read() {
    const auto& all = analysis_.clauses().predications();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind == PredicationKind::noun) continue;
      const Context& context = analysis_.context(i);
      if (!is_content(all[i])) continue;
      judge_thing(i);
      if (context.speakers.empty() || is_hearsay(all[i])) continue;
      const Party& speaker = context.speakers.front();
      if (speaker.distance > 0 || !can_accuse(speaker.actor)) continue;
      if (const Argument* subject = argument(all[i], "subj")) report(speaker, *subject, all[i]);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      read_verdict(i);
      read_judged_act(i);
      read_duty(i);
    }
  }

 private:
  /// "said it is time for X to leave" asks X for it, "said it was wrong for X to leave" blames X.
  void read_judged_act(std::size_t index) {
    const auto& all = analysis_.clauses().predications();
    const Predication& deed = all[index];
    const Argument* subject = argument(deed, "subj");
    if (!deed.parent || deed.kind != PredicationKind::verb || deed.passive || subject == nullptr ||
        subject->inherited || deed.marker != "for") {
      return;
    }
    const Predication& judgement = all[*deed.parent];
    const Context& context = analysis_.context(*deed.parent);
    if (judgement.kind == PredicationKind::verb || context.speakers.empty() ||
        context.polarity == graph::Polarity::negated) {
      return;
    }
    const Party& speaker = context.speakers.front();
    const bool needed = is_necessity(judgement.lemma);
    if (speaker.distance > 0 || !can_accuse(speaker.actor) ||
        (!needed && !is_blame(judgement.lemma))) {
      return;
    }
    for (const Party& about : analysis_.parties(subject->token, Reach::direct)) {
      if (about.unnamed || about.actor == speaker.actor) continue;
      add(speaker, about, judgement, needed ? RelationClass::request : RelationClass::accuse,
          needed ? duty_confidence : judgement_confidence, needed ? "call on" : "call");
    }
  }

  /// "said B must not be allowed to leave", "said a reform of B was needed": asked of B.
  void read_duty(std::size_t index) {
    static constexpr std::string_view reforms[] = {"change",   "disarmament", "improvement",
                                                   "overhaul", "reform",      "restructuring"};
    const Predication& duty = analysis_.clauses().predications()[index];
    const Context& context = analysis_.context(index);
    if (!duty.passive || !duty.surface_subject || !is_content(duty) || context.speakers.empty() ||
        is_hearsay(duty)) {
      return;
    }
    const bool negated = context.polarity == graph::Polarity::negated;
    const SentenceTree& tree = analysis_.tree();
    const bool modal = tree.child(duty.token, {text::Deprel::aux}).has_value();
    const bool barred = negated && modal && argument(duty, "to_inf") != nullptr &&
                        (duty.lemma == "allow" || duty.lemma == "permit");
    const bool reform = !negated && (duty.lemma == "need" || duty.lemma == "require") &&
                        is_listed(reforms, tree.lemma(*duty.surface_subject));
    const Party& speaker = context.speakers.front();
    if ((!barred && !reform) || speaker.distance > 0 || !can_accuse(speaker.actor)) return;
    const Reach reach = reform ? Reach::owner : Reach::direct;
    for (const Party& about : analysis_.parties(*duty.surface_subject, reach)) {
      if (about.unnamed || about.actor == speaker.actor || is_of_home(speaker, about)) continue;
      add(speaker, about, duty, RelationClass::request, duty_confidence, "call on");
    }
  }

  [[nodiscard]] bool is_content(const Predication& predication) const {
    return told_clause(predication).link == Link::complement || is_spoken(predication);
  }

  /// "said that A left [and that B should leave]": the first of what is said.
  [[nodiscard]] const Predication& told_clause(const Predication& told) const {
    const bool joined = told.link == Link::conjunct && told.marker == "that" && told.parent;
    return joined ? told_clause(analysis_.clauses().predications()[*told.parent]) : told;
  }

  /// Said in its own sentence: "..., X said", or one of a longer quotation or statement.
  [[nodiscard]] bool is_spoken(const Predication& predication) const {
    return speech_of(analysis_.clauses(), predication) != nullptr || is_carried_on(predication);
  }

  [[nodiscard]] bool is_carried_on(const Predication& predication) const {
    const Predication* top = &predication;
    while (top->link == Link::conjunct && top->parent) {
      top = &analysis_.clauses().predications()[*top->parent];
    }
    return top->link == Link::root && operator_of(analysis_.tree(), *top) != Operator::say &&
           speech_of(analysis_.clauses(), *top) == nullptr;
  }

  /// "learned that", "agreed that", "urged that": no charge is brought.
  [[nodiscard]] bool is_hearsay(const Predication& content) const {
    const Predication& told = told_clause(content);
    if (!told.parent || told.link != Link::complement) return false;
    const Operator op =
        operator_of(analysis_.tree(), analysis_.clauses().predications()[*told.parent]);
    return op != Operator::say;
  }

  /// Media and nameless sources pass on what others say.
  [[nodiscard]] bool can_accuse(std::uint32_t actor) const {
    const graph::Actor& who = analysis_.document().actors[actor];
    return can_act(who) && who.sector != "JRN";
  }

  void report(const Party& speaker, const Argument& subject, const Predication& content) {
    auto spoken_of = analysis_.parties(subject.token, Reach::owner);
    // "said the drills violated the treaty": whose they are was told before
    if (spoken_of.empty() && says_misdeed(content)) {
      spoken_of = analysis_.parties(subject.token, Reach::culprit);
      std::erase_if(spoken_of, [&](const Party& about) { return is_of_home(speaker, about); });
      for (Party& about : spoken_of) about.distance = 0;
    }
    for (const Party& about : spoken_of) {
      if (about.unnamed || graph::is_local(analysis_.document().actors[about.actor])) continue;
      if (about.actor == speaker.actor || about.plural_mention || is_first_person(about)) continue;
      if (about.distance <= 1 && judge(speaker, about, content)) continue;
      if (about.distance > 0) continue;
      const ActorKind kind = analysis_.document().actors[about.actor].kind;
      if (kind == ActorKind::position || kind == ActorKind::place) continue;
      if (is_own_force(speaker, about)) continue;
      if (is_critic(speaker, about, subject) && is_told_as_fact(content)) {
        add(speaker, about, content, RelationClass::accuse, judgement_confidence, "criticise");
        continue;
      }
      // what witnesses tell is no charge
      if (speaker.unnamed && !is_complaint(content)) continue;
      if (is_complaint(content)) {
        add(speaker, about, content, RelationClass::accuse, judgement_confidence, "complain of");
      } else if (says_duty(content)) {
        add(speaker, about, content, RelationClass::request, duty_confidence);
      } else if ((says_harm(speaker, about) && !tells_of_home(speaker, about, content)) ||
                 says_guilt(content) || says_misdeed(content)) {
        add(speaker, about, content, RelationClass::accuse, accusation_confidence);
      } else if (!is_carried_on(content) && content.marker != "whether" &&
                 !is_of_home(speaker, about) && !linked(triples_, speaker.actor, about.actor)) {
        add(speaker, about, content, RelationClass::statement, statement_confidence);
      }
    }
  }

  /// "X's critics say he has ...": what they tell of him, they hold against him.
  [[nodiscard]] bool is_critic(const Party& speaker, const Party& about,
                               const Argument& subject) const {
    static constexpr std::string_view nouns[] = {"critic", "detractor", "opponent"};
    const auto& actors = analysis_.document().actors;
    const bool named = analysis_.tree().at(subject.token).upos != text::Upos::pron;
    return is_listed(nouns, analysis_.tree().lemma(speaker.slot)) &&
           (named || actors[speaker.actor].name.ends_with(actors[about.actor].name));
  }

  [[nodiscard]] bool is_told_as_fact(const Predication& content) const {
    const Context& context = analysis_.context(*analysis_.clauses().index_of(content.token));
    return context.polarity == graph::Polarity::affirmed &&
           context.modality == graph::Modality::actual && !content.passive;
  }

  /// "complained that X ...", "alleged that X ...": whatever X did.
  [[nodiscard]] bool is_complaint(const Predication& content) const {
    static constexpr std::string_view verbs[] = {"allege", "charge", "complain", "protest"};
    if (content.link != Link::complement || !content.parent) return false;
    return is_listed(verbs, analysis_.clauses().predications()[*content.parent].lemma) &&
           !content.passive;
  }

  /// What a state's spokesman tells of its own troops is no charge.
  [[nodiscard]] bool is_own_force(const Party& speaker, const Party& about) const {
    const graph::Actor& who = analysis_.document().actors[speaker.actor];
    const graph::Actor& whom = analysis_.document().actors[about.actor];
    // "a Hamas spokesman" of "Hamas militants"
    const std::size_t role = who.name.find(" spokes");
    if (role != std::string::npos && whom.name.starts_with(who.name.substr(0, role + 1))) {
      return true;
    }
    for (const text::PositionClaim& claim : analysis_.document().positions) {
      const auto& holders = analysis_.document().mentions[claim.holder].actors;
      if (!claim.organisation ||
          std::find(holders.begin(), holders.end(), speaker.actor) == holders.end()) {
        continue;
      }
      // "Taliban militants" for a spokesman of the Taliban
      const graph::Actor& body = analysis_.document().actors[*claim.organisation];
      if (whom.name.starts_with(body.name + " ")) return true;
    }
    return !who.country.empty() && who.country == whom.country &&
           (whom.sector == "MIL" || whom.sector == "COP" || whom.sector == "GOV") &&
           whom.kind != ActorKind::person;
  }

  /// What a minister says of his own state is said for it, not about it.
  [[nodiscard]] bool is_of_home(const Party& speaker, const Party& about) const {
    const graph::Actor& who = analysis_.document().actors[speaker.actor];
    const graph::Actor& whom = analysis_.document().actors[about.actor];
    return whom.kind == ActorKind::country && who.country == whom.country && who.sector == "GOV";
  }

  /// A minister's statement of what his own state has done.
  [[nodiscard]] bool tells_of_home(const Party& speaker, const Party& about,
                                   const Predication& content) const {
    const graph::Actor& who = analysis_.document().actors[speaker.actor];
    const graph::Actor& whom = analysis_.document().actors[about.actor];
    return is_carried_on(content) && !who.country.empty() && who.country == whom.country;
  }

  /// "X said the presence of Y was a threat": blame; "Y is a partner": praise.
  bool judge(const Party& speaker, const Party& about, const Predication& content) {
    if (content.kind == PredicationKind::verb) return false;
    const auto index = analysis_.clauses().index_of(content.token);
    const bool denied = analysis_.context(*index).polarity == graph::Polarity::negated;
    // "said B was not welcome"
    if (content.lemma == "welcome" && about.distance == 0) {
      add(speaker, about, content, denied ? RelationClass::reject : RelationClass::support,
          judgement_confidence, "call");
      return true;
    }
    if (denied) return false;
    if (is_blame(analysis_.tree(), content)) {
      add(speaker, about, content, RelationClass::accuse, judgement_confidence, "call");
      return true;
    }
    if (!is_praise(content.lemma, about.distance > 0)) return false;
    add(speaker, about, content, RelationClass::support, judgement_confidence, "call");
    return true;
  }

  /// "X said the election was rigged", "the court ruled that the decree was void": of what bears
  /// no name and is nobody's.
  void judge_thing(std::size_t index) {
    const Predication& content = analysis_.clauses().predications()[index];
    const std::optional<RelationClass> verdict = verdict_on_thing(content);
    if (!verdict || !is_judging(content)) return;
    const TokenId subject = *content.surface_subject;
    if (!analysis_.parties(subject, Reach::owner).empty()) return;
    const auto culprits = *verdict == RelationClass::accuse
                              ? analysis_.parties(subject, Reach::culprit)
                              : std::vector<Party>{};
    for (const Party& speaker : judges(index)) {
      for (const Party& culprit : culprits) {
        if (culprit.actor == speaker.actor || is_of_home(speaker, culprit)) continue;
        add(speaker, culprit, content, *verdict, judgement_confidence, "call");
      }
      if (!culprits.empty()) continue;
      for (const Party& thing : unnamed_parties(analysis_, subject, *verdict)) {
        if (analysis_.document().actors[thing.actor].kind != ActorKind::entity) continue;
        add(speaker, thing, content, *verdict, judgement_confidence, "call");
      }
    }
  }

  [[nodiscard]] std::optional<RelationClass> verdict_on_thing(const Predication& content) const {
    static constexpr std::string_view spoilt[] = {"falsify", "manipulate", "mar", "rig"};
    static constexpr std::string_view faults[] = {"flawed",       "fraudulent",   "inadequate",
                                                  "insufficient", "invalid",      "rigged",
                                                  "sham",         "undemocratic", "unfair"};
    static constexpr std::string_view merits[] = {
        "credible", "democratic", "fair", "free", "justified", "lawful", "legal", "transparent"};
    static constexpr std::string_view void_ones[] = {"illegal",          "invalid",  "null",
                                                     "unconstitutional", "unlawful", "void"};
    if (!content.surface_subject) return std::nullopt;
    const bool denied = analysis_.context(*analysis_.clauses().index_of(content.token)).polarity ==
                        graph::Polarity::negated;
    if (content.kind == PredicationKind::verb) {
      const bool bad = content.passive && !denied && is_listed(spoilt, content.lemma);
      return bad ? std::optional(RelationClass::accuse) : std::nullopt;
    }
    const bool good =
        is_listed(merits, content.lemma) || Lexicon::built_in().in_set("triumph", content.lemma);
    if (good) return denied ? RelationClass::accuse : RelationClass::support;
    if (denied) return std::nullopt;
    // what a court undoes it does not only blame
    if (is_listed(void_ones, content.lemma) && is_ruling(content)) return RelationClass::reject;
    const bool bad = is_blame(content.lemma) || is_listed(faults, content.lemma) ||
                     is_listed(void_ones, content.lemma);
    return bad ? std::optional(RelationClass::accuse) : std::nullopt;
  }

  [[nodiscard]] bool is_ruling(const Predication& content) const {
    if (!content.parent) return false;
    const std::string& verb = analysis_.clauses().predications()[*content.parent].lemma;
    return verb == "rule" || verb == "find" || verb == "hold" || verb == "decide";
  }

  /// True if it is somebody's own judgement, not what he has heard or fears.
  [[nodiscard]] bool is_judging(const Predication& content) const {
    return is_ruling(content) || is_spoken(content) || !is_hearsay(content);
  }

  /// Who says so, with or without a name.
  [[nodiscard]] std::vector<Party> judges(std::size_t index) const {
    const Predication& content = analysis_.clauses().predications()[index];
    std::vector<Party> found;
    const Predication* speech = speech_of(analysis_.clauses(), content);
    if (speech == nullptr && content.link == Link::complement && content.parent) {
      speech = &analysis_.clauses().predications()[*content.parent];
    }
    if (speech != nullptr) {
      found = subject_parties(analysis_, *speech);
      const Argument* subject = argument(*speech, "subj");
      if (found.empty() && subject != nullptr) {
        found = acting(analysis_, analysis_.finder().unnamed(analysis_.tree(), subject->token));
      }
    } else {
      found = analysis_.context(index).speakers;
    }
    std::erase_if(
        found, [&](const Party& party) { return party.distance > 0 || !can_accuse(party.actor); });
    return found;
  }

  /// "X must stop": who says so asks it of X.
  [[nodiscard]] bool says_duty(const Predication& content) const {
    const SentenceTree& tree = analysis_.tree();
    // "X needs to stop", "X has to stop"
    const bool needs =
        content.lemma == "need" || content.lemma == "have" || content.lemma == "ought";
    const Argument* duty = argument(content, "to_inf");
    if (needs && duty != nullptr && content.kind == PredicationKind::verb) {
      const Predication* inner = analysis_.clauses().of(duty->token);
      if (inner != nullptr && inner->passive) return false;
      return analysis_.context(*analysis_.clauses().index_of(content.token)).polarity ==
             graph::Polarity::affirmed;
    }
    // "X must know that ...", "X must have known": nothing is to be done
    static constexpr std::string_view of_mind[] = {"know", "realise", "realize", "remember",
                                                   "understand"};
    if (is_listed(of_mind, content.lemma)) return false;
    for (const TokenId child : tree.children(content.token)) {
      if (!tree.is(child, {text::Deprel::aux})) continue;
      const std::string& lemma = tree.lemma(child);
      // "X should not be swayed by Y" asks nothing of Y
      if (lemma == "must" || lemma == "should") return !content.passive;
    }
    return false;
  }

  /// "It is unacceptable that X ...", "it is vital that X ...": blame of X, or a demand on him.
  void read_verdict(std::size_t index) {
    const auto& all = analysis_.clauses().predications();
    const Predication& clause = all[index];
    if (!clause.parent || clause.link != Link::complement || clause.marker == "to") return;
    const Predication& verdict = all[*clause.parent];
    if (verdict.kind == PredicationKind::verb || verdict.kind == PredicationKind::noun) return;
    if (!is_spoken(verdict) && verdict.link != Link::complement) return;
    const Context& context = analysis_.context(*clause.parent);
    if (context.speakers.empty() || context.polarity == graph::Polarity::negated ||
        context.speakers.front().distance > 0 || !can_accuse(context.speakers.front().actor)) {
      return;
    }
    const bool duty = is_necessity(verdict.lemma);
    if (!duty && !is_blame(verdict.lemma)) return;
    const Argument* subject = argument(clause, "subj");
    if (subject == nullptr) return;
    for (const Party& about : analysis_.parties(subject->token, Reach::owner)) {
      if (about.distance > 0 || about.actor == context.speakers.front().actor ||
          is_first_person(about)) {
        continue;
      }
      add(context.speakers.front(), about, verdict,
          duty ? RelationClass::request : RelationClass::accuse,
          duty ? duty_confidence : judgement_confidence, duty ? "say must" : "call");
    }
  }

  /// "we": those for whom the speaker speaks.
  [[nodiscard]] bool is_first_person(const Party& party) const {
    const std::string_view word = analysis_.document().text_of(party.span);
    return word == "we" || word == "We" || word == "us" || word == "our" || word == "Our" ||
           word == "I";
  }

  /// "X was responsible", "X was behind it".
  [[nodiscard]] bool says_guilt(const Predication& content) const {
    const Context& context = analysis_.context(*analysis_.clauses().index_of(content.token));
    return context.polarity == graph::Polarity::affirmed && content.kind != PredicationKind::verb &&
           (content.lemma == "responsible" || content.lemma == "guilty" ||
            content.lemma == "complicit");
  }

  /// "X is breaking the law", "X undermines the truce": now or before, not in a plan or wish.
  [[nodiscard]] bool says_misdeed(const Predication& content) const {
    if (content.kind != PredicationKind::verb || content.passive) return false;
    const Context& context = analysis_.context(*analysis_.clauses().index_of(content.token));
    if (context.polarity != graph::Polarity::affirmed ||
        context.modality != graph::Modality::actual) {
      return false;
    }
    const Argument* object = argument(content, "obj");
    const bool breaks =
        content.lemma == "break" && object != nullptr &&
        (Lexicon::built_in().in_set("law", util::lower(analysis_.tree().lemma(object->token))) ||
         Lexicon::built_in().in_set("agreement",
                                    util::lower(analysis_.tree().lemma(object->token))));
    const bool bears = content.lemma == "bear" && object != nullptr &&
                       analysis_.tree().lemma(object->token) == "responsibility";
    return breaks || bears || arms(content) || is_misdeed(content.lemma) || tries_misdeed(content);
  }

  /// "X is trying to develop nuclear weapons", "X is seeking to undermine the talks"
  [[nodiscard]] bool tries_misdeed(const Predication& content) const {
    const Argument* aim = argument(content, "to_inf");
    if (aim == nullptr || operator_of(analysis_.tree(), content) != Operator::attempt) return false;
    const Predication* inner = analysis_.clauses().of(aim->token);
    return inner != nullptr && !inner->passive && (arms(*inner) || is_misdeed(inner->lemma));
  }

  /// "X develops missiles"
  [[nodiscard]] bool arms(const Predication& content) const {
    static constexpr std::string_view verbs[] = {"acquire", "build", "develop", "hide",
                                                 "pursue",  "seek",  "smuggle", "stockpile"};
    const Argument* object = argument(content, "obj");
    return object != nullptr && is_listed(verbs, content.lemma) &&
           Lexicon::built_in().in_set("@weapon", analysis_.tree().lemma(object->token));
  }

  [[nodiscard]] bool says_harm(const Party& speaker, const Party& about) const {
    return std::any_of(triples_.begin(), triples_.end(), [&](const text::Triple& triple) {
      return triple.attribution == speaker.actor && triple.subject == about.actor &&
             triple.modality == graph::Modality::actual &&
             triple.polarity == graph::Polarity::affirmed &&
             (triple.type == RelationClass::assault || triple.type == RelationClass::coerce);
    });
  }

  /// The verb of saying, if the content hangs on one; a warning is its own.
  [[nodiscard]] std::optional<TokenId> speech_for(const Predication& content) const {
    if (const Predication* speech = speech_of(analysis_.clauses(), content)) return speech->token;
    if (content.link != Link::complement || !content.parent) return std::nullopt;
    return analysis_.clauses().predications()[*content.parent].token;
  }

  void add(const Party& speaker, const Party& about, const Predication& content, RelationClass type,
           double confidence, const char* lemma = "say of") {
    Act act;
    act.type = type;
    act.agents = {speaker};
    act.targets = {about};
    act.words = {content.token};
    act.told_by = speech_for(content);
    act.lemma = lemma;
    act.frame = "report";
    act.confidence = confidence;
    add_triples(analysis_, act, "reports", triples_);
  }

  SentenceAnalysis& analysis_;
  std::vector<text::Triple>& triples_;
};

}  // namespace

void extract_reports(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  ReportReader(analysis, triples).read();
}

}  // namespace entente::relations
