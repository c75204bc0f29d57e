// How far a graph agrees with what people marked.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/gold.hpp"

namespace entente::cli {

/// True if the gold's name and the graph's actor are the same: name, id, words of each.
using SameActor = std::function<bool(const std::string& gold_name, const std::string& gold_words,
                                     const std::string& name, const std::string& id)>;

/// Shares of right ones among the found, and of found ones among the wanted.
struct Tally {
  std::size_t found = 0;   ///< triples of the graph
  std::size_t right = 0;   ///< those that gold has, optional ones included
  std::size_t wanted = 0;  ///< triples of gold that are required
  std::size_t hit = 0;     ///< those that were found

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;  ///< harmonic mean of the two; 0 if both are
};

struct Judgement {
  Tally strict;  ///< both actors, class and polarity are right; either way round if symmetric
  Tally pair;    ///< the unordered pair of actors alone
  std::size_t modality = 0;  ///< of strict.right, those whose modality is right too
  std::size_t attribution = 0;
  std::size_t date = 0;
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< strict: gold, found; indices
};

/// One-to-one: a triple told twice is right once. Of the documents that gold does not
/// name nothing is looked at.
Judgement judge(const std::vector<ScoredTriple>& gold, const std::vector<ScoredTriple>& found,
                const SameActor& same);

}  // namespace entente::cli
