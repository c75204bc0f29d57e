// Dates of publication and the words of a sentence that say when.
#include "extract/read/loose_date.hpp"
#include "extract/relations/time_expression.hpp"
#include "fuzz/input.hpp"
#include "util/utf8.hpp"

using namespace entente;

namespace {

void check(const std::optional<util::Date>& date) {
  if (!date) return;
  fuzz::must(util::Date::parse(date->iso()) == date, "a date reads what it writes");
}

text::Document words_of(std::string_view words) {
  text::Document document;
  document.text = words;
  std::size_t begin = 0;
  while ((begin = words.find_first_not_of(" \n\t", begin)) != std::string_view::npos) {
    const std::size_t end = std::min(words.find_first_of(" \n\t", begin), words.size());
    text::Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.lemma = words.substr(begin, end - begin);
    token.head = document.tokens.empty() ? text::Token::no_head : 0;
    document.tokens.push_back(token);
    begin = end;
  }
  text::Sentence sentence;
  sentence.span = {0, static_cast<std::uint32_t>(words.size())};
  sentence.last = static_cast<std::uint32_t>(document.tokens.size());
  document.sentences.push_back(sentence);
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const auto published = input.piece();
  check(util::Date::parse(published));
  const auto date = read::loose_date(published);
  check(date);
  if (util::first_invalid_utf8(input.rest())) return 0;
  auto document = words_of(input.rest());
  document.date = date;
  if (document.tokens.empty()) return 0;
  for (auto& found : relations::find_time_expressions(document, document.sentences[0])) {
    fuzz::must(found.first < found.last && found.last <= document.tokens.size(), "tokens in range");
    check(found.date);
    check(found.until);
  }
  return 0;
}
