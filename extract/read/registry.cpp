#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <istream>

#include "extract/read/readers.hpp"
#include "util/error.hpp"

namespace entente::read {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 1> text_extensions{".txt"};
constexpr std::array<std::string_view, 2> json_extensions{".jsonl", ".ndjson"};

constexpr std::array<ReaderInfo, 2> rows{{
    {"text", "one article a file; a first line \"date YYYY-MM-DD\" dates it", text_extensions,
     &read_plain_text},
    {"jsonl", "JSON Lines: \"id\", \"text\", optional \"title\", \"date\", \"url\", \"source\"",
     json_extensions, &read_json_lines},
}};

const ReaderInfo* reader_for(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& row : rows) {
    const auto& known = row.extensions;
    if (std::find(known.begin(), known.end(), extension) != known.end()) return &row;
  }
  return nullptr;
}

void read_file(const fs::path& path, const Sink& sink) {
  std::ifstream file(path, std::ios::binary);
  if (!file || file.peek() == std::ifstream::traits_type::eof()) {
    if (file.eof()) throw InputError(path.string(), 0, "is empty; skipped");
    throw InputError(path.string(), 0, "cannot be read; check its permissions; skipped");
  }
  const ReaderInfo* reader = reader_for(path);
  (reader != nullptr ? reader : rows.data())->read(file, path.string(), path.stem().string(), sink);
}

/// Everything under the folder that some reader reads, by path.
std::vector<fs::path> articles_in(const fs::path& folder) {
  std::vector<fs::path> found;
  const auto options = fs::directory_options::skip_permission_denied;
  for (const auto& entry : fs::recursive_directory_iterator(folder, options)) {
    if (entry.is_regular_file() && reader_for(entry.path()) != nullptr) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

void read_folder(const fs::path& folder, const Sink& sink) {
  const auto articles = articles_in(folder);
  if (articles.empty()) {
    throw InputError(folder.string(), 0, "holds no article (.txt, .jsonl); skipped");
  }
  for (const auto& path : articles) {
    try {
      read_file(path, sink);
    } catch (const InputError& error) {
      sink.problem(error.what());
    }
  }
}

void read_standard_input(std::istream& input, const Sink& sink) {
  const bool json = input.peek() == '{';
  rows[json ? 1 : 0].read(input, "-", "stdin", sink);
}

void read_input(const std::string& input, std::istream& standard_input, const Sink& sink) {
  if (input == "-") return read_standard_input(standard_input, sink);
  const fs::path path(input);
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw InputError(input, 0, "no such file or folder; skipped");
  if (fs::is_directory(status)) return read_folder(path, sink);
  read_file(path, sink);
}

}  // namespace

std::span<const ReaderInfo> readers() { return rows; }

std::uintmax_t size_of(const std::vector<std::string>& inputs) {
  std::uintmax_t sum = 0;
  const auto add = [&sum](const fs::path& path) {
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    if (!failed) sum += size;
  };
  for (const auto& input : inputs) {
    std::error_code failed;
    if (!fs::is_directory(input, failed)) {
      add(input);
      continue;
    }
    for (fs::recursive_directory_iterator entry(input, failed), end; !failed && entry != end;
         entry.increment(failed)) {
      if (reader_for(entry->path()) != nullptr) add(entry->path());
    }
  }
  return sum;
}

void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const Sink& sink) {
  for (const auto& input : inputs) {
    try {
      read_input(input, standard_input, sink);
    } catch (const InputError& error) {
      sink.problem(error.what());
    } catch (const std::filesystem::filesystem_error& error) {
      sink.problem(input + ": " + error.code().message() + "; skipped");
    }
  }
}

}  // namespace entente::read
