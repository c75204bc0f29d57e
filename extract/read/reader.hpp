// Files, folders, archives and standard input to documents.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/document.hpp"
#include "util/error.hpp"

namespace entente::read {

/// Who gets what is read, and what there is to say, which is not thrown. Reading goes on after
/// a problem with the next line or file; an exception of `document` stops it.
struct Sink {
  std::function<void(text::Document&&)> document;
  std::function<void(const InputError&)> problem;          ///< something was skipped
  std::function<void(const InputError&)> note;             ///< something was repaired
  std::function<void(const std::string&)> other_language;  ///< a document that is not in English
};

/// What the web holds that would cost a program its memory or its life.
struct Limits {
  std::size_t document_bytes = 8u << 20;  ///< of an article's text
  std::size_t part_bytes = 100u << 10;    ///< of a longer text that are one document
  std::size_t expansion = 200;            ///< times its size that packed data may hold
  int nesting = 3;                        ///< archives within archives

  /// A line of JSON, a page, a row: markup and all.
  [[nodiscard]] std::size_t record_bytes() const { return document_bytes * 8; }
};

struct Options {
  Limits limits;
  /// Our name of a field to the input's: "text" to "body". Before the usual names.
  std::map<std::string, std::string> fields;
  bool any_language = false;  ///< also what is not English
  /// Bytes of the inputs read so far, packed as they are; may be null.
  std::shared_ptr<std::atomic<std::uintmax_t>> bytes_read;
};

/// Where a stream's bytes are from, and how to treat them.
struct Place {
  std::string path;  ///< for messages and Document::path
  std::string stem;  ///< for ids
  const Options& options;
  const Sink& sink;
  int nesting = 0;  ///< archives around it
};

/// One format; a row of read/registry.cpp.
struct ReaderInfo {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> extensions;  ///< with the dot: ".txt"
  /// Throws InputError if the whole stream is of no use.
  void (*read)(std::istream& input, const Place& place);
};

/// All formats, in the order in which help lists them.
std::span<const ReaderInfo> readers();

/// Reads every input in the order given: files by their extension (others by their
/// first bytes), folders with all they hold, by path, and "-" for standard input,
/// whose first bytes tell what it is. What is packed is unpacked, whatever its name.
void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const Options& options, const Sink& sink);

/// Bytes of the files that the inputs name, as far as they can be told.
std::uintmax_t size_of(const std::vector<std::string>& inputs);

}  // namespace entente::read
