// Every export of the sample graph against tests/render/golden/NAME.golden, and of the
// graph with hostile names against tests/render/golden/hostile/. With ENTENTE_REWRITE=1
// they are written anew: read the difference.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "render/escape.hpp"
#include "tests/catch.hpp"
#include "tests/render/exported.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const fs::path golden = fs::path(ENTENTE_SOURCE_DIR) / "tests" / "render" / "golden";

void compare(const fs::path& path, const std::string& text) {
  if (std::getenv("ENTENTE_REWRITE") != nullptr) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string wanted{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  CAPTURE(path.string());
  CHECK(text == wanted);
}

}  // namespace

TEST_CASE("every export writes what its golden file says", "[render]") {
  const auto sample = tests::sample();
  const auto hostile = tests::hostile();
  for (const auto& row : render::exports()) {
    const std::string name(row.name);
    compare(golden / (name + ".golden"), tests::exported(sample, name));
    compare(golden / "hostile" / (name + ".golden"), tests::exported(hostile, name));
    CHECK(tests::exported(sample, name) == tests::exported(sample, name));
  }
  compare(golden / "graphml-merged.golden", tests::exported(sample, "graphml", true));
  compare(golden / "csv-merged.golden", tests::exported(sample, "csv", true));
}

TEST_CASE("an empty graph is a whole file in every format", "[render]") {
  const auto empty = tests::with({});
  std::string all;
  for (const auto& row : render::exports()) {
    all += "== " + std::string(row.name) + "\n" + tests::exported(empty, row.name);
  }
  compare(golden / "empty.golden", all);
}

TEST_CASE("text is made safe for each family of formats", "[render]") {
  using namespace entente::render;
  CHECK(escaped(append_xml, "<a> & \"b\" \x01\uFFFE\uFFFD") ==
        "&lt;a&gt; &amp; &quot;b&quot;   \uFFFD");
  CHECK(escaped(append_csv, "plain") == "plain");
  CHECK(escaped(append_csv, "say \"a, b\"\nnow") == "\"say \"\"a, b\"\" now\"");
  CHECK(escaped(append_csv, "=1+1") == "'=1+1");
  CHECK(escaped(append_csv, "@a,b") == "\"'@a,b\"");
  CHECK(escaped(append_tsv, "a\tb\nc") == "a b c");
  CHECK(escaped(append_turtle, "\\ \" \n \x02") == "\\u005C \\\" \\n \\u0002");
  CHECK(escaped(append_iri, "a b<c>#%") == "a%20b%3Cc%3E%23%25");
  CHECK(escaped(append_link, "http://x/a b#c%20") == "http://x/a%20b#c%20");
  CHECK(is_web_address("https://example.org/"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK(clipped("\u05e9\u05dc\u05d5\u05dd", 2) == "\u05e9\u2026");
  CHECK(clipped("\u05e9\u05dc\u05d5\u05dd", 4) == "\u05e9\u05dc\u05d5\u05dd");
  CHECK(escaped(append_mermaid, "\"#<`") == "#quot;#35;#lt;#96;");
  CHECK(escaped(append_markdown, "*a* [b](c)|") == "\\*a\\* \\[b\\](c)\\|");
}
