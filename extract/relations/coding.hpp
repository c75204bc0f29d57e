// What an act is about, beyond its class: PLOVER's contexts.
#pragma once

#include <bitset>
#include <string>

#include "extract/relations/act.hpp"
#include "extract/relations/analysis.hpp"

namespace entente::relations {

/// A row of data/lexicon/contexts.tsv each.
using ContextSet = std::bitset<64>;

/// The contexts that the words of the act's phrase, its mode or the two sectors name. Words of
/// other clauses that the act does not govern have no say: "met the envoy and sold oil" are two
/// acts. Refers to the analysis' document.
class ContextCoder {
 public:
  ContextCoder(const SentenceAnalysis& analysis, const Act& act);

  /// In the order of data/lexicon/contexts.tsv, commas between; empty of a standing relation.
  [[nodiscard]] std::string between(const Party& subject, const Party& object) const;

 private:
  const text::Document& document_;
  ContextSet of_act_;  ///< by its words and mode
  bool is_event_ = false;
};

}  // namespace entente::relations
