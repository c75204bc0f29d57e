#include "extract/relations/act_steps.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {

std::optional<Act> petition_act(SentenceAnalysis& analysis, std::size_t predication) {
  static constexpr std::string_view verbs[] = {"apply", "ask", "petition", "request", "seek"};
  static constexpr std::string_view wishes[] = {"join", "meet", "rejoin"};
  const auto& all = analysis.clauses().predications();
  const Predication& asking = all[predication];
  const Argument* aim = argument(asking, "to_inf");
  if (aim == nullptr || asking.kind != PredicationKind::verb || asking.passive ||
      argument(asking, "obj") || argument(asking, "iobj") || !is_listed(verbs, asking.lemma)) {
    return std::nullopt;
  }
  const auto wish = analysis.clauses().index_of(aim->token);
  if (!wish || all[*wish].kind != PredicationKind::verb || all[*wish].passive ||
      !is_listed(wishes, all[*wish].lemma)) {
    return std::nullopt;
  }
  const auto wanted = verbal_act(analysis, *wish);
  if (!wanted || wanted->targets.empty()) return std::nullopt;
  Act act = new_act(analysis, predication, composite_confidence);
  act.type = graph::RelationClass::request;
  act.agents = subject_parties(analysis, asking);
  act.targets = wanted->targets;
  act.lemma += " to " + all[*wish].lemma;
  act.frame = asking.lemma + " to " + all[*wish].lemma;
  drop_agents_from_targets(act);
  if (act.agents.empty() || act.targets.empty()) return std::nullopt;
  analysis.mark_told(*wish);
  return act;
}

}  // namespace entente::relations
