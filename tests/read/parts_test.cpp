// Texts longer than any article.
#include "extract/read/parts.hpp"

#include "tests/catch.hpp"
#include "tests/read/heard.hpp"

using entente::read::place_to_cut;
using entente::tests::Folder;
using entente::tests::read;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

entente::read::Options parts_of(std::size_t bytes) {
  entente::read::Options options;
  options.any_language = true;
  options.limits.part_bytes = bytes;
  return options;
}

}  // namespace

TEST_CASE("a text is cut where least is torn", "[read]") {
  CHECK(place_to_cut("One.\n\nTwo.\nThree. Four", 12) == 6 + 5);
  CHECK(place_to_cut("One is.\n\nTwo. Three", 12) == 9);
  CHECK(place_to_cut("One is two. Three", 13) == 12);
  CHECK(place_to_cut("One Two three", 9) == 8);
  CHECK(place_to_cut("OneTwothree", 9) == 9);
  // A letter of three bytes is whole on one side.
  CHECK(place_to_cut("abcdef\u20AC\u20AC", 8) == 6);
  CHECK(place_to_cut("abcd\u20AC\u20AC", 10) == 10);
}

TEST_CASE("the parts of a long text hold all its words, each once", "[read]") {
  const Folder folder("parts");
  const std::string paragraph = "They met in the old town. Nobody left.";
  const auto path = folder.write("a.txt", "date 2031-05-06\n" + times(100, paragraph + "\n\n"));
  const auto heard = read({path}, {}, parts_of(1000));
  CHECK(heard.problems.empty());
  CHECK(heard.notes ==
        std::vector<std::string>{path + ": is longer than 1000 bytes; a is read in 4 "
                                        "parts (see --max-part)"});
  REQUIRE(heard.documents.size() == 4);
  std::size_t paragraphs = 0;
  for (const auto& part : heard.documents) {
    CHECK(part.text.size() <= 1000);
    CHECK(part.path == path);
    CHECK(part.date->iso() == "2031-05-06");
    std::string rest = part.text;
    for (; rest.compare(0, paragraph.size(), paragraph) == 0; ++paragraphs) {
      rest.erase(0, std::min(rest.size(), paragraph.size() + 2));
    }
    CHECK(rest.empty());
  }
  CHECK(paragraphs == 100);
  CHECK(heard.documents[0].id == "a");
  CHECK(heard.documents[1].id == "a (part 2)");
  CHECK(heard.documents[3].id == "a (part 4)");
}

TEST_CASE("credits stay where they are when a text is cut", "[read]") {
  const Folder folder("credits");
  const auto path = folder.write("a.txt", "BERN (Example) - They met.\n\n" +
                                              times(80, "Nobody left the hall.\n\n") +
                                              "(Reporting by Jane Roe)\n");
  const auto whole = read({path}, {}, parts_of(100'000)).documents.at(0);
  const auto heard = read({path}, {}, parts_of(1000));
  REQUIRE(whole.furniture.size() == 2);
  REQUIRE(heard.documents.size() == 2);
  for (const std::size_t i : {0u, 1u}) {
    const auto& part = heard.documents[i];
    REQUIRE(part.furniture.size() == 1);
    CHECK(part.text_of(part.furniture[0]) == whole.text_of(whole.furniture[i]));
  }
}

TEST_CASE("a gigantic line is read in parts", "[read]") {
  const Folder folder("line");
  const auto path = folder.write("a.txt", times(500, "word \u20AC"));
  const auto heard = read({path}, {}, parts_of(1000));
  CHECK(heard.documents.size() == 5);
}
