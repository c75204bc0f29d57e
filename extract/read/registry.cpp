#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <istream>

#include "extract/read/archive.hpp"
#include "extract/read/language.hpp"
#include "extract/read/parts.hpp"
#include "extract/read/peekable.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/lower.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 1> text_extensions{".txt"};
constexpr std::array<std::string_view, 2> lines_extensions{".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 1> json_extensions{".json"};
constexpr std::array<std::string_view, 1> csv_extensions{".csv"};
constexpr std::array<std::string_view, 2> tsv_extensions{".tsv", ".tab"};
constexpr std::array<std::string_view, 3> html_extensions{".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 3> feed_extensions{".rss", ".atom", ".xml"};
constexpr std::array<std::string_view, 2> warc_extensions{".warc", ".wet"};
/// Those that pack many files, and those around one.
constexpr std::array<std::string_view, 5> archive_extensions{".tar", ".zip", ".tgz", ".tbz2",
                                                             ".txz"};
constexpr std::array<std::string_view, 4> packed_extensions{".gz", ".zst", ".bz2", ".xz"};

enum Row { text, lines, json, csv, tsv, html, feed, warc };

constexpr std::array<ReaderInfo, 8> rows{{
    {"text", "one article a file; a first line \"date YYYY-MM-DD\" dates it", text_extensions,
     &read_plain_text},
    {"jsonl", "JSON Lines: \"id\", \"text\", optional \"title\", \"date\", \"url\", \"source\"",
     lines_extensions, &read_json_lines},
    {"json", "the same as one object (news-please, trafilatura) or an array", json_extensions,
     &read_json},
    {"csv", "a table whose first row names the columns", csv_extensions, &read_csv},
    {"tsv", "the same with tabs", tsv_extensions, &read_tsv},
    {"html", "a web page with one article", html_extensions, &read_html},
    {"feed", "RSS or Atom, an article an item", feed_extensions, &read_feed},
    {"warc", "web archives, an article a page", warc_extensions, &read_warc},
}};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string extension_of(const fs::path& path) { return util::lower(path.extension().string()); }

const ReaderInfo* reader_for(const fs::path& path) {
  const std::string extension = extension_of(path);
  for (const auto& row : rows) {
    if (std::find(row.extensions.begin(), row.extensions.end(), extension) !=
        row.extensions.end()) {
      return &row;
    }
  }
  return nullptr;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return std::equal(
      beginning.begin(), beginning.end(), text.begin(),
      text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), beginning.size())),
      [](char one, char other) {
        return one == (other >= 'A' && other <= 'Z' ? other + 32 : other);
      });
}

/// What a stream without a telling name looks like.
const ReaderInfo& reader_by_bytes(std::string_view bytes) {
  bytes = util::without_bom(bytes);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (begins_with(bytes, "{")) return rows[Row::lines];
  if (begins_with(bytes, "[{")) return rows[Row::json];
  if (begins_with(bytes, "warc/")) return rows[Row::warc];
  const bool markup =
      begins_with(bytes, "<?xml") || begins_with(bytes, "<rss") || begins_with(bytes, "<feed");
  if (markup && bytes.find("<html") == std::string_view::npos) return rows[Row::feed];
  if (begins_with(bytes, "<!doctype html") || begins_with(bytes, "<html") || markup) {
    return rows[Row::html];
  }
  return rows[Row::text];
}

class CountingFile : public std::filebuf {
 public:
  CountingFile(const fs::path& path, std::atomic<std::uintmax_t>* bytes) : bytes_(bytes) {
    open(path, std::ios::in | std::ios::binary);
  }

 protected:
  int_type underflow() override {
    const auto got = std::filebuf::underflow();
    if (bytes_ != nullptr) *bytes_ += static_cast<std::uintmax_t>(egptr() - gptr());
    return got;
  }
  std::streamsize xsgetn(char* to, std::streamsize most) override {
    const auto waiting = egptr() - gptr();
    const auto got = std::filebuf::xsgetn(to, most);
    if (bytes_ != nullptr && got > waiting) {
      *bytes_ += static_cast<std::uintmax_t>(got - waiting);
    }
    return got;
  }

 private:
  std::atomic<std::uintmax_t>* bytes_;
};

void read_file(const fs::path& path, const Options& options, const Sink& sink) {
  CountingFile file(path, options.bytes_read.get());
  std::error_code ignored;
  if (!file.is_open()) {
    throw InputError(path.string(), 0, "cannot be read; check its permissions; skipped");
  }
  if (file.sgetc() == CountingFile::traits_type::eof()) {
    throw InputError(path.string(), 0, "is empty; skipped");
  }
  std::istream stream(&file);
  read_stream(stream, path.filename().string(),
              {path.string(), path.stem().string(), options, sink});
}

/// Everything in the folder that some reader reads, by path; folder by folder, so that
/// no list grows with the archive.
std::size_t read_files_in(const fs::path& folder, const Options& options, const Sink& sink) {
  std::vector<fs::directory_entry> entries;
  try {
    const auto skip = fs::directory_options::skip_permission_denied;
    for (const auto& entry : fs::directory_iterator(folder, skip)) entries.push_back(entry);
  } catch (const fs::filesystem_error& error) {
    sink.problem({folder.string(), 0, error.code().message() + "; skipped"});
  }
  std::sort(entries.begin(), entries.end());
  std::size_t articles = 0;
  for (const auto& entry : entries) {
    std::error_code failed;
    if (entry.is_directory(failed) && !entry.is_symlink(failed)) {
      articles += read_files_in(entry.path(), options, sink);
    } else if (entry.is_regular_file(failed) && is_readable_name(entry.path().string())) {
      ++articles;
      try {
        read_file(entry.path(), options, sink);
      } catch (const InputError& error) {
        sink.problem(error);
      }
    }
  }
  return articles;
}

void read_input(const std::string& input, std::istream& standard_input, const Options& options,
                const Sink& sink) {
  if (input == "-") return read_stream(standard_input, "", {"-", "stdin", options, sink});
  const fs::path path(input);
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) throw InputError(input, 0, "no such file or folder; skipped");
  if (!fs::is_directory(status)) return read_file(path, options, sink);
  if (read_files_in(path, options, sink) == 0) {
    throw InputError(input, 0, "holds no article (.txt, .jsonl, ...); skipped");
  }
}

/// Keeps back documents that are not in English.
Sink english_only(const Sink& sink) {
  Sink filtered = sink;
  filtered.document = [sink](text::Document&& document) {
    const std::string language = foreign_language(document.text);
    if (language.empty()) return sink.document(std::move(document));
    if (sink.other_language) sink.other_language(language);
  };
  return filtered;
}

}  // namespace

std::span<const ReaderInfo> readers() { return rows; }

bool is_wrapping_name(const std::string& name) {
  return holds(packed_extensions, extension_of(name));
}

bool is_readable_name(const std::string& name) {
  fs::path path(name);
  while (is_wrapping_name(path.string())) path = path.stem();
  return reader_for(path) != nullptr || holds(archive_extensions, extension_of(path));
}

void read_stream(std::istream& input, const std::string& name, const Place& place) {
  PeekableBuffer buffer(*input.rdbuf());
  std::istream stream(&buffer);
  const std::string_view bytes = buffer.peek();
  if (is_packed(bytes)) return read_archive(stream, place);
  const ReaderInfo* reader = reader_for(name);
  (reader != nullptr ? *reader : reader_by_bytes(bytes)).read(stream, place);
}

void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const Options& options, const Sink& sink) {
  const Sink wanted = in_parts(options.any_language ? sink : english_only(sink), options);
  for (const auto& input : inputs) {
    try {
      read_input(input, standard_input, options, wanted);
    } catch (const InputError& error) {
      sink.problem(error);
    } catch (const std::filesystem::filesystem_error& error) {
      sink.problem({input, 0, error.code().message() + "; skipped"});
    }
  }
}

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
      if (is_readable_name(entry->path().string())) add(entry->path());
    }
  }
  return sum;
}

}  // namespace entente::read
