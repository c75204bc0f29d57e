// The ways to code the act of a verb, which verbal_act() tries in turn, and what they share.
#pragma once

#include <cstddef>
#include <optional>

#include "extract/relations/act.hpp"
#include "extract/relations/slot_parties.hpp"

namespace entente::relations {

/// An act of the predication that has neither class nor parties yet.
Act new_act(const SentenceAnalysis& analysis, std::size_t predication, double confidence);

struct LightAct {
  Act act;
  bool marked = false;  ///< by a word beside the noun that tells its sense: "a scathing attack"
};

/// By an event noun that the verb only carries: "held talks with", "launched an attack on", "is in
/// talks with", "claimed responsibility for the bombing of". Marks what the noun tells as told.
std::optional<LightAct> light_act(SentenceAnalysis& analysis, std::size_t predication,
                                  Targets targets);

/// By what the verb does to the act in its complement: "agreed to supply Iran", "refused to
/// recognise B", "urged that B withdraw". Marks that act as told where it is part of this one.
std::optional<Act> composed_act(SentenceAnalysis& analysis, std::size_t predication,
                                Targets targets);

/// Of an act made of a verb and what it governs.
inline constexpr double composite_confidence = 0.78;

/// "A applied to join B", "asked to meet B": that is up to B.
std::optional<Act> petition_act(SentenceAnalysis& analysis, std::size_t predication);

/// By whom a clause below names: "will not free them until B leaves", "opened an inquiry into
/// whether B was bribed".
std::optional<Act> content_act(SentenceAnalysis& analysis, std::size_t predication);

/// A relation between two actors that the lexicon has no class for.
std::optional<Act> unclassified_act(const SentenceAnalysis& analysis, std::size_t predication);

/// True if one of these is one of those.
bool same_actor(const std::vector<Party>& some, const std::vector<Party>& others);

void drop_agents_from_targets(Act& act);

/// "A and B met". Not "agreements with A and B opened relations": only what the subject itself
/// names takes part, and other agents are taken out.
bool sides_are_subjects(Act& act);

/// "talks were held between A and B": they with each other. With whom talks were held with A and
/// B, nobody says.
void turn_sides_to_agents(const SentenceTree& tree, Act& act);

/// "called for attacks on X to stop" is no call for attacks.
bool wants_it_to_stop(const SentenceTree& tree, const Predication& predication);

}  // namespace entente::relations
