#include "extract/annotate/conllu.hpp"

#include <sstream>

#include "tests/catch.hpp"
#include "util/error.hpp"

namespace {

using namespace entente;

const char* const sample =
    "# newdoc id = a\n"
    "# sent_id = a-1\n"
    "# text = We don't know.\n"
    "1\tWe\twe\tPRON\t_\t_\t4\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_\n"
    "4\tknow\tknow\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# sent_id = a-2\n"
    "1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_\n"
    "\n"
    "# newdoc id = b\n"
    "1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n"
    "1.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n";

std::vector<text::Document> read(const std::string& bytes) {
  std::istringstream in(bytes);
  return annotate::read_conllu(in, "sample.conllu");
}

}  // namespace

TEST_CASE("CoNLL-U keeps documents, sentences, comments and multiword tokens", "[annotate]") {
  const auto documents = read(sample);
  REQUIRE(documents.size() == 2);
  const text::Document& first = documents[0];
  CHECK(first.id == "a");
  CHECK(first.text == "We don't know.\nYes\n");
  REQUIRE(first.sentences.size() == 2);
  CHECK(first.sentences[0].comments.size() == 3);
  CHECK(first.text_of(first.sentences[0].span) == "We don't know.");
  REQUIRE(first.tokens.size() == 6);
  CHECK(first.tokens[1].multiword_begins);
  CHECK(first.tokens[1].multiword_size == 2);
  CHECK(first.form(first.tokens[1]) == "do");
  CHECK(first.form(first.tokens[2]) == "n't");
  CHECK_FALSE(first.tokens[1].space_after);
  CHECK_FALSE(first.tokens[3].space_after);
  CHECK(documents[1].tokens.size() == 1);
}

TEST_CASE("written CoNLL-U reads back the same", "[annotate]") {
  std::ostringstream once;
  for (const auto& document : read(sample)) annotate::write_conllu(document, once);
  std::ostringstream twice;
  for (const auto& document : read(once.str())) annotate::write_conllu(document, twice);
  CHECK(once.str() == twice.str());
  CHECK_THAT(once.str(), Catch::Matchers::Contains("2-3\tdon't\t"));
  CHECK_THAT(once.str(), Catch::Matchers::Contains("# sent_id = a-2\n"));
}

TEST_CASE("a broken CoNLL-U line is named", "[annotate]") {
  CHECK_THROWS_WITH(read("1\tWe\twe\n"), Catch::Matchers::Contains("sample.conllu:1"));
  CHECK_THROWS_WITH(read("# a\n3-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"),
                    Catch::Matchers::Contains("sample.conllu:2"));
  CHECK_THROWS_AS(read("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n"), InputError);
}

TEST_CASE("JSON escapes what it must", "[annotate]") {
  text::Document document;
  document.id = "a\"b";
  document.text = "x\\y";
  text::Token token;
  token.span = {0, 3};
  document.tokens.push_back(token);
  document.sentences.push_back({{0, 3}, 0, 1, {}});
  std::ostringstream out;
  annotate::write_json(document, out);
  CHECK_THAT(out.str(), Catch::Matchers::Contains("\"document\":\"a\\\"b\""));
  CHECK_THAT(out.str(), Catch::Matchers::Contains("\"form\":\"x\\\\y\""));
}
