// Runs the commands of tests/cli/golden/*.golden and compares what they print.
//
//   A sentence that says what is tested.
//     $ entente version
//     the expected standard output,
//     ! the expected standard error
//     [1]
//
// Lines indented by two belong to the command above them; "[n]" is the exit code where it is not
// 0. Each file runs in an empty folder of its own that holds sample.db. With
// ENTENTE_REWRITE=1 the expected lines are written anew: read the difference.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path source_dir = ENTENTE_SOURCE_DIR;
const fs::path binary_dir = ENTENTE_BINARY_DIR;

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void set_environment() {
  const char* path = std::getenv("PATH");
  setenv("PATH", ((binary_dir / "cli").string() + ":" + (path != nullptr ? path : "")).c_str(), 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("EXAMPLES", (source_dir / "examples").c_str(), 1);
  setenv("SCHEMAS", (source_dir / "schemas").c_str(), 1);
  // Without a model in the tree the stages are stand-ins that need none.
  if (!fs::exists(source_dir / "models" / "english.model")) setenv("ENTENTE_MODEL", "/dev/null", 1);
}

class Scratch {
 public:
  explicit Scratch(const std::string& name) : path_(binary_dir / "golden" / name) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "work");
    entente::tests::write_sample_database((path_ / "work" / "sample.db").string());
  }

  /// What the command printed, in the form of the file.
  [[nodiscard]] std::vector<std::string> run(const std::string& command) const {
    std::ofstream(path_ / "command") << command << '\n';
    const std::string line =
        "cd '" + (path_ / "work").string() + "' && sh ../command >../out 2>../err </dev/null";
    const int status = std::system(line.c_str());
    std::vector<std::string> printed;
    for (const auto& text : lines_of(path_ / "out")) printed.push_back("  " + text);
    for (const auto& text : lines_of(path_ / "err")) printed.push_back("  ! " + text);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code != 0) printed.push_back("  [" + std::to_string(code) + "]");
    return printed;
  }

 private:
  fs::path path_;
};

bool is_indented(const std::string& line) { return line.compare(0, 2, "  ") == 0; }

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// Runs one file and gives it as it would be if all were as expected.
std::vector<std::string> run_file(const fs::path& path) {
  const Scratch scratch(path.stem().string());
  std::vector<std::string> actual;
  const auto expected = lines_of(path);
  for (std::size_t i = 0; i < expected.size();) {
    actual.push_back(expected[i]);
    if (expected[i].compare(0, 4, "  $ ") != 0) {
      ++i;
      continue;
    }
    const auto printed = scratch.run(expected[i].substr(4));
    actual.insert(actual.end(), printed.begin(), printed.end());
    std::vector<std::string> wanted;
    const std::string command = expected[i];
    for (++i; i < expected.size() && is_indented(expected[i]) && expected[i].substr(0, 4) != "  $ ";
         ++i) {
      wanted.push_back(expected[i]);
    }
    CAPTURE(path.filename().string(), command);
    CHECK(joined(printed) == joined(wanted));
  }
  return actual;
}

}  // namespace

TEST_CASE("every command prints what its golden file says", "[cli]") {
  set_environment();
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source_dir / "tests" / "cli" / "golden")) {
    if (entry.path().extension() == ".golden") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  for (const auto& path : files) {
    const auto actual = run_file(path);
    if (std::getenv("ENTENTE_REWRITE") != nullptr) std::ofstream(path) << joined(actual);
  }
}
