// What the web holds that would cost a program its memory or its life.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/read/heard.hpp"

using entente::tests::Folder;
using entente::tests::Heard;
using entente::tests::read;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// The only problem, without the path in front.
std::string problem(const Heard& heard, const std::string& path) {
  REQUIRE(heard.documents.empty());
  REQUIRE(heard.problems.size() == 1);
  REQUIRE(heard.problems[0].compare(0, path.size(), path) == 0);
  return heard.problems[0].substr(path.size());
}

/// `count` blocks of 128 kB of one letter, in four bytes each.
std::string zstd_bomb(std::size_t count) {
  std::string bytes("\x28\xB5\x2F\xFD\x00\x38", 6);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t last = i + 1 == count ? 1 : 0;
    const std::size_t header = last | 1U << 1U | (std::size_t{128} << 10U) << 3U;
    for (const unsigned shift : {0U, 8U, 16U}) bytes += static_cast<char>(header >> shift & 0xFFU);
    bytes += ' ';
  }
  return bytes;
}

std::string little_endian(std::size_t value, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
  return bytes;
}

/// A zip of the one file that gzip packed from standard input.
std::string zip_of(const std::string& gzip, const std::string& name) {
  const std::string deflated = gzip.substr(10, gzip.size() - 18);
  const std::string facts = little_endian(20, 2) + little_endian(0, 2) + little_endian(8, 2) +
                            little_endian(0, 4) + gzip.substr(gzip.size() - 8, 4) +
                            little_endian(deflated.size(), 4) + gzip.substr(gzip.size() - 4) +
                            little_endian(name.size(), 2) + little_endian(0, 2);
  const std::string file = "PK\x03\x04" + facts + name + deflated;
  const std::string entry =
      "PK\x01\x02" + little_endian(20, 2) + facts + little_endian(0, 14) + name;
  return file + entry + "PK\x05\x06" + little_endian(0, 4) + little_endian(1, 2) +
         little_endian(1, 2) + little_endian(entry.size(), 4) + little_endian(file.size(), 4) +
         little_endian(0, 2);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool run_in(const Folder& folder, const std::string& command) {
  return std::system(("cd '" + folder.path() + "' && " + command).c_str()) == 0;
}

}  // namespace

TEST_CASE("a decompression bomb is stopped", "[read]") {
  const Folder folder("bomb");
  REQUIRE(run_in(folder, "head -c 60000000 /dev/zero | tr '\\0' ' ' | gzip -9 > bomb.jsonl.gz"));
  REQUIRE(run_in(folder, "gzip -9 -c bomb.jsonl.gz > twice.jsonl.gz.gz"));
  folder.write("bomb.txt.zst", zstd_bomb(500));
  folder.write("bomb.zip", zip_of(bytes_of(folder.path() + "/bomb.jsonl.gz"), "a.jsonl"));
  REQUIRE(run_in(folder, "tar cf nested.tar bomb.zip"));
  entente::read::Options unbounded;
  unbounded.limits.document_bytes = std::size_t{1} << 30;
  for (const char* name : {"/bomb.jsonl.gz", "/twice.jsonl.gz.gz", "/bomb.txt.zst", "/bomb.zip",
                           "/nested.tar!bomb.zip"}) {
    CAPTURE(name);
    const auto path = folder.path() + name;
    const auto file = path.substr(0, path.find('!'));
    CHECK(problem(read({file}, {}, unbounded), path)
              .find(": unpacks to more than 200 times its size") == 0);
  }
  entente::read::Options options;
  options.limits.expansion = 100'000;
  const auto path = folder.path() + "/bomb.jsonl.gz";
  CHECK(problem(read({path}, {}, options), path).find("decompression bombs") == std::string::npos);
}

TEST_CASE("archives within archives end somewhere", "[read]") {
  const Folder folder("nested");
  folder.write("a.txt", "One.");
  REQUIRE(run_in(folder,
                 "tar cf 1.tar a.txt && tar cf 2.tar 1.tar && tar cf 3.tar 2.tar && "
                 "tar cf 4.tar 3.tar"));
  const auto path = folder.path() + "/4.tar";
  CHECK(problem(read({path}), path) ==
        "!3.tar!2.tar!1.tar: is packed too many times over; skipped");
  CHECK(read({folder.path() + "/3.tar"}).documents.size() == 1);
}

TEST_CASE("names in archives lead nowhere, and links are passed over", "[read]") {
  const Folder folder("paths");
  folder.write("in/a.txt", "One.");
  REQUIRE(run_in(folder,
                 "ln -s /etc/passwd in/link.txt && mkfifo in/pipe.txt && tar cf a.tar "
                 "--absolute-names --transform='s|in/a|../../../etc/a|' in"));
  const auto heard = read({folder.path() + "/a.tar"});
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].id == "a");
  CHECK(heard.documents[0].path == folder.path() + "/a.tar!etc/a.txt");
  CHECK(heard.problems.empty());
}

TEST_CASE("a damaged archive gives what comes before the damage", "[read]") {
  const Folder folder("cut");
  folder.write("a.txt", "One.");
  folder.write("b.txt", times(50'000, "Two is much longer than one. "));
  REQUIRE(run_in(folder, "tar cf - a.txt b.txt > all.tar && head -c 40000 all.tar > cut.tar"));
  const auto heard = read({folder.path() + "/cut.tar"});
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].text == "One.");
  REQUIRE(heard.problems.size() == 1);
  CHECK(heard.problems[0].find("cut.tar: is packed and damaged, or cut short") !=
        std::string::npos);
}

TEST_CASE("deeply nested markup is refused or read, never followed into the ground", "[read]") {
  const Folder folder("deep");
  const auto html =
      folder.write("a.html", "<html><body>" + times(100'000, "<div>") + "<p>They met in Bern.</p>");
  CHECK(problem(read({html}), html) == ": nests elements too deeply; skipped");
  const auto unclosed =
      folder.write("b.html", "<html><body><p>They met in the old town of Bern.</p>" +
                                 times(100'000, "<p><li><br>"));
  CHECK(read({unclosed}).documents.size() == 1);
  const auto xml = folder.write("a.rss", "<rss>" + times(100'000, "<a>"));
  CHECK(problem(read({xml}), xml).find(":1: nests elements too deeply") == 0);
  const auto json = folder.write("a.json", times(1'000'000, "["));
  CHECK(problem(read({json}), json).find(": is not valid JSON") == 0);
  const auto objects = folder.write("b.json", times(500'000, "{\"a\":"));
  CHECK(problem(read({objects}), objects).find(": is not valid JSON") == 0);
}

TEST_CASE("entities are not expanded", "[read]") {
  const Folder folder("entities");
  const auto laughs = folder.write(
      "a.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss>"
      "<item><description>&b;</description></item></rss>");
  CHECK(problem(read({laughs}), laughs) == ":1: declares entities, which feeds need not; skipped");
  const auto outside = folder.write(
      "b.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
      "<rss><item><description>&f;</description></item></rss>");
  CHECK(problem(read({outside}), outside).find("declares entities") != std::string::npos);
}

TEST_CASE("gigantic lines, rows and texts are passed over, and what follows is read", "[read]") {
  const Folder folder("giant");
  entente::read::Options options;
  options.limits.document_bytes = 1000;
  const std::string giant(20'000, 'x');
  const auto lines = folder.write(
      "a.jsonl", "{\"text\":\"" + giant + "\"}\n{\"id\":\"2\",\"text\":\"" + giant.substr(0, 2000) +
                     "\"}\n{\"id\":\"3\",\"text\":\"Three.\"}\n");
  auto heard = read({lines}, {}, options);
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].id == "3");
  CHECK(heard.problems ==
        std::vector<std::string>{
            lines + ":1: is longer than 8000 bytes; raise --max-document; line skipped",
            lines + ":2: is longer than 1000 bytes; split it into articles, or raise "
                    "--max-document; skipped"});
  const auto rows = folder.write("a.csv", "id,text\n1,\"" + giant + "\"\n2,Two.\n");
  heard = read({rows}, {}, options);
  REQUIRE(heard.documents.size() == 1);
  CHECK(heard.documents[0].id == "2");
  CHECK(heard.problems ==
        std::vector<std::string>{rows + ":2: is too long a row; raise --max-document; skipped"});
  const auto text = folder.write("a.txt", giant);
  CHECK(problem(read({text}, {}, options), text).find(": is longer than 1000 bytes") == 0);
}

TEST_CASE("NULs and lone surrogates are refused in every format", "[read]") {
  const Folder folder("bytes");
  using namespace std::string_literals;
  const auto text = folder.write("a.txt", "One\0two."s);
  CHECK(problem(read({text}), text) == ": is binary data, not text; skipped");
  const auto lines = folder.write("a.jsonl", "{\"text\":\"One\\u0000two.\"}\n");
  CHECK(problem(read({lines}), lines) == ":1: is binary data, not text; skipped");
  const auto lone = folder.write("b.jsonl", "{\"text\":\"\\udc00\"}\n");
  CHECK(problem(read({lone}), lone).find(":1: is not valid JSON") == 0);
  const auto raw = folder.write("c.jsonl", "{\"text\":\"\xED\xA0\x80\"}\n");
  CHECK(problem(read({raw}), raw).find(":1: is not valid JSON") == 0);
  const auto table = folder.write("a.csv", "text\nOne\0two.\n"s);
  CHECK(problem(read({table}), table) == ":2: is binary data, not text; skipped");
  const auto feed =
      folder.write("a.rss", "<rss><item><description>&#0;</description></item></rss>");
  CHECK(problem(read({feed}), feed).find(":1: is not valid XML") == 0);
}

TEST_CASE("facts of a record are one clean line each", "[read]") {
  const Folder folder("facts");
  const auto path =
      folder.write("a.jsonl",
                   "{\"id\":\"a\\nb\\u001b[2J\",\"title\":\"=cmd|' /C calc'!A0\\u0000\","
                   "\"text\":\"They met.\"}\n");
  const auto document = read({path}).documents.at(0);
  CHECK(document.id == "a b [2J");
  CHECK(document.title == "=cmd|' /C calc'!A0");
}
