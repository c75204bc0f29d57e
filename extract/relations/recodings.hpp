// Acts whose class depends on who does them to whom, or on a word beside their frame:
// data/lexicon/recodings.tsv, whose README says the format.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/relation.hpp"

namespace entente::relations {

/// "CONSULT/visit", or a class in any mode.
struct ActCode {
  graph::RelationClass type = graph::RelationClass::other;
  std::string_view mode;
};

/// "obj:@border", "!obj", "purpose:discuss/greet".
struct WordCondition {
  std::vector<std::string_view> slots;
  std::vector<std::string_view> words;  ///< lemmas, noun sets with their "@"; empty for any word
  bool wanted = true;
};

struct Recoding {
  std::vector<ActCode> from;
  std::vector<std::string_view> verbs;  ///< empty for any
  std::string_view agents;              ///< the kind that all of them are; empty for any
  std::string_view targets;
  std::vector<WordCondition> where;
  std::optional<ActCode> to;  ///< none where it happens to nobody
};

/// In the order of the table, in which they apply.
std::span<const Recoding> recodings();

}  // namespace entente::relations
