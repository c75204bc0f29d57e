// Tells sport, film, markets, weather, recipes and obituaries from world politics.
#pragma once

#include <cstdint>
#include <string_view>

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

/// "England beat France 2-1": a sentence about a match in any article.
inline bool is_sport_sentence(const text::Document& document, const text::Sentence& sentence) {
  return topic_of(document, sentence) == Topic::sport;
}

}  // namespace entente::relations
