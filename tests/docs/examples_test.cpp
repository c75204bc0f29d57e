// Runs every command that the pages under docs/ show, on the example articles. It must succeed,
// print something, and under the same heads of columns; the exact rows, which change with what
// the program finds, are written by tools/refresh_readme.py.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path root = ENTENTE_SOURCE_DIR;

struct Example {
  std::string command;
  std::string first_line;  ///< of what it printed
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// Lines "$ ..." in fenced blocks, with the lines that close their quotes.
std::vector<Example> examples_of(const fs::path& page) {
  std::vector<Example> found;
  bool fenced = false;
  const auto lines = lines_of(page);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].rfind("```", 0) == 0) fenced = !fenced;
    if (!fenced || lines[i].rfind("$ ", 0) != 0) continue;
    Example example{lines[i].substr(2), {}};
    while (std::count(example.command.begin(), example.command.end(), '"') % 2 != 0 &&
           i + 1 < lines.size()) {
      example.command += "\n" + lines[++i];
    }
    if (i + 1 < lines.size()) example.first_line = lines[i + 1];
    found.push_back(std::move(example));
  }
  return found;
}

std::string words_of(const std::string& line) {
  std::istringstream in(line);
  std::string words;
  for (std::string word; in >> word;) words += word + " ";
  return words;
}

struct Outcome {
  int code = -1;
  std::vector<std::string> printed;
};

Outcome run(const fs::path& folder, const std::string& command) {
  std::ofstream(folder / "command") << command << '\n';
  const std::string path = std::getenv("PATH") != nullptr ? std::getenv("PATH") : "";
  setenv("PATH", (std::string(ENTENTE_BINARY_DIR) + "/cli:" + path).c_str(), 1);
  const int status =
      std::system(("cd '" + folder.string() + "' && sh ./command >out 2>&1 </dev/null").c_str());
  setenv("PATH", path.c_str(), 1);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, lines_of(folder / "out")};
}

}  // namespace

TEST_CASE("every example of the documentation runs", "[docs]") {
  const fs::path folder = fs::temp_directory_path() / "entente-docs";
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(root / "examples", folder / "examples", fs::copy_options::recursive);
  REQUIRE(run(folder, "entente build examples --db graph.db").code == 0);
  std::size_t count = 0;
  for (const char* name : {"queries.md"}) {
    for (const auto& example : examples_of(root / "docs" / name)) {
      ++count;
      CAPTURE(name, example.command);
      const auto outcome = run(folder, example.command);
      CHECK(outcome.code == 0);
      REQUIRE_FALSE(outcome.printed.empty());
      if (example.command.rfind("entente query", 0) != 0) continue;
      CHECK(words_of(outcome.printed[0]) == words_of(example.first_line));
      CHECK(outcome.printed.size() > 2);  // head, rule, and at least a row
    }
  }
  CHECK(count >= 35);
  fs::remove_all(folder);
}
