// Files, folders and standard input to documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::read {

/// Who gets what is read. Each call gets words ready to print. Reading goes on
/// after a problem with the next line or file; an exception of `document` stops it.
struct Sink {
  std::function<void(text::Document&&)> document;
  std::function<void(const std::string&)> problem;  ///< something was skipped
  std::function<void(const std::string&)> note;     ///< something was repaired
};

/// One format; a row of read/registry.cpp.
struct ReaderInfo {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> extensions;  ///< with the dot: ".txt"
  /// Reads one file. `path` is for messages and Document::path, `stem` for ids.
  void (*read)(std::istream& input, const std::string& path, const std::string& stem,
               const Sink& sink);
};

/// All formats, in the order in which help lists them.
std::span<const ReaderInfo> readers();

/// Documents above this many bytes are refused.
inline constexpr std::size_t max_document_bytes = 64u << 20;

/// Reads every input in the order given: files by their extension (any other as
/// plain text), folders with all they hold, by path, and "-" for standard input,
/// whose first byte tells JSON Lines from plain text.
void read_inputs(const std::vector<std::string>& inputs, std::istream& standard_input,
                 const Sink& sink);

/// Bytes of the files that the inputs name, as far as they can be told.
std::uintmax_t size_of(const std::vector<std::string>& inputs);

}  // namespace entente::read
