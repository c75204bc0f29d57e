#include "extract/relations/act_steps.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {

using text::Deprel;

Act new_act(const SentenceAnalysis& analysis, std::size_t index, double confidence) {
  const Predication& predication = analysis.clauses().predications()[index];
  Act act;
  act.context = analysis.context(index);
  act.confidence = confidence;
  act.words.push_back(predication.token);
  if (predication.particle) act.words.push_back(*predication.particle);
  act.lemma = predication.lemma;
  std::replace(act.lemma.begin(), act.lemma.end(), '_', ' ');
  return act;
}

bool same_actor(const std::vector<Party>& some, const std::vector<Party>& others) {
  return std::any_of(some.begin(), some.end(), [&](const Party& one) {
    return std::any_of(others.begin(), others.end(),
                       [&](const Party& other) { return other.actor == one.actor; });
  });
}

void drop_agents_from_targets(Act& act) {
  std::erase_if(act.targets, [&](const Party& target) {
    return std::any_of(act.agents.begin(), act.agents.end(),
                       [&](const Party& agent) { return agent.actor == target.actor; });
  });
}

bool sides_are_subjects(Act& act) {
  if (!act.symmetric) return false;
  std::erase_if(act.agents, [](const Party& party) { return party.distance > 0; });
  return act.agents.size() > 1;
}

void turn_sides_to_agents(const SentenceTree& tree, Act& act) {
  if (!act.symmetric || !act.agents.empty() || act.targets.size() < 2) return;
  if (tree.preposition(tree.first_conjunct(act.targets.front().slot)) == "with") return;
  std::swap(act.agents, act.targets);
}

bool wants_it_to_stop(const SentenceTree& tree, const Predication& predication) {
  if (predication.lemma != "call") return false;
  const auto& children = tree.children(predication.token);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp}) &&
           tree.marker(child) == "to" &&
           Lexicon::built_in().verb_operator(tree.lemma(child)) == Operator::cease;
  });
}

}  // namespace entente::relations
