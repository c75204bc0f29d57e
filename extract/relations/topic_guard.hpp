// Tells sport, film, markets, weather, recipes and obituaries from world politics.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::relations {

enum class Topic : std::uint8_t {
  politics,  ///< or anything else that is none of those below
  sport,
  entertainment,
  markets,
  weather,
  food,
  obituary,
};

std::string_view name_of(Topic topic);  ///< "sport"

/// The document's topic by the words of data/lexicon/topics.tsv. Only strong
/// evidence outweighs politics: an article on an Olympic boycott stays politics.
/// By default a document of another topic gives no events between actors; who
/// holds which position and what lies where may still be told.
Topic topic_of(const text::Document& document);

/// The same for one sentence; more cautious, as it has fewer words to go by.
Topic topic_of(const text::Document& document, const text::Sentence& sentence);

/// Which sentences of a document may tell of world politics.
class TopicGuard {
 public:
  explicit TopicGuard(const text::Document& document);

  /// False if the document is about something else, if the sentence is ("England beat
  /// France 2-1"), or if those around it are and it has a word of their topic and none of
  /// politics: a digest may hold a match between two pieces of news.
  [[nodiscard]] bool lets_pass(std::uint32_t sentence) const { return passes_[sentence]; }

 private:
  std::vector<bool> passes_;
};

}  // namespace entente::relations
