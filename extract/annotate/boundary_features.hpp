// What the two small classifiers see that cut text into words and sentences.
// Training and use share this code.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "util/text_span.hpp"

namespace entente::annotate {

/// Hashes, one for each feature that holds.
using BoundaryFeatures = std::vector<std::uint32_t>;

/// Text between two spaces, and its neighbours (empty at a paragraph's ends).
struct Chunk {
  std::string_view text;
  std::string_view previous;
  std::string_view next;
};

/// Places inside a chunk where a word may end: where the kind of character
/// changes, and before the contractions that hide in letters ("do|n't", "can|not");
/// none inside a web or mail address.
std::vector<std::uint32_t> cut_candidates(std::string_view chunk);

/// Features of cutting `chunk` at byte `at`; `last_cut` is the last place where
/// it was cut, 0 if none.
void cut_features(const Chunk& chunk, std::uint32_t at, std::uint32_t last_cut,
                  BoundaryFeatures& features);

/// A word with what stands before it.
struct SplitToken {
  std::string_view form;
  bool space_before = true;
};

/// True if a sentence may end between tokens `at - 1` and `at` at all.
bool may_end_sentence(std::span<const SplitToken> tokens, std::size_t at);
/// True if a sentence begins at token `at` because an acronym ("U.S.") precedes a word that opens
/// sentences and no name.
bool begins_after_acronym(std::span<const SplitToken> tokens, std::size_t at);
/// True if a sentence begins at token `at` because a quotation ends before it with a full stop:
/// who says so would stand behind a comma.
bool begins_after_quotation(std::span<const SplitToken> tokens, std::size_t at);

/// Running state of a sentence that the features look at.
struct SentenceState {
  std::size_t begin = 0;      ///< its first token
  bool double_quote = false;  ///< an odd number of straight quotes so far
  int brackets = 0;           ///< open ones
  void add(std::string_view form);
};

/// Features of ending a sentence between tokens `at - 1` and `at` of a paragraph.
void end_features(std::span<const SplitToken> tokens, std::size_t at, const SentenceState& state,
                  BoundaryFeatures& features);

}  // namespace entente::annotate
