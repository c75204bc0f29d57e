#include "extract/relations/denial.hpp"

#include <algorithm>
#include <string_view>

#include "extract/relations/act_steps.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

constexpr double denial_confidence = 0.75;

class DenialReader {
 public:
  DenialReader(SentenceAnalysis& analysis, std::size_t index)
      : analysis_(analysis),
        tree_(analysis.tree()),
        all_(analysis.clauses().predications()),
        index_(index),
        denial_(all_[index]) {}

  std::optional<Act> read() {
    if (denial_.kind != PredicationKind::verb || denial_.passive) return std::nullopt;
    Act act = new_act(analysis_, index_, denial_confidence);
    act.agents = subject_parties(analysis_, denial_);
    if (act.agents.empty()) return std::nullopt;
    if (answers_charge()) {
      act.targets = accusers_beside(act.agents);
      act.frame = denial_.lemma + " a charge of the sentence";
    } else if (denies_a_part()) {
      act.targets = analysis_.finder().accusers_of(tree_, denial_.token, act.agents.front());
      act.frame = denial_.lemma + " a part in it";
    } else if (says_he_had_no_part(act.agents)) {
      act.targets = analysis_.finder().accusers_of(tree_, denial_.token, act.agents.front());
      act.frame = denial_.lemma + " not to have done it";
      act.lemma = "deny";
    }
    drop_agents_from_targets(act);
    if (act.targets.empty()) return std::nullopt;
    act.type = RelationClass::reject;
    act.context = Context{};  // in the article's own voice
    return act;
  }

 private:
  /// "a charge [that B denies]", "..., [which B denies]"
  [[nodiscard]] bool answers_charge() const {
    static constexpr std::string_view verbs[] = {"deny",   "dismiss",   "dispute", "rebut",
                                                 "refute", "repudiate", "reject"};
    const Argument* object = argument(denial_, "obj");
    if (!is_listed(verbs, denial_.lemma) || denial_.link != Link::relative || object == nullptr) {
      return false;
    }
    if (denial_.lemma == "deny" && object->inherited && follows_which()) return true;
    const EventNoun* noun = event_noun(tree_, object->token).entry;
    return tree_.lemma(object->token) == "something" ||
           Lexicon::built_in().in_set("accusation", tree_.lemma(object->token)) ||
           (noun != nullptr && noun->type == RelationClass::accuse);
  }

  [[nodiscard]] bool follows_which() const {
    const auto pronoun = tree_.child(denial_.token, {Deprel::obj});
    return pronoun && *pronoun > tree_.first() && tree_.lemma(*pronoun) == "which" &&
           tree_.form(*pronoun - 1) == ",";
  }

  /// The denier himself, or the state whose ministry denies.
  [[nodiscard]] bool concerns(const Argument& role, const std::vector<Party>& denier) const {
    const auto accused = analysis_.parties(role.token, Reach::direct);
    if (same_actor(accused, denier)) return true;
    const auto& actors = analysis_.document().actors;
    const graph::Actor& who = actors[denier.front().actor];
    return who.sector == "GOV" && !who.country.empty() &&
           std::any_of(accused.begin(), accused.end(), [&](const Party& party) {
             return actors[party.actor].kind == graph::ActorKind::country &&
                    actors[party.actor].country == who.country;
           });
  }

  /// Who says in this sentence, before, that the denier did something.
  [[nodiscard]] std::vector<Party> accusers_beside(const std::vector<Party>& denier) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Predication& charge = all_[i];
      if (i == index_ || charge.kind != PredicationKind::verb || charge.token > denial_.token) {
        continue;
      }
      const Operator op = operator_of(tree_, charge);
      const bool accuses = op == Operator::accuse && names(charge, denier);
      if (!accuses && !(op == Operator::say && says_of(i, denier))) continue;
      auto found = subject_parties(analysis_, charge);
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] bool names(const Predication& charge, const std::vector<Party>& denier) const {
    return std::any_of(charge.arguments.begin(), charge.arguments.end(), [&](const Argument& role) {
      return role.slot != "subj" && concerns(role, denier);
    });
  }

  [[nodiscard]] bool says_of(std::size_t speech, const std::vector<Party>& denier) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Predication& content) {
      const Argument* subject = argument(content, "subj");
      return content.parent == speech && content.link == Link::complement && subject != nullptr &&
             concerns(*subject, denier);
    });
  }

  /// "denied any role", "has denied involvement"
  [[nodiscard]] bool denies_a_part() const {
    static constexpr std::string_view parts[] = {
        "complicity", "connection", "guilt", "hand",           "involvement", "knowledge",
        "link",       "part",       "role",  "responsibility", "wrongdoing"};
    const Argument* object = argument(denial_, "obj");
    return denial_.lemma == "deny" && object != nullptr && !object->inherited &&
           is_listed(parts, tree_.lemma(object->token));
  }

  /// "said it was not involved", "insisted that he had no role in it"
  [[nodiscard]] bool says_he_had_no_part(const std::vector<Party>& speaker) const {
    if (operator_of(tree_, denial_) != Operator::say) return false;
    return std::any_of(all_.begin(), all_.end(), [&](const Predication& content) {
      if (content.parent != index_ || content.link != Link::complement ||
          content.kind == PredicationKind::noun || !content.surface_subject) {
        return false;
      }
      const Context& context = analysis_.context(*analysis_.clauses().index_of(content.token));
      return context.polarity == graph::Polarity::negated && is_part(content) &&
             same_actor(analysis_.parties(*content.surface_subject, Reach::owner), speaker);
    });
  }

  [[nodiscard]] bool is_part(const Predication& content) const {
    static constexpr std::string_view states[] = {"behind",  "complicit", "guilty",
                                                  "involve", "involved",  "responsible"};
    static constexpr std::string_view parts[] = {"connection", "hand", "involvement", "knowledge",
                                                 "link",       "part", "nothing",     "role"};
    if (is_listed(states, content.lemma)) return true;
    const Argument* object = argument(content, "obj");
    return (content.lemma == "have" || content.lemma == "play") && object != nullptr &&
           is_listed(parts, tree_.lemma(object->token));
  }

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  const std::vector<Predication>& all_;
  std::size_t index_;
  const Predication& denial_;
};

}  // namespace

std::optional<Act> denial_act(SentenceAnalysis& analysis, std::size_t predication) {
  return DenialReader(analysis, predication).read();
}

}  // namespace entente::relations
