#include "extract/read/reader.hpp"

#include "tests/catch.hpp"
#include "tests/read/heard.hpp"

using entente::tests::Folder;
using entente::tests::read;

namespace {

std::string before_colon_is_kept(const std::string& words, const std::string& path) {
  return words.substr(0, path.size()) == path ? words.substr(path.size()) : words;
}

}  // namespace

TEST_CASE("a date in front of the text, on its line or its own, dates the document", "[read]") {
  const Folder folder("date");
  const auto same = folder.write("same.txt", " date 2022-12-30 Ministers met in Bern.\n");
  const auto own = folder.write("own.txt", "date 2022-12-30\nMinisters met in Bern.\n");
  const auto none = folder.write("none.txt", "date palms grow in Bern.\n");
  const auto heard = read({same, own, none});
  REQUIRE(heard.documents.size() == 3);
  CHECK(heard.documents[0].id == "same");
  CHECK(heard.documents[0].date->iso() == "2022-12-30");
  CHECK(heard.documents[0].text == "Ministers met in Bern.\n");
  CHECK(heard.documents[1].text == "Ministers met in Bern.\n");
  CHECK(heard.documents[1].date->iso() == "2022-12-30");
  CHECK_FALSE(heard.documents[2].date.has_value());
  CHECK(heard.documents[2].text == "date palms grow in Bern.\n");
}

TEST_CASE("byte order marks and CRLF line ends go, typographic marks stay", "[read]") {
  const Folder folder("marks");
  const auto path =
      folder.write("a.txt", "\xEF\xBB\xBF\xE2\x80\x9CYes\xE2\x80\x9D \xE2\x80\x94 she\r\nsaid.\r");
  const auto heard = read({path});
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].text == "\xE2\x80\x9CYes\xE2\x80\x9D \xE2\x80\x94 she\nsaid.\n");
  CHECK(heard.notes.empty());
}

TEST_CASE("Windows-1252 is converted and said", "[read]") {
  const Folder folder("cp1252");
  const auto path = folder.write("a.txt", "The minister said \x93no\x94 in S\xE3o Paulo.");
  const auto heard = read({path});
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].text ==
        "The minister said \xE2\x80\x9Cno\xE2\x80\x9D in S\xC3\xA3o Paulo.");
  CHECK(heard.notes == std::vector<std::string>{path + ": is not UTF-8; read as Windows-1252"});
}

TEST_CASE("what is no article is told with its remedy, and the rest is read", "[read]") {
  const Folder folder("bad");
  const auto good = folder.write("good.txt", "Ministers met in Bern.");
  const auto empty = folder.write("empty.txt", "");
  const auto blank = folder.write("blank.txt", "\n \n");
  const auto date_only = folder.write("date.txt", "date 2022-01-01\n");
  const auto binary = folder.write("binary.txt", std::string("PK\x03\x04\0\0", 6));
  const auto damaged = folder.write("damaged.txt", "caf\xC3\xA9 and caf\xE9");
  const auto heard =
      read({folder.path() + "/gone.txt", empty, blank, date_only, binary, damaged, good});
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].id == "good");
  REQUIRE(heard.problems.size() == 6);
  CHECK(heard.problems[0] == folder.path() + "/gone.txt: no such file or folder; skipped");
  CHECK(heard.problems[1] == empty + ": is empty; skipped");
  CHECK(heard.problems[2] == blank + ": is empty; skipped");
  CHECK(heard.problems[3] == date_only + ": is empty; skipped");
  CHECK(heard.problems[4].find(binary + ": is packed and damaged, or cut short (") == 0);
  CHECK(heard.problems[5] ==
        damaged +
            ": is not valid UTF-8 (byte 14); convert it with iconv and read it again; skipped");
}

TEST_CASE("a folder is read by path, and one without articles is a problem", "[read]") {
  const Folder folder("folder");
  folder.write("b/2.txt", "Two.");
  folder.write("a/1.TXT", "One.");
  folder.write("c.jsonl", "{\"id\":\"x\",\"text\":\"Three.\"}\n");
  folder.write("notes.md", "Not an article.");
  const auto heard = read({folder.path()});
  REQUIRE(heard.documents.size() == 3);
  CHECK(heard.documents[0].id == "1");
  CHECK(heard.documents[1].id == "2");
  CHECK(heard.documents[2].id == "x");

  const Folder bare("bare");
  bare.write("notes.md", "Not an article.");
  CHECK(read({bare.path()}).problems ==
        std::vector<std::string>{bare.path() + ": holds no article (.txt, .jsonl, ...); skipped"});
}

TEST_CASE("JSON Lines give documents with all their facts", "[read]") {
  const Folder folder("json");
  const auto path =
      folder.write("a.jsonl",
                   "\xEF\xBB\xBF{\"id\":\"n1\",\"text\":\"One.\",\"title\":\"T\",\"date\":\"2022-"
                   "03-01T10:00:00Z\","
                   "\"url\":\"https://example.org/1\",\"source\":\"Paper\"}\r\n\n"
                   "{\"id\":7,\"text\":\"Two \\u201cquoted\\u201d.\",\"date\":\"soon\"}\n"
                   "{\"text\":\"Three.\"}");
  const auto heard = read({path});
  REQUIRE(heard.documents.size() == 3);
  CHECK(heard.documents[0].id == "n1");
  CHECK(heard.documents[0].title == "T");
  CHECK(heard.documents[0].url == "https://example.org/1");
  CHECK(heard.documents[0].source == "Paper");
  CHECK(heard.documents[0].date->iso() == "2022-03-01");
  CHECK(heard.documents[1].id == "7");
  CHECK_FALSE(heard.documents[1].date.has_value());
  CHECK(heard.notes ==
        std::vector<std::string>{path + ":3: has a date that is not understood, soon; left out"});
  CHECK(heard.documents[2].id == "a#4");
}

TEST_CASE("broken lines of JSON Lines are named, the others read", "[read]") {
  const Folder folder("broken");
  std::string deep(100000, '[');
  const auto path = folder.write("a.jsonl",
                                 "{\"id\":\"1\",\"text\":\"One.\"}\n"
                                 "{\"id\":\"2\",\"text\":\"Two\n"
                                 "{\"id\":\"3\",\"words\":\"Three.\"}\n"
                                 "{\"id\":\"4\",\"text\":4}\n"
                                 "[\"text\"]\n"
                                 "{\"id\":\"6\",\"text\":\"\"}\n"
                                 "{\"id\":\"7\",\"text\":\"\\ud800\"}\n"
                                 "{\"id\":\"8\",\"text\":\"a\\u0000b\"}\n" +
                                     deep + "\n{\"id\":\"10\",\"text\":\"Ten.\"}\n");
  const auto heard = read({path});
  REQUIRE(heard.documents.size() == 2);
  CHECK(heard.documents[1].id == "10");
  REQUIRE(heard.problems.size() == 8);
  const auto words = [&](std::size_t i) { return before_colon_is_kept(heard.problems[i], path); };
  CHECK(words(0).find(":2: is not valid JSON: ") == 0);
  CHECK(words(1) == ":3: has no \"text\" string; name it with --map text=NAME; line skipped");
  CHECK(words(2) == ":4: has no \"text\" string; name it with --map text=NAME; line skipped");
  CHECK(words(3) == ":5: is not a JSON object; line skipped");
  CHECK(words(4) == ":6: is empty; skipped");
  CHECK(words(5).find(":7: is not valid JSON: ") == 0);
  CHECK(words(6) == ":8: is binary data, not text; skipped");
  CHECK(words(7).find(":9: is not valid JSON: ") == 0);
}

TEST_CASE("standard input is JSON Lines if it begins with a brace", "[read]") {
  CHECK(read({"-"}, "{\"id\":\"x\",\"text\":\"One.\"}\n").documents.at(0).id == "x");
  const auto plain = read({"-"}, "date 2022-01-02\nOne.");
  CHECK(plain.documents.at(0).id == "stdin");
  CHECK(plain.documents.at(0).path == "-");
  CHECK(read({"-"}, "").problems == std::vector<std::string>{"-: is empty; skipped"});
}
