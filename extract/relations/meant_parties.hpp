// Whom a frame's act concerns, where its slot can be read in more than one way or stays open. Only
// the matching of frames (frames.cpp) asks; `subjects` are those who act, so not meant themselves.
#pragma once

#include <span>
#include <vector>

#include "extract/relations/frames.hpp"

namespace entente::relations {

/// "rejected Iran's offer to Iraq": one answers who made it.
bool takes_side(graph::RelationClass type);

/// Nobody acts on himself: takes out who is among the subjects.
void erase_subjects(std::vector<Party>& parties, std::span<const Party> subjects);

/// The parties in that role that these words name; no offices.
std::vector<Party> filling_parties(const SentenceAnalysis& analysis,
                                   std::span<const TokenId> tokens, Reach reach);

/// A frame without a target slot strikes whose things its words name: "seized Kuwaiti boats".
std::vector<Party> owners_of(const SentenceAnalysis& analysis, std::span<const TokenId> words);

/// How far to look for the actor behind the word in the target's slot: who backs, rejects or
/// resists an attack sides with or against the attacker.
Reach reach_of(const SentenceTree& tree, const Predication& predication, graph::RelationClass type,
               TokenId token);

/// Those without a name in the target's slot.
std::vector<Party> unnamed_targets(const SentenceAnalysis& analysis, const Predication& predication,
                                   graph::RelationClass type, std::span<const TokenId> tokens);

/// "rejected the charge", told before: that of who has accused the one who answers.
void prefer_accuser(const SentenceAnalysis& analysis, TokenId charge,
                    std::span<const Party> subjects, std::vector<Party>& targets);

/// "A accused B of spying, [a charge] B denies": that answers A.
std::vector<Party> accusers(const SentenceAnalysis& analysis, const Predication& predication,
                            TokenId charge, std::span<const Party> subjects);

/// Whom an act concerns that its own slots leave open: whom the purpose names ("sent aid to help B
/// recover"), who gave cause, or where it takes place ("declared a truce effective in B").
std::vector<Party> parties_around(const SentenceAnalysis& analysis, const Predication& predication,
                                  graph::RelationClass type, std::span<const Party> subjects);

/// Puts whom the words mean in the place of whom the slots name: whom an assault befell, not where;
/// the holder of an office, not its state; who made what is rejected or did what is condemned.
void prefer_meant(const SentenceAnalysis& analysis, const Predication& predication,
                  std::span<const Party> subjects, FrameMatch& match);

}  // namespace entente::relations
