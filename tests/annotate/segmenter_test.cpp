#include "extract/annotate/segmenter.hpp"

#include <fstream>
#include <string>
#include <vector>

#include "tests/annotate/test_model.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente;
using annotate::RawSentence;

struct Case {
  std::string text;
  std::vector<std::string> sentences;
};

std::string with_breaks(std::string text) {
  for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) {
    text.replace(at, 2, 1, '\n');
  }
  return text;
}

std::vector<Case> read_cases() {
  std::ifstream in(ENTENTE_SOURCE_DIR "/tests/annotate/segmentation.cases");
  std::vector<Case> cases;
  std::string line;
  while (std::getline(in, line)) {
    if (line.starts_with("> ")) {
      cases.push_back({with_breaks(line.substr(2)), {}});
    } else if (!line.empty() && line[0] != '#') {
      cases.back().sentences.push_back(line);
    }
  }
  return cases;
}

std::string shown(const std::string& text, const RawSentence& sentence) {
  std::string result;
  for (const auto& word : sentence) {
    const std::string_view gap = result.empty() ? "" : word.continues ? "_+" : " ";
    result.append(gap).append(text, word.span.begin, word.span.size());
  }
  return result;
}

std::vector<std::string> split(const std::string& text) {
  static const annotate::ModelFile file(test::model_path());
  const annotate::Segmenter segmenter(file);
  std::vector<std::string> result;
  for (const auto& sentence : segmenter.segment(text, {})) result.push_back(shown(text, sentence));
  return result;
}

}  // namespace

TEST_CASE("text is cut into sentences and words by the treebanks' conventions", "[annotate]") {
  const auto cases = read_cases();
  REQUIRE(cases.size() > 30);
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(split(example.text) == example.sentences);
  }
}

TEST_CASE("a title at a sentence's end is a known gap", "[annotate][!shouldfail]") {
  // "U.S. President" is far more often one phrase than two sentences.
  CHECK(split("The treaty was signed by the U.S. President Roe said so.").size() == 2);
}

TEST_CASE("what is skipped is in no sentence", "[annotate]") {
  const annotate::ModelFile file(test::model_path());
  const annotate::Segmenter segmenter(file);
  const std::string text = "BERN (News) - The envoys left. (Reporting by J. Roe)";
  const std::vector<util::TextSpan> skipped{{0, 13}, {31, 52}};
  const auto sentences = segmenter.segment(text, skipped);
  REQUIRE(sentences.size() == 1);
  CHECK(shown(text, sentences[0]) == "The envoys left .");
}

TEST_CASE("text without words has no sentences", "[annotate]") {
  CHECK(split("").empty());
  CHECK(split(" \n\t \n\n\x01\x02 \xC2\xA0").empty());
}

TEST_CASE("an endless sentence is cut at the limit", "[annotate]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  const annotate::ModelFile file(test::model_path());
  for (const auto& sentence : annotate::Segmenter(file).segment(text, {})) {
    CHECK(sentence.size() <= annotate::longest_sentence);
  }
}
