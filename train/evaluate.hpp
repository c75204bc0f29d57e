// Accuracy of a network on sentences whose annotation is known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "train/examples.hpp"
#include "train/name_network.hpp"
#include "train/network.hpp"

namespace entente::train {

/// Counts of words and of entities: found, wanted, and both.
struct Tally {
  std::int64_t words = 0, upos = 0, feats = 0, heads = 0, labels = 0, full = 0;
  std::int64_t found = 0, gold = 0, both = 0;
  std::int64_t found_misc = 0, spans = 0;  ///< of them of MISC; found whatever the type
};

/// Heads are taken one by one, without the constraint that they form a tree.
Tally evaluate(Network& network, const std::vector<Example>& examples);
Tally evaluate(NameNetwork& network, const std::vector<Example>& examples);

/// Prints one line of percentages. LAS leaves out the subtypes of relations,
/// "full" counts them.
void report(const std::string& name, const Tally& tally);

}  // namespace entente::train
