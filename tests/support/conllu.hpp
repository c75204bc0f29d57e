// Documents from CoNLL-U written by hand, for tests that need a tree of their own.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "extract/text/document.hpp"
#include "util/tsv.hpp"

namespace entente::test {

template <typename Enum>
Enum named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (text::name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  throw std::runtime_error("unknown name in CoNLL-U: " + std::string(name));
}

inline void read_features(text::Token& token) {
  text::Features& f = token.features;
  for (const std::string_view pair : util::split(token.feats, '|')) {
    if (pair == "Number=Sing") f.number = text::Number::singular;
    if (pair == "Number=Plur") f.number = text::Number::plural;
    if (pair == "Gender=Masc") f.gender = text::Gender::masculine;
    if (pair == "Gender=Fem") f.gender = text::Gender::feminine;
    if (pair == "Gender=Neut") f.gender = text::Gender::neuter;
    if (pair == "Person=1") f.person = 1;
    if (pair == "Person=2") f.person = 2;
    if (pair == "Person=3") f.person = 3;
    if (pair == "Poss=Yes") f.possessive = true;
    if (pair == "Voice=Pass") f.passive = true;
    if (pair == "Tense=Past") f.tense = text::Tense::past;
    if (pair == "Tense=Pres") f.tense = text::Tense::present;
    if (pair == "VerbForm=Fin") f.verb_form = text::VerbForm::finite;
    if (pair == "VerbForm=Inf") f.verb_form = text::VerbForm::infinitive;
    if (pair == "VerbForm=Part") f.verb_form = text::VerbForm::participle;
    if (pair == "VerbForm=Ger") f.verb_form = text::VerbForm::gerund;
    if (pair == "Mood=Ind") f.mood = text::Mood::indicative;
    if (pair == "Mood=Imp") f.mood = text::Mood::imperative;
  }
}

/// Sentences are divided by empty lines; ranges ("1-2"), empty nodes and comments are
/// passed over. MISC may hold NER=B-PER and SpaceAfter=No. The text is the forms joined.
inline text::Document document_from_conllu(std::string_view conllu) {
  text::Document document;
  document.id = "test";
  std::uint32_t first = 0;
  const auto close = [&] {
    const auto last = static_cast<std::uint32_t>(document.tokens.size());
    if (last == first) return;
    document.sentences.push_back(
        {{document.tokens[first].span.begin, document.tokens[last - 1].span.end}, first, last, {}});
    first = last;
  };
  for (const std::string_view line : util::split(conllu, '\n')) {
    if (line.empty()) {
      close();
      continue;
    }
    if (line.front() == '#') continue;
    const auto cells = util::split(line, '\t');
    if (cells.size() < 10 || cells[0].find_first_of("-.") != std::string_view::npos) continue;
    text::Token token;
    token.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += cells[1];
    token.span.end = static_cast<std::uint32_t>(document.text.size());
    token.lemma = cells[2];
    token.upos = named<text::Upos>(cells[3], 17);
    token.feats = cells[5];
    read_features(token);
    const int head = std::stoi(std::string(cells[6]));
    token.head = head == 0 ? text::Token::no_head : static_cast<std::int32_t>(first) + head - 1;
    token.deprel = named<text::Deprel>(cells[7], 51);
    token.space_after = cells[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const auto at = cells[9].find("NER="); at != std::string_view::npos) {
      const std::string_view tag = cells[9].substr(at + 4, cells[9].find('|', at) - at - 4);
      if (tag.size() > 2) {
        token.entity = named<text::EntityType>(tag.substr(2), 5);
        token.entity_begins = tag.front() == 'B';
      }
    }
    if (token.space_after) document.text += ' ';
    document.tokens.push_back(std::move(token));
  }
  close();
  return document;
}

}  // namespace entente::test
