// What reading a file of a scratch folder gives and says.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "extract/read/reader.hpp"
#include "tests/support/temporary.hpp"

namespace entente::tests {

struct Heard {
  std::vector<text::Document> documents;
  std::vector<std::string> problems;
  std::vector<std::string> notes;
  std::vector<std::string> languages;

  read::Sink sink() {
    return {[this](text::Document&& document) { documents.push_back(std::move(document)); },
            [this](const InputError& error) { problems.emplace_back(error.what()); },
            [this](const InputError& error) { notes.emplace_back(error.what()); },
            [this](const std::string& words) { languages.push_back(words); }};
  }
};

/// A folder of its own, removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(tests::temporary_path(name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

inline Heard read(const std::vector<std::string>& inputs, const std::string& standard_input = {},
                  const read::Options& options = {}) {
  Heard heard;
  std::istringstream input(standard_input);
  read::read_inputs(inputs, input, options, heard.sink());
  return heard;
}

}  // namespace entente::tests
