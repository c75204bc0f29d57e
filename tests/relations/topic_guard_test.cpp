#include "extract/relations/topic_guard.hpp"

#include "tests/catch.hpp"
#include "tests/relations/plain_text.hpp"
#include "util/tsv.hpp"

using namespace entente;

TEST_CASE("sport, film and recipes are told from politics", "[relations][topic]") {
  util::read_tsv(test::read_source_file("tests/relations/topics.tsv"), "topics.tsv",
                 [&](const util::TsvRow& row) {
                   text::Document document;
                   for (const auto sentence : util::split(row["text"], '|')) {
                     test::add_sentence(document, sentence);
                   }
                   INFO("line " << row.line() << ": " << row["text"]);
                   const auto topic =
                       row["level"] == "document"
                           ? relations::topic_of(document)
                           : relations::topic_of(document, document.sentences.front());
                   CHECK(relations::name_of(topic) == row["topic"]);
                 });
}
