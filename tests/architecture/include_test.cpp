// The include table of docs/architecture.md against the #include lines of the sources.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path root = ENTENTE_SOURCE_DIR;

struct Rules {
  std::map<std::string, std::set<std::string>> may;     ///< folder -> folders
  std::map<std::string, std::string> owner_of_library;  ///< header prefix -> folder
};

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell);
  return cells;
}

Rules read_rules() {
  Rules rules;
  std::ifstream file(root / "docs" / "architecture.md");
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("| folder |", 0) == 0) {
      inside = true;
      continue;
    }
    inside = inside && line.rfind("|", 0) == 0;
    if (!inside || line.rfind("|--", 0) == 0) continue;
    const auto cells = cells_of(line);
    const auto folder = words_of(cells.at(0)).at(0);
    const auto allowed = words_of(cells.at(1));
    rules.may[folder] = {allowed.begin(), allowed.end()};
    for (const auto& library : words_of(cells.at(2))) rules.owner_of_library[library] = folder;
  }
  return rules;
}

std::string folder_of(const fs::path& relative) { return relative.parent_path().generic_string(); }

/// Every complaint about one source file.
std::vector<std::string> complaints(const Rules& rules, const fs::path& file) {
  std::vector<std::string> found;
  const std::string folder = folder_of(fs::relative(file, root));
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("#include ", 0) != 0 || line.size() < 12) continue;
    const std::string header = line.substr(10, line.find_last_of("\">") - 10);
    if (line[9] == '"') {
      const std::string other = folder_of(header);
      const bool ours =
          other == folder || other == "embedded" || rules.may.at(folder).count(other) != 0;
      if (!ours) found.push_back(file.string() + " includes " + header);
      continue;
    }
    for (const auto& [library, owner] : rules.owner_of_library) {
      if (header.rfind(library, 0) == 0 && owner != folder) {
        found.push_back(file.string() + " includes " + header);
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every folder includes only what docs/architecture.md lets it", "[architecture]") {
  const Rules rules = read_rules();
  REQUIRE(rules.may.size() == 13);
  REQUIRE(rules.owner_of_library.size() == 11);
  std::size_t files = 0;
  for (const auto& [folder, allowed] : rules.may) {
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      ++files;
      for (const auto& words : complaints(rules, entry.path())) FAIL_CHECK(words);
    }
  }
  CHECK(files > 50);
}

TEST_CASE("headers have a guard and say what they are for", "[architecture]") {
  for (const auto& [folder, allowed] : read_rules().may) {
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      if (entry.path().extension() != ".hpp") continue;
      CAPTURE(entry.path().string());
      std::ifstream in(entry.path());
      std::stringstream text;
      text << in.rdbuf();
      CHECK(text.str().rfind("// ", 0) == 0);
      CHECK(text.str().find("\n#pragma once\n") != std::string::npos);
    }
  }
}
