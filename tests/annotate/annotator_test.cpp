#include "extract/annotate/annotator.hpp"

#include <random>
#include <sstream>
#include <thread>

#include "extract/annotate/conllu.hpp"
#include "tests/annotate/test_model.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;

const annotate::Annotator& annotator() {
  static const annotate::Annotator loaded(test::model_path());
  return loaded;
}

text::Document annotated(const std::string& words) {
  text::Document document;
  document.id = "test";
  document.text = words;
  annotator().annotate(document);
  return document;
}

std::string printed(const text::Document& document) {
  std::ostringstream out;
  annotate::write_conllu(document, out);
  return out.str();
}

/// One root a sentence, every head inside it, no cycle; spans in order.
bool well_formed(const text::Document& document) {
  std::uint32_t place = 0;
  for (const auto& sentence : document.sentences) {
    int roots = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const text::Token& token = document.tokens[i];
      if (token.span.begin < place || token.span.empty()) return false;
      if (token.lemma.empty()) return false;
      place = token.span.end;
      roots += token.head == text::Token::no_head ? 1 : 0;
      std::int64_t node = i;
      std::uint32_t steps = 0;
      while (node != text::Token::no_head) {
        if (node < sentence.first || node >= sentence.last || ++steps > document.tokens.size()) {
          return false;
        }
        node = document.tokens[static_cast<std::size_t>(node)].head;
      }
    }
    if (roots != 1) return false;
  }
  return true;
}

/// Text of words, marks, other scripts, emoji, control characters and breaks.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts{"the",
                                              "Ministers",
                                              "WAR",
                                              " ",
                                              " ",
                                              " ",
                                              "\n",
                                              "\n\n",
                                              ".",
                                              ",",
                                              "'s",
                                              "n't",
                                              "\"",
                                              "(",
                                              ")",
                                              "-",
                                              "--",
                                              "12.5",
                                              "$",
                                              "\u201C",
                                              "\u2019",
                                              "\u041A\u0438\u0457\u0432",
                                              "\u5317\u4EAC",
                                              "\U0001F600",
                                              "\x01",
                                              "\t",
                                              "\u200B",
                                              "\u0301",
                                              "U.S.",
                                              "http://a.b/c",
                                              "@",
                                              "...",
                                              "\u2026",
                                              "\uFFFD"};
  std::string text;
  const std::size_t count = random() % 400;
  for (std::size_t i = 0; i < count; ++i) text += parts[random() % parts.size()];
  return text;
}

}  // namespace

TEST_CASE("a party's letter behind a name hangs below the name", "[annotate]") {
  for (const std::string aside : {" (R-Texas)", ", D-Calif.,", " (D)", " (R., Ohio)"}) {
    const text::Document document =
        annotated("Sen. Tom Keller" + aside + " criticised the plan, and Ohio was silent.");
    CAPTURE(aside);
    REQUIRE(well_formed(document));
    const auto& tokens = document.tokens;
    CHECK(tokens[4].deprel == text::Deprel::appos);
    CHECK(tokens[4].entity == text::EntityType::none);
    CHECK(document.form(tokens[static_cast<std::size_t>(tokens[4].head)]) == "Tom");
  }
}

TEST_CASE("a plain clause is parsed as one would", "[annotate]") {
  const auto document = annotated("Antony Blinken met the foreign minister of France in Paris.");
  REQUIRE(document.sentences.size() == 1);
  REQUIRE(document.tokens.size() == 11);
  const auto& tokens = document.tokens;
  CHECK(tokens[2].head == text::Token::no_head);
  CHECK(tokens[2].lemma == "meet");
  CHECK(tokens[2].upos == text::Upos::verb);
  CHECK(tokens[2].features.tense == text::Tense::past);
  CHECK(tokens[0].deprel == text::Deprel::nsubj);
  CHECK(tokens[0].head == 2);
  CHECK(tokens[5].deprel == text::Deprel::obj);
  CHECK(tokens[7].deprel == text::Deprel::nmod);
  CHECK(tokens[7].entity == text::EntityType::location);
  CHECK(tokens[9].deprel == text::Deprel::obl);
  CHECK(tokens[0].entity == text::EntityType::person);
  CHECK(tokens[0].entity_begins);
  CHECK_FALSE(tokens[1].entity_begins);
}

TEST_CASE("a passive clause has its subtypes", "[annotate]") {
  const auto document = annotated("The town was shelled by rebels.");
  REQUIRE(document.tokens.size() == 7);
  CHECK(document.tokens[1].deprel == text::Deprel::nsubj_pass);
  CHECK(document.tokens[2].deprel == text::Deprel::aux_pass);
  CHECK(document.tokens[5].deprel == text::Deprel::obl_agent);
}

TEST_CASE("any text gives well-formed trees", "[annotate]") {
  std::mt19937 random(21);
  for (int round = 0; round < 40; ++round) {
    const auto document = annotated(random_text(random));
    CHECK(well_formed(document));
  }
}

TEST_CASE("a sentence of 5,000 words given as such keeps its words and gets one tree",
          "[annotate]") {
  std::string rows;
  for (int i = 1; i <= 5000; ++i) {
    rows += std::to_string(i) + "\tword\t_\t_\t_\t_\t_\t_\t_\t_\n";
  }
  std::istringstream in(rows + "\n");
  auto documents = annotate::read_conllu(in, "long");
  REQUIRE(documents.size() == 1);
  annotator().annotate_tokens(documents[0]);
  CHECK(documents[0].tokens.size() == 5000);
  CHECK(documents[0].sentences.size() == 1);
  CHECK(well_formed(documents[0]));
}

TEST_CASE("a text of 5,000 words without a stop is bounded", "[annotate]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "minister ";
  const auto document = annotated(text);
  CHECK(document.tokens.size() == 5000);
  CHECK(well_formed(document));
}

TEST_CASE("two threads annotate as one does", "[annotate]") {
  std::mt19937 random(22);
  std::vector<std::string> texts;
  for (int i = 0; i < 12; ++i) texts.push_back(random_text(random));
  std::vector<std::string> expected;
  for (const auto& words : texts) expected.push_back(printed(annotated(words)));
  std::vector<std::string> got(texts.size());
  const auto work = [&](std::size_t first) {
    for (std::size_t i = first; i < texts.size(); i += 2) got[i] = printed(annotated(texts[i]));
  };
  std::thread other(work, 1);
  work(0);
  other.join();
  CHECK(got == expected);
}

TEST_CASE("a sentence is annotated the same whatever stands around it", "[annotate]") {
  const std::string sentence = "The envoys of Mali left Geneva on Dec. 7.";
  const auto alone = annotated(sentence);
  std::string filler;
  for (int i = 0; i < 300; ++i) filler += "Nobody knows where the talks will lead.\n\n";
  const auto among = annotated(filler + sentence);
  REQUIRE(among.sentences.size() == 301);
  const std::uint32_t first = among.sentences.back().first;
  REQUIRE(among.tokens.size() - first == alone.tokens.size());
  for (std::uint32_t i = 0; i < alone.tokens.size(); ++i) {
    const auto& a = alone.tokens[i];
    const auto& b = among.tokens[first + i];
    CHECK(a.lemma == b.lemma);
    CHECK(a.deprel == b.deprel);
    CHECK(a.feats == b.feats);
    CHECK((a.head < 0 ? a.head : a.head + static_cast<std::int32_t>(first)) == b.head);
  }
}

TEST_CASE("annotating again changes nothing", "[annotate]") {
  auto document = annotated("The U.N. met. It didn't vote.");
  const std::string once = printed(document);
  annotator().annotate(document);
  CHECK(printed(document) == once);
}
