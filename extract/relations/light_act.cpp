#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/relations/act_steps.hpp"
#include "extract/relations/noun_place.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using graph::RelationClass;
using text::Deprel;

constexpr double light_confidence = 0.88;

class LightCoder {
 public:
  LightCoder(SentenceAnalysis& analysis, std::size_t index, Targets targets)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]),
        targets_(targets) {}

  std::optional<LightAct> code() {
    const Lexicon& lexicon = Lexicon::built_in();
    std::vector<TokenId> nouns;
    if (predication_.kind == PredicationKind::nominal) {
      if (!tree_.preposition(predication_.token).empty()) nouns.push_back(within_phase());
    } else if (predication_.kind == PredicationKind::adjective) {
      // "was responsible for the bombing of B"
      const bool answers = predication_.lemma == "responsible" || predication_.lemma == "guilty";
      for (const Argument& role : predication_.arguments) {
        if (answers && (role.slot == "for" || role.slot == "of")) nouns.push_back(role.token);
      }
    } else {
      if (gives_name(tree_, predication_)) return std::nullopt;
      for (const Argument& role : predication_.arguments) {
        const bool holds = (role.slot == "obj" && lexicon.is_light(predication_.lemma)) ||
                           ((role.slot == "in" || role.slot == "into" || role.slot == "to") &&
                            lexicon.is_light(predication_.lemma + "_" + role.slot));
        if (holds && !role.inherited) nouns.push_back(role.token);
      }
      if (const auto deed = answered_for()) nouns.push_back(*deed);
    }
    for (const TokenId head : nouns) {
      std::vector<TokenId> members = tree_.conjuncts(head);
      members.insert(members.begin(), head);
      for (const TokenId noun : members) {
        if (auto act = with_noun(noun)) return act;
      }
    }
    return std::nullopt;
  }

 private:
  /// "is on the brink of [war] with B", "is in the midst of [talks] with B"
  [[nodiscard]] TokenId within_phase() const {
    static constexpr std::string_view phases[] = {"brink",  "course", "cusp",    "edge",  "midst",
                                                  "middle", "point",  "process", "verge", "wake"};
    if (std::find(std::begin(phases), std::end(phases), predication_.lemma) == std::end(phases)) {
      return predication_.token;
    }
    for (const TokenId child : tree_.children(predication_.token)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "of") return child;
    }
    return predication_.token;
  }

  /// "claimed responsibility for the bombing of B"
  [[nodiscard]] std::optional<TokenId> answered_for() const {
    static constexpr std::string_view verbs[] = {"accept", "admit", "assume",
                                                 "bear",   "claim", "take"};
    const Argument* object = argument(predication_, "obj");
    if (object == nullptr ||
        std::find(std::begin(verbs), std::end(verbs), predication_.lemma) == std::end(verbs)) {
      return std::nullopt;
    }
    const std::string& noun = tree_.lemma(object->token);
    if (noun != "responsibility" && noun != "credit") return std::nullopt;
    for (const TokenId child : tree_.children(object->token)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "for") return child;
    }
    const Argument* deed = argument(predication_, "for");
    return deed == nullptr ? std::nullopt : std::optional(deed->token);
  }

  std::optional<LightAct> with_noun(TokenId noun) {
    const EventNounUse use = event_noun(tree_, noun);
    // who joins the calls by X asks with X
    if (use.entry == nullptr || (predication_.lemma == "join" && use.lemma == "call")) {
      return std::nullopt;
    }
    Act act = new_act(analysis_, index_, light_confidence);
    act.type = use.entry->type;
    act.mode = use.entry->mode;
    act.symmetric = use.entry->symmetric;
    act.frame = predication_.lemma + " + " + use.lemma;
    act.agents = subject_parties(analysis_, predication_);
    // "A is locked in a dispute with B"
    if (act.agents.empty() && predication_.passive && tree_.preposition(noun) == "in" &&
        predication_.surface_subject) {
      act.agents =
          acting(analysis_, analysis_.parties(*predication_.surface_subject, Reach::direct));
    }
    // "discussed the cooperation between A and B" is about their cooperation
    if (act.symmetric && has_sides_of_its_own(noun, act)) return std::nullopt;
    add_noun_targets(noun, *use.entry, act);
    // one side is the host
    if (predication_.lemma == "host" && !act.targets.empty()) act.symmetric = false;
    turn_sides_to_agents(tree_, act);
    if (act.agents.empty()) return std::nullopt;
    if (act.targets.empty() && targets_ == Targets::deep) act.targets = around(noun, act);
    if (act.targets.empty() && !sides_are_subjects(act)) return std::nullopt;
    if (noun != predication_.token) {
      act.words.push_back(noun);
      act.lemma += " " + tree_.lemma(noun);
    }
    if (const auto told = analysis_.clauses().index_of(noun)) {
      act.context.stand_like(analysis_.context(*told));
      if (!has_other_agent(noun, act)) analysis_.mark_told(*told);
    }
    static constexpr std::string_view before[] = {"brink", "cusp", "edge", "verge"};
    if (std::find(std::begin(before), std::end(before), predication_.lemma) != std::end(before)) {
      act.context.raise(Modality::hypothetical, predication_.token);
    }
    return LightAct{std::move(act), !use.entry->beside.empty()};
  }

  /// "launched an effort to resolve the rift between B and C", "carried out two raids near a
  /// market in B", "claimed responsibility for the attack" told before.
  [[nodiscard]] std::vector<Party> around(TokenId noun, const Act& act) const {
    if (act.type == RelationClass::consult || act.type == RelationClass::aid ||
        act.type == RelationClass::mobilize) {
      auto found = purpose_parties(analysis_, predication_, noun, act.agents);
      if (!found.empty()) return found;
    }
    if (!happens_somewhere(act.type)) return {};
    auto found = victims_told_beside(noun, act);
    if (!found.empty()) return found;
    found = place_of(analysis_, predication_, noun, act.agents, true);
    // "said it had carried out the attack"
    const bool does = answered_for() == noun || predication_.lemma == "carry_out" ||
                      predication_.lemma == "claim" || predication_.lemma == "order" ||
                      predication_.lemma == "commit";
    if (found.empty() && does) found = analysis_.parties(noun, Reach::victim);
    return found;
  }

  /// "carried out the raid that killed B"
  [[nodiscard]] std::vector<Party> victims_told_beside(TokenId noun, const Act& act) const {
    if (act.type != RelationClass::assault) return {};
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::acl, Deprel::acl_relcl})) continue;
      const Predication* told = analysis_.clauses().of(child);
      const Argument* object = told == nullptr || told->passive ? nullptr : argument(*told, "obj");
      if (object == nullptr || !Lexicon::built_in().knows_verb(told->lemma)) continue;
      const auto frames = Lexicon::built_in().verb(told->lemma);
      const bool harms = std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
        return frame.type == RelationClass::assault;
      });
      if (!harms) continue;
      auto found = target_parties(analysis_, object->token, Reach::owner, act.type, Targets::any);
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] bool has_sides_of_its_own(TokenId noun, const Act& act) const {
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::nmod}) || tree_.preposition(child) != "between") continue;
      const auto sides = analysis_.parties(child, Reach::owner);
      return sides.size() > 1 && !same_actor(sides, act.agents);
    }
    return false;
  }

  /// "reiterated the United States' support": the noun's own act is told as well.
  [[nodiscard]] bool has_other_agent(TokenId noun, const Act& act) const {
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::nmod_poss, Deprel::compound, Deprel::amod})) continue;
      const auto owners = analysis_.parties(child, Reach::direct);
      if (!owners.empty() && !same_actor(owners, act.agents)) return true;
    }
    const auto led_by = participle_agents(analysis_, noun);
    return !led_by.empty() && !same_actor(led_by, act.agents);
  }

  /// The targets hang on the noun or on its verb: "imposed (new) sanctions on".
  void add_noun_targets(TokenId noun, const EventNoun& entry, Act& act) const {
    std::vector<std::string_view> prepositions = entry.target_prepositions;
    if (prepositions.empty()) prepositions = {"with", "to", "on", "against", "for"};
    if (entry.symmetric) prepositions.insert(prepositions.end(), {"with", "between", "among"});
    for (const std::string_view preposition : prepositions) {
      for (const TokenId child : tree_.children(noun)) {
        if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == preposition &&
            !is_circumstance(tree_, child)) {
          add_targets(child, act);
        }
      }
      for (const Argument& role : predication_.arguments) {
        if (role.slot == preposition && role.token != noun && !is_circumstance(tree_, role.token) &&
            !is_setting(tree_, predication_, role, act.type)) {
          add_targets(role.token, act);
        }
      }
      if (!act.targets.empty()) break;
    }
    if (act.targets.empty()) {
      if (const Argument* recipient = argument(predication_, "iobj")) {
        add_targets(recipient->token, act);
      }
    }
  }

  void add_targets(TokenId token, Act& act) const {
    for (Party& party :
         target_parties(analysis_, token, target_reach(act.type), act.type, targets_)) {
      act.targets.push_back(std::move(party));
    }
  }

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
  Targets targets_;
};

}  // namespace

std::optional<LightAct> light_act(SentenceAnalysis& analysis, std::size_t predication,
                                  Targets targets) {
  return LightCoder(analysis, predication, targets).code();
}

}  // namespace entente::relations
