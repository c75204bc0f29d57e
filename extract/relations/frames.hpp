// Fits the lexicon's frames to a predication.
#pragma once

#include <optional>
#include <vector>

#include "extract/relations/analysis.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/slot_parties.hpp"

namespace entente::relations {

struct FrameMatch {
  const Frame* frame = nullptr;
  std::vector<Party> agents;  ///< from an AGENT slot; empty if the subject acts
  std::vector<Party> targets;
  std::vector<TokenId> words;    ///< object noun and preposition that the frame names
  std::optional<TokenId> named;  ///< the last word that the frame names: "for [release]"
  bool mutual = false;           ///< its subjects do it to "each other"
};

/// The most constrained frame whose slots are all filled and whose target is an actor.
std::optional<FrameMatch> match_frame(const SentenceAnalysis& analysis,
                                      const Predication& predication, std::span<const Frame> frames,
                                      Targets targets);

}  // namespace entente::relations
