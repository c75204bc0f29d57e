// Who stands in a slot: the parties that an act may concern, and those that may act.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relations/analysis.hpp"

namespace entente::relations {

/// Who will do as a target. Each choice takes in those before it, and is tried only where
/// they give no act.
enum class Targets : std::uint8_t {
  named,  ///< in the slot itself, or its owner
  any,    ///< also without a name: "20 prisoners", "the verdict"
  deep,   ///< also somewhere below the slot: "accept people living in [Greek] camps"
};

/// How far to look for the actor behind the target of such an act.
Reach target_reach(graph::RelationClass type);

/// What is given, conceded, left or struck concerns whoever is named below it; words of
/// blame, praise and demand do not.
bool reaches_deep(graph::RelationClass type);

/// The parties in the role of a target of such an act; if any will do and none has a name,
/// those to whom such an act may happen.
std::vector<Party> target_parties(const SentenceAnalysis& analysis, TokenId token, Reach reach,
                                  graph::RelationClass type, Targets targets);

/// The parties without a name that the word is, if such an act may befall them.
std::vector<Party> unnamed_parties(const SentenceAnalysis& analysis, TokenId token,
                                   graph::RelationClass type);

/// Who without a name has done what is praised, blamed or refused: "an attack by militants".
std::vector<Party> nameless_doers(const SentenceAnalysis& analysis, TokenId token,
                                  graph::RelationClass type);

/// "a man [suspected] of links with A": whom he is said to have to do with is not struck with him.
bool is_suspicion(const SentenceTree& tree, TokenId participle);

/// The nearest parties with a name below the word, whatever they are there, if such an act
/// concerns them.
std::vector<Party> deep_parties(const SentenceAnalysis& analysis, TokenId token,
                                graph::RelationClass type);

/// The same, whatever the act.
std::vector<Party> parties_below(const SentenceAnalysis& analysis, TokenId token);

/// The nearest parties with a name inside the phrase of the word: [B] of "rules on the goods
/// of traders from B".
std::vector<Party> phrase_parties(const SentenceAnalysis& analysis, TokenId token);

/// True if the phrase stands before the subject and says where or when, with no party to an
/// act in words: "At the White House, X voiced concern".
bool is_setting(const SentenceTree& tree, const Predication& predication, const Argument& role,
                graph::RelationClass type);

/// True if the noun is of people, bodies, places or things that one can meet, seize or
/// strike, as far as the lexicon knows: "troops", "village", "truck". Not "support".
bool has_body(const SentenceTree& tree, TokenId noun);

/// True if the actor can do or say something: not a place, treaty or office.
bool can_act(const graph::Actor& actor);

/// The parties in that role that can act.
std::vector<Party> acting(const SentenceAnalysis& analysis, std::vector<Party> parties);

/// Who does what a verb says: its subject, or the state where a nameless police
/// arrests and jails.
std::vector<Party> subject_parties(const SentenceAnalysis& analysis,
                                   const Predication& predication);

}  // namespace entente::relations
