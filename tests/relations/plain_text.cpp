#include "tests/relations/plain_text.hpp"

#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "util/tsv.hpp"

namespace entente::test {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

template <typename Value>
Value named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (text::name_of(static_cast<Value>(i)) == name) return static_cast<Value>(i);
  }
  throw std::runtime_error("no such tag: " + std::string(name));
}

text::Token& add_token(text::Document& document, std::string_view form) {
  text::Token token;
  if (!document.text.empty()) document.text += ' ';
  token.span.begin = static_cast<std::uint32_t>(document.text.size());
  document.text += form;
  token.span.end = static_cast<std::uint32_t>(document.text.size());
  token.lemma = lower_case(form);
  document.tokens.push_back(token);
  return document.tokens.back();
}

void close_sentence(text::Document& document, std::size_t first) {
  text::Sentence sentence;
  sentence.first = static_cast<std::uint32_t>(first);
  sentence.last = static_cast<std::uint32_t>(document.tokens.size());
  sentence.span = {document.tokens[first].span.begin, document.tokens.back().span.end};
  document.sentences.push_back(sentence);
}

}  // namespace

void add_sentence(text::Document& document, std::string_view words) {
  const std::size_t first = document.tokens.size();
  for (const std::string_view word : util::split(words, ' ')) {
    if (!word.empty()) add_token(document, word);
  }
  close_sentence(document, first);
}

text::Document plain_sentence(std::string_view words) {
  text::Document document;
  add_sentence(document, words);
  return document;
}

text::Document parsed_sentence(std::string_view words) {
  text::Document document;
  for (const std::string_view word : util::split(words, ' ')) {
    if (word.empty()) continue;
    const auto parts = util::split(word, '/');
    if (parts.size() < 4) throw std::runtime_error("bad word: " + std::string(word));
    text::Token& token = add_token(document, parts[0]);
    token.upos = named<text::Upos>(parts[1], 17);
    token.head = std::stoi(std::string(parts[2])) - 1;
    token.deprel = named<text::Deprel>(parts[3], 51);
    if (parts.size() > 4) token.lemma = parts[4];
    const bool verbal = token.upos == text::Upos::verb || token.upos == text::Upos::aux;
    const bool irregular = parts.size() > 5 && parts[5] == "past";
    if (verbal && (parts[0].ends_with("ed") || irregular)) {
      token.features.tense = text::Tense::past;
    }
    if (verbal && parts[0].ends_with("ing")) token.features.verb_form = text::VerbForm::gerund;
  }
  close_sentence(document, 0);
  return document;
}

std::string read_source_file(const std::string& path) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace entente::test
