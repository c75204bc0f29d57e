#include "extract/relations/noun_place.hpp"

#include <algorithm>
#include <optional>

#include "extract/relations/act_steps.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using graph::Quad;
using graph::RelationClass;
using text::Deprel;

constexpr double agent_confidence = 0.68;
constexpr double target_confidence = 0.7;
constexpr double part_confidence = 0.72;
constexpr double suspect_confidence = 0.66;

bool is_any(const std::string& slot, std::initializer_list<std::string_view> slots) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

/// The clause above and the preposition that leads from it to the noun.
struct Place {
  const Predication* above = nullptr;
  std::string slot;
};

/// "in response to a request", "in the face of criticism": only the last noun is the event.
bool is_bridge(const std::string& noun) {
  static constexpr std::string_view nouns[] = {
      "aftermath", "answer",      "context",     "course",  "defiance", "face",
      "light",     "part",        "reaction",    "reply",   "reprisal", "response",
      "result",    "retaliation", "retribution", "revenge", "wake"};
  return is_listed(nouns, noun);
}

/// "two days of talks", "a series of attacks"
bool is_measure(const SentenceTree& tree, TokenId noun) {
  static constexpr std::string_view nouns[] = {"day",   "hour",   "month", "round", "series",
                                               "spate", "string", "wave",  "week",  "year"};
  return is_listed(nouns, tree.lemma(noun)) ||
         Lexicon::built_in().in_set("amount", tree.lemma(noun));
}

/// "the role in the attack", "a hand in": whose part it is has acted.
bool is_part(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"complicity",    "hand", "involvement",   "part",
                                               "participation", "role", "responsibility"};
  return is_listed(nouns, noun);
}

bool leads_to_part(const std::string& preposition) {
  return preposition == "in" || preposition == "for" || preposition == "behind";
}

/// "in response to", "in retaliation for": what is answered was done before, by another.
bool is_answer(const std::string& slot) {
  static constexpr std::string_view slots[] = {"in_answer",   "in_reaction",    "in_reprisal",
                                               "in_response", "in_retaliation", "in_retribution",
                                               "in_revenge"};
  return is_listed(slots, slot);
}

std::optional<Place> place_of(const SentenceAnalysis& analysis, TokenId noun) {
  const SentenceTree& tree = analysis.tree();
  noun = tree.first_conjunct(noun);
  std::string slot = tree.preposition(noun);
  auto head = tree.head(noun);
  if (!head) return std::nullopt;
  // "left after two days of talks with B"
  if (tree.is(noun, {Deprel::nmod}) && slot == "of" && is_measure(tree, *head) &&
      tree.is(*head, {Deprel::obl, Deprel::nmod})) {
    noun = *head;
    slot = tree.preposition(noun);
    head = tree.head(noun);
    if (!head) return std::nullopt;
  }
  if (tree.is(noun, {Deprel::nmod}) && tree.is_nominal(*head) && is_bridge(tree.lemma(*head)) &&
      tree.is(*head, {Deprel::obl, Deprel::nmod})) {
    slot = tree.preposition(*head);
    if (slot.find('_') == std::string::npos) slot += "_" + tree.lemma(*head);
    noun = *head;
    head = tree.head(*head);
    // "fired rockets at a base [in retaliation for] ...": no base is in retaliation
    while (head && is_answer(slot) && tree.is_nominal(*head) &&
           tree.is(*head, {Deprel::nmod, Deprel::obl, Deprel::obj})) {
      noun = *head;
      head = tree.head(*head);
    }
    if (!head) return std::nullopt;
  }
  const Predication* above = analysis.clauses().of(*head);
  if (above != nullptr && above->kind != PredicationKind::noun &&
      (is_answer(slot) || tree.is(noun, {Deprel::obl, Deprel::nmod}))) {
    return Place{above, std::move(slot)};
  }
  // "A, with the support of B, attacked C": hung on the name of A; "won a loan with help from B"
  const bool named = tree.at(*head).upos == text::Upos::propn && tree.is(*head, {Deprel::nsubj});
  const bool object = tree.is(*head, {Deprel::obj}) &&
                      is_any(slot, {"amid", "after", "despite", "with", "without"});
  if (!tree.is(noun, {Deprel::nmod}) || (!named && !object)) return std::nullopt;
  const auto verb = tree.head(*head);
  above = verb ? analysis.clauses().of(*verb) : nullptr;
  if (above == nullptr || above->kind == PredicationKind::noun) return std::nullopt;
  return Place{above, std::move(slot)};
}

/// Who does what the clause says. Of a passive only whom "by" names.
std::vector<Party> doers(const SentenceAnalysis& analysis, const Predication& above) {
  auto found = subject_parties(analysis, above);
  if (found.empty() && !above.passive) {
    if (const Argument* subject = argument(above, "subj")) {
      found = acting(analysis, analysis.finder().unnamed(analysis.tree(), subject->token));
    }
  }
  return found;
}

/// Who takes revenge was struck himself; who only answers may help another.
bool is_revenge(const std::string& slot) { return is_answer(slot) && slot != "in_response"; }

/// "A came at the invitation of B", "A fought with support from B", "A stayed despite criticism
/// from B": B's act is meant for A.
bool is_meant_for_doer(const Act& act, const std::string& noun, const std::string& slot) {
  const bool answer = slot.find('_') != std::string::npos && !slot.ends_with("_part");
  switch (act.type) {
    case RelationClass::request:
      return answer || is_any(slot, {"after", "amid", "at", "by", "despite", "following", "follow",
                                     "on", "upon", "under", "because_of", "due_to"});
    case RelationClass::agree:
      if (noun == "invitation") {
        return answer || is_any(slot, {"after", "at", "follow", "following", "on", "upon"});
      }
      return noun == "consent" && is_any(slot, {"with", "without"});
    case RelationClass::aid:
    case RelationClass::support:
      return is_any(slot, {"by", "through", "thanks_to", "under", "with", "without", "despite"});
    case RelationClass::concede:
      return (noun == "permission" || noun == "authorisation" || noun == "authorization") &&
             is_any(slot, {"by", "under", "with", "without"});
    case RelationClass::accuse:
    case RelationClass::threaten:
    case RelationClass::reject:
      return !act.symmetric &&
             (answer || is_any(slot, {"after", "amid", "despite", "following", "follow", "over",
                                      "under", "because_of", "due_to"}));
    case RelationClass::coerce:
      if (noun == "pressure") return answer || is_any(slot, {"amid", "despite", "under"});
      return is_revenge(slot);
    case RelationClass::sanction:
      return !act.symmetric && is_answer(slot);
    case RelationClass::assault:
      return !act.symmetric && is_revenge(slot);
    case RelationClass::cooperate:
      return is_any(slot, {"in", "through", "with", "without"});
    default:
      return false;
  }
}

/// Verbs whose "with" brings what they are about, not what is done.
bool wants_with(const std::string& verb) {
  static constexpr std::string_view verbs[] = {
      "accuse",     "agree",    "align",     "associate", "charge",  "clash",       "coincide",
      "compare",    "comply",   "concern",   "confront",  "connect", "contend",     "cooperate",
      "cope",       "credit",   "deal",      "disagree",  "face",    "familiarise", "familiarize",
      "grapple",    "help",     "interfere", "link",      "meet",    "provide",     "sympathise",
      "sympathize", "threaten", "tie",       "wrestle"};
  return is_listed(verbs, verb);
}

/// "broke the truce with an attack on B", "acted in support of B", "as part of a crackdown on B".
bool is_done_by_doer(const Act& act, const std::string& slot, const Predication& above) {
  if (above.kind != PredicationKind::verb) return false;
  const Quad quad = graph::quad_of(act.type);
  if (act.symmetric && quad == Quad::material_conflict) return false;
  const bool deed = quad == Quad::material_conflict || act.type == RelationClass::aid ||
                    act.type == RelationClass::accuse || act.type == RelationClass::request ||
                    act.type == RelationClass::support || act.type == RelationClass::threaten ||
                    act.type == RelationClass::concede;
  if (act.type == RelationClass::cooperate) {
    return is_any(slot, {"in", "with", "through", "for"}) && !(slot == "for" && !act.symmetric);
  }
  // "took back migrants under a deal with B"
  if (act.type == RelationClass::agree && act.symmetric) return is_any(slot, {"in", "under"});
  if (!deed) return false;
  if (slot == "with" || slot == "by" || slot == "through" || slot == "via") {
    return !wants_with(above.lemma);
  }
  if (slot == "in") {
    return act.type == RelationClass::support || act.type == RelationClass::protest;
  }
  return slot == "as_part" && quad == Quad::material_conflict;
}

/// "arrested A over the attack on B", "was jailed for the murder of B": for what A did.
bool is_for_deed(const std::string& verb, const std::string& slot) {
  static constexpr std::string_view verbs[] = {
      "accuse",  "arrest",    "blame",    "charge",   "condemn",  "convict",  "detain",
      "execute", "extradite", "hang",     "hold",     "imprison", "indict",   "investigate",
      "jail",    "prosecute", "punish",   "sanction", "seek",     "sentence", "suspect",
      "try",     "want",      "penalise", "penalize"};
  return is_listed(verbs, verb) && is_any(slot, {"for", "in", "of", "over", "with"}) &&
         (slot != "in" || verb == "suspect" || verb == "charge" || verb == "convict" ||
          verb == "indict") &&
         (slot != "of" || verb == "accuse" || verb == "convict" || verb == "suspect") &&
         (slot != "with" || verb == "charge");
}

/// A court has found it so.
bool is_proved(const std::string& verb) {
  static constexpr std::string_view verbs[] = {"convict", "execute", "hang",    "imprison",
                                               "jail",    "punish",  "sentence"};
  return is_listed(verbs, verb);
}

class PlaceReader {
 public:
  PlaceReader(const SentenceAnalysis& analysis, const Predication& noun, Act& act)
      : analysis_(analysis), tree_(analysis.tree()), noun_(noun), act_(act) {}

  void fill() {
    if (!act_.targets.empty()) {
      if (take_blamed() || take_part() || take_suspect()) return;
    }
    const auto place = place_of(analysis_, noun_.token);
    if (!place) return;
    if (turn_giver(*place)) return;
    if (act_.agents.empty() && !act_.targets.empty()) {
      if (is_done_by_doer(act_, place->slot, *place->above)) {
        set_agents(doers(analysis_, *place->above), agent_confidence);
      }
    } else if (!act_.agents.empty() && act_.targets.empty() &&
               !(act_.symmetric && act_.agents.size() > 1) && !is_content_of_words() &&
               !tells_only(*place->above) &&
               is_meant_for_doer(act_, tree_.lemma(noun_.token), place->slot)) {
      act_.targets = doers(analysis_, *place->above);
      act_.confidence = std::min(act_.confidence, target_confidence);
    }
  }

 private:
  void set_agents(std::vector<Party> agents, double confidence) {
    act_.agents = std::move(agents);
    act_.confidence = std::min(act_.confidence, confidence);
    drop_agents_from_targets(act_);
  }

  /// "with the support of B", "without the approval of B": B gives it, whatever "of" means else.
  bool turn_giver(const Place& place) {
    if (!act_.agents.empty() || act_.targets.empty() ||
        (act_.type != RelationClass::support && act_.type != RelationClass::aid) ||
        !is_any(place.slot, {"with", "without", "thanks_to"}) || place.above->passive) {
      return false;
    }
    for (const TokenId child : tree_.children(noun_.token)) {
      if (!tree_.is(child, {Deprel::nmod}) || tree_.preposition(child) != "of") continue;
      auto givers = acting(analysis_, analysis_.parties(child, Reach::owner));
      if (givers.empty()) givers = acting(analysis_, analysis_.finder().unnamed(tree_, child));
      if (givers.empty()) return false;
      act_.targets = doers(analysis_, *place.above);
      set_agents(std::move(givers), target_confidence);
      return true;
    }
    return false;
  }

  /// "amid charges of B spying": B does not charge anybody.
  [[nodiscard]] bool is_content_of_words() const {
    return (act_.type == RelationClass::accuse || act_.type == RelationClass::threaten) &&
           std::any_of(act_.agents.begin(), act_.agents.end(), [&](const Party& agent) {
             return tree_.governs(noun_.token, agent.slot) && tree_.preposition(agent.slot) == "of";
           });
  }

  /// "said that despite B's concerns C was calm": of C, not of who says so.
  [[nodiscard]] bool tells_only(const Predication& above) const {
    const Operator op = operator_of(tree_, above);
    return op == Operator::say || op == Operator::know || op == Operator::believe;
  }

  [[nodiscard]] bool is_hostile() const {
    return !act_.symmetric && graph::quad_of(act_.type) == Quad::material_conflict;
  }

  /// "had no role in the attack on B", "A's involvement in the killing of B", "was involved in".
  bool take_part() {
    if (!is_hostile() || !act_.agents.empty()) return false;
    const TokenId noun = tree_.first_conjunct(noun_.token);
    const auto head = tree_.head(noun);
    if (!head || !leads_to_part(tree_.preposition(noun))) return false;
    const Predication* above = analysis_.clauses().of(*head);
    if (above != nullptr && above->kind != PredicationKind::noun) {
      return take_involved(*above);
    }
    if (!is_part(tree_.lemma(*head))) return false;
    auto owners = acting(analysis_, analysis_.finder().owners(tree_, *head));
    const auto verb = tree_.head(*head);
    const Predication* having = verb ? analysis_.clauses().of(*verb) : nullptr;
    const bool object = having != nullptr && having->kind == PredicationKind::verb &&
                        tree_.is(*head, {Deprel::obj});
    if (owners.empty() && object) {
      static constexpr std::string_view verbs[] = {"acknowledge", "admit",  "bear",    "claim",
                                                   "confirm",     "deny",   "dismiss", "have",
                                                   "play",        "reject", "take"};
      if (!is_listed(verbs, having->lemma)) return false;
      owners = doers(analysis_, *having);
      stand_like(*having);
      if (having->lemma == "deny" || having->lemma == "dismiss" || having->lemma == "reject") {
        act_.context.negate(having->token);
      }
    }
    if (owners.empty()) return false;
    set_agents(std::move(owners), part_confidence);
    return true;
  }

  /// "was involved in the attack on B", "is implicated in the killing of B"
  bool take_involved(const Predication& above) {
    static constexpr std::string_view states[] = {"complicit", "implicate", "implicated",
                                                  "involve",   "involved",  "participate"};
    if (!is_listed(states, above.lemma)) return false;
    const Argument* who = argument(above, above.passive ? "obj" : "subj");
    if (who == nullptr) return false;
    set_agents(acting(analysis_, analysis_.parties(who->token, Reach::owner)), part_confidence);
    stand_like(above);
    if (above.lemma.starts_with("implicate")) {
      act_.context.raise(Modality::hypothetical, above.token);
    }
    return !act_.agents.empty();
  }

  void stand_like(const Predication& above) {
    if (const auto index = analysis_.clauses().index_of(above.token)) {
      act_.context = analysis_.context(*index);
    }
  }

  /// "arrested A for the murder of B"
  bool take_suspect() {
    if (!is_hostile() || !act_.agents.empty()) return false;
    const auto place = place_of(analysis_, noun_.token);
    if (!place || place->above->kind != PredicationKind::verb ||
        !is_for_deed(place->above->lemma, place->slot)) {
      return false;
    }
    const Argument* suspect = argument(*place->above, "obj");
    if (suspect == nullptr) return false;
    auto found = acting(analysis_, analysis_.parties(suspect->token, Reach::direct));
    if (found.empty()) {
      found = acting(analysis_, analysis_.finder().unnamed(tree_, suspect->token));
    }
    if (found.empty()) return false;
    set_agents(std::move(found), suspect_confidence);
    if (!is_proved(place->above->lemma)) {
      act_.context.raise(Modality::hypothetical, place->above->token);
    }
    return true;
  }

  /// "blamed the killing of A on B", "the killing of A was attributed to B": B did it, says
  /// whoever lays it to him.
  bool take_blamed() {
    if (!is_hostile()) return false;
    const TokenId noun = tree_.first_conjunct(noun_.token);
    const auto head = tree_.head(noun);
    const Predication* above = head ? analysis_.clauses().of(*head) : nullptr;
    if (above == nullptr || above->kind != PredicationKind::verb) return false;
    const bool on = is_any(above->lemma, {"blame", "lay", "pin"});
    if (!on && !is_any(above->lemma, {"ascribe", "attribute"})) return false;
    const Argument* deed = argument(*above, "obj");
    const Argument* culprit = argument(*above, on ? "on" : "to");
    if (deed == nullptr || culprit == nullptr || deed->token != noun) return false;
    auto found = acting(analysis_, analysis_.parties(culprit->token, Reach::direct));
    if (found.empty()) found = acting(analysis_, analysis_.finder().unnamed(tree_, culprit->token));
    if (found.empty()) return false;
    stand_like(*above);
    if (auto accusers = doers(analysis_, *above); !accusers.empty()) {
      act_.context.speakers = std::move(accusers);
    } else {
      act_.context.raise(Modality::hypothetical, above->token);
    }
    set_agents(std::move(found), suspect_confidence);
    return true;
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  const Predication& noun_;
  Act& act_;
};

}  // namespace

void fill_from_place(const SentenceAnalysis& analysis, const Predication& noun, Act& act) {
  PlaceReader(analysis, noun, act).fill();
}

bool is_circumstance(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view prepositions[] = {"after", "at", "in", "under"};
  static constexpr std::string_view nouns[] = {
      "accordance",  "behest",       "collaboration", "compliance", "conjunction", "consultation",
      "cooperation", "coordination", "criticism",     "defence",    "defense",     "defiance",
      "insistence",  "instigation",  "invitation",    "line",       "opposition",  "partnership",
      "pressure",    "prompting",    "protest",       "reaction",   "request",     "response",
      "retaliation", "return",       "revenge",       "solidarity", "support",     "urging"};
  // "a crackdown on protests"
  static constexpr std::string_view on[] = {"insistence", "instigation", "invitation",
                                            "request",    "return",      "urging"};
  if (!tree.is(token, {Deprel::obl, Deprel::nmod})) return false;
  const std::string preposition = tree.preposition(token);
  if (preposition == "on" || preposition == "upon") return is_listed(on, tree.lemma(token));
  // "took the town in an operation supported by A"; not "fought in the attack on A"
  const bool deed = preposition == "in" &&
                    Lexicon::built_in().in_set("hostility", tree.lemma(token)) &&
                    !tree.child(token, {Deprel::nmod, Deprel::nmod_poss});
  return deed || (is_listed(prepositions, preposition) && is_listed(nouns, tree.lemma(token)));
}

}  // namespace entente::relations
