// An act that a predication tells, coded and with its parties: the step between
// the grammar and the triples.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/analysis.hpp"
#include "extract/text/triple.hpp"

namespace entente::relations {

struct Act {
  graph::RelationClass type = graph::RelationClass::other;
  std::string mode;
  std::vector<Party> agents;
  std::vector<Party> targets;
  std::vector<TokenId> words;  ///< that carry the predicate
  std::string lemma;           ///< "hold talk with"
  std::string frame;           ///< what fired, for `entente why`
  /// The verb of saying whose time is the act's, where the words are only what is said.
  std::optional<TokenId> told_by;
  bool symmetric = false;
  Context context;
  double confidence = 1.0;  ///< of the rule, before the parties' own
};

/// The act of a verb or predicative adjective by the lexicon's frames, by its
/// event noun ("held talks"), or by what it does to its complement ("refused to
/// meet"); none if the lexicon has nothing for it or a party is missing.
/// Marks what the act includes as told.
std::optional<Act> verbal_act(SentenceAnalysis& analysis, std::size_t predication);

/// The act of an event noun: "the Russian attack on B", "talks between A and B".
std::optional<Act> nominal_act(const SentenceAnalysis& analysis, std::size_t predication);

/// Whom an event noun strikes, by its own words: B of "the attack on B".
std::vector<Party> nominal_targets(const SentenceAnalysis& analysis, std::size_t predication);

/// Who acts by a participle beside the noun: "an attack carried out by A", "the A-led invasion".
std::vector<Party> participle_agents(const SentenceAnalysis& analysis, TokenId noun);

/// Adds a triple for every agent and target, or for every pair of a symmetric act.
void add_triples(const SentenceAnalysis& analysis, const Act& act, std::string_view extractor,
                 std::vector<text::Triple>& triples);

}  // namespace entente::relations
