#include <algorithm>
#include <utility>

#include "extract/relations/act_parties.hpp"
#include "extract/relations/act_steps.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;

constexpr double unclassified_confidence = 0.35;
constexpr double guessed_confidence = 0.25;
constexpr double usual_confidence = 0.45;
constexpr double demand_confidence = 0.78;  // "demanded of B"

class Unclassified {
 public:
  Unclassified(const SentenceAnalysis& analysis, std::size_t index)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]) {}

  std::optional<Act> code() const {
    const Operator op = operator_of(tree_, predication_);
    if (predication_.kind != PredicationKind::verb || predication_.lemma == "be" ||
        op == Operator::say || op == Operator::aspect) {
      return std::nullopt;
    }
    Act act = new_act(analysis_, index_, unclassified_confidence);
    act.agents = subject_parties(analysis_, predication_);
    std::erase_if(act.agents, [](const Party& party) { return party.distance > 0; });
    if (act.agents.empty()) return std::nullopt;
    act.frame = "no frame";
    const auto in_slot = [&](TokenId token) {
      return acting(analysis_, analysis_.parties(token, Reach::owner));
    };
    const auto in_phrase = [&](TokenId token) {
      auto found = analysis_.parties(token, Reach::agent_or_target);
      if (found.empty()) found = phrase_parties(analysis_, token);
      std::erase_if(found, [&](const Party& party) { return !is_power(party); });
      return found;
    };
    if (fill_any_slot(act, op, in_slot)) return act;
    std::erase_if(act.agents, [&](const Party& party) { return party.unnamed; });
    if (act.agents.empty() || !has_own_subject()) return std::nullopt;
    act.frame += " (named in the phrase)";
    act.confidence = guessed_confidence;
    return fill_any_slot(act, op, in_phrase) ? std::optional(act) : std::nullopt;
  }

 private:
  /// What the target does or must not do, which a sentence may leave out or a parser misplace.
  static bool is_complement_slot(std::string_view name) {
    return name == "to_inf" || name == "from" || name == "that" || name == "into";
  }

  /// The class of a frame of the verb that has its target in that slot and asks for no word
  /// besides, if all such frames agree: "expects B [to help]" without what B should do.
  [[nodiscard]] std::optional<RelationClass> class_of_slot(std::string_view slot) const {
    std::optional<RelationClass> found;
    // "wanted a general", "called the race for B": not without the infinitive
    if (predication_.lemma == "want" || predication_.lemma == "call") return std::nullopt;
    for (const Frame& frame : Lexicon::built_in().verb(predication_.lemma)) {
      bool targeted = false;
      bool worded = frame.slots.size() < 2;  // a plain frame that does not fit has its reasons
      for (const FrameSlot& each : frame.slots) {
        targeted |= each.filler == Filler::target &&
                    std::find(each.names.begin(), each.names.end(), slot) != each.names.end();
        worded |= each.filler == Filler::words ||
                  (each.filler == Filler::any && !is_complement_slot(each.names.front()));
      }
      if (!targeted || worded || frame.symmetric) continue;
      if (found && *found != frame.type) return std::nullopt;
      found = frame.type;
    }
    if (found && (!graph::is_event(*found) || *found == RelationClass::statement)) {
      return std::nullopt;
    }
    return found;
  }

  [[nodiscard]] bool is_power(const Party& party) const {
    switch (analysis_.document().actors[party.actor].kind) {
      case graph::ActorKind::country:
      case graph::ActorKind::organisation:
      case graph::ActorKind::armed_force:
        return true;
      default:
        return false;
    }
  }

  /// Its subject stands beside it or is shared with the verb before: not "a plan to take".
  [[nodiscard]] bool has_own_subject() const {
    const Argument* subject = argument(predication_, "subj");
    return subject != nullptr && (!subject->inherited || predication_.link == Link::conjunct);
  }

  template <typename Find>
  bool fill_any_slot(Act& act, Operator op, const Find& find) const {
    static constexpr std::string_view slots[] = {"obj",     "iobj", "with", "to",
                                                 "against", "on",   "from", "for"};
    for (const std::string_view slot : slots) {
      for (const Argument& role : predication_.arguments) {
        if (role.slot != slot) continue;
        act.targets = find(role.token);
        drop_agents_from_targets(act);
        if (act.targets.empty()) continue;
        if (op == Operator::demand && (slot == "to" || slot == "from")) {
          act.type = RelationClass::request;
          act.confidence = demand_confidence;
        }
        const bool direct = std::all_of(act.targets.begin(), act.targets.end(),
                                        [](const Party& party) { return party.distance == 0; });
        // "expects 1,000 marchers", "expects him to win" asks nobody
        const bool guess = predication_.lemma == "expect";
        if (const auto usual = class_of_slot(slot);
            usual && direct && !guess && act.type == RelationClass::other) {
          act.type = *usual;
          act.frame = "a frame of " + predication_.lemma + " but for what it asks besides";
          act.confidence = usual_confidence;
          recode(analysis_, predication_, act);
          if (act.targets.empty()) return false;
        }
        if (slot != "obj" && slot != "iobj") act.lemma += " " + std::string(slot);
        if (std::all_of(act.targets.begin(), act.targets.end(),
                        [](const Party& party) { return party.distance > 0; })) {
          act.words.push_back(role.token);
          act.lemma += " " + tree_.lemma(role.token);
        }
        return true;
      }
    }
    return false;
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
};

}  // namespace

std::optional<Act> unclassified_act(const SentenceAnalysis& analysis, std::size_t predication) {
  return Unclassified(analysis, predication).code();
}

}  // namespace entente::relations
