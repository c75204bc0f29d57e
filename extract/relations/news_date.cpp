#include "extract/relations/news_date.hpp"

#include <algorithm>

#include "extract/relations/event_date.hpp"

namespace entente::relations {
namespace {

constexpr std::size_t opening_sentences = 1;
constexpr int days_of_a_week = 7;

std::optional<std::uint32_t> root_of(const text::Document& document,
                                     const text::Sentence& sentence) {
  for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
    if (document.tokens[token].head == text::Token::no_head) return token;
  }
  return std::nullopt;
}

}  // namespace

std::optional<util::Date> news_date(const text::Document& document) {
  if (!document.date || !document.date->has_day()) return document.date;
  const util::Date earliest = util::add_days(*document.date, -days_of_a_week);
  const std::size_t count = std::min(opening_sentences, document.sentences.size());
  for (std::size_t i = 0; i < count; ++i) {
    const text::Sentence& sentence = document.sentences[i];
    const auto root = root_of(document, sentence);
    if (!root) continue;
    const auto time = event_time(document, sentence, *root);
    if (time && time->date && time->date->has_day() && earliest <= *time->date &&
        *time->date <= *document.date) {
      return time->date;
    }
  }
  return document.date;
}

}  // namespace entente::relations
