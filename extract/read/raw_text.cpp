#include "extract/read/raw_text.hpp"

#include <algorithm>

#include "extract/read/bounded.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && white_space.find(c) == std::string_view::npos;
}

bool is_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
  return static_cast<std::size_t>(controls) * 100 > bytes.size();
}

/// Text in a one-byte code page practically never forms a valid UTF-8 sequence, so
/// one that is there says that the text is UTF-8 with damage.
bool has_utf8_sequence(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (static_cast<unsigned char>(bytes[at]) < 0xC2) continue;
    for (std::size_t length = 2; length <= 4; ++length) {
      const auto piece = bytes.substr(at, length);
      if (piece.size() == length && !util::first_invalid_utf8(piece) &&
          static_cast<unsigned char>(piece[1]) >= 0x80) {
        return true;
      }
    }
  }
  return false;
}

std::string unix_lines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      lines += '\n';
    }
  }
  return lines;
}

}  // namespace

std::string clean_text(std::string_view bytes, const Place& place, std::size_t line) {
  const auto& path = place.path;
  const std::size_t most = place.options.limits.document_bytes;
  bytes = util::without_bom(bytes);
  if (bytes.find_first_not_of(white_space) == std::string_view::npos) {
    throw InputError(path, line, "is empty; skipped");
  }
  if (bytes.size() > most) {
    throw InputError(path, line,
                     "is longer than " + in_megabytes(most) +
                         "; split it into articles, or raise --max-document; skipped");
  }
  if (is_binary(bytes)) {
    throw InputError(path, line, "is binary data, not text; skipped");
  }
  const auto bad = util::first_invalid_utf8(bytes);
  if (!bad) return unix_lines(bytes);
  const auto converted =
      has_utf8_sequence(bytes) ? std::nullopt : util::utf8_from_windows_1252(bytes);
  if (!converted) {
    throw InputError(path, line,
                     "is not valid UTF-8 (byte " + std::to_string(*bad + 1) +
                         "); convert it with iconv and read it again; skipped");
  }
  place.sink.note({path, line, "is not UTF-8; read as Windows-1252"});
  return unix_lines(*converted);
}

std::optional<util::Date> take_date_line(std::string& text) {
  constexpr std::string_view word = "date ";
  const auto start = std::min(text.find_first_not_of(white_space), text.size());
  if (text.compare(start, word.size(), word) != 0) return std::nullopt;
  const auto at = text.find_first_not_of(' ', start + word.size());
  if (at == std::string::npos) return std::nullopt;
  const auto date = util::Date::parse(std::string_view(text).substr(at, 10));
  const bool ends =
      at + 10 >= text.size() || white_space.find(text[at + 10]) != std::string_view::npos;
  if (!date || !ends) return std::nullopt;
  text.erase(0, std::min(text.find_first_not_of(white_space, at + 10), text.size()));
  return date;
}

}  // namespace entente::read
