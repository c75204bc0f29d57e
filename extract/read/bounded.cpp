#include "extract/read/bounded.hpp"

#include <array>
#include <istream>

#include "util/error.hpp"

namespace entente::read {

// Straight from the buffer: a stream's own functions would swallow what a buffer throws.

std::string read_all(std::istream& input, std::size_t most, const std::string& path) {
  std::string all;
  std::array<char, 65536> piece;
  auto& buffer = *input.rdbuf();
  for (;;) {
    const auto got = buffer.sgetn(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (got <= 0) return all;
    all.append(piece.data(), static_cast<std::size_t>(got));
    if (all.size() > most) {
      throw InputError(path, 0,
                       "is longer than " + in_megabytes(most) +
                           "; split it into articles, or raise --max-document; skipped");
    }
  }
}

LineEnd read_line(std::istream& input, std::size_t most, std::string& line) {
  constexpr auto end = std::char_traits<char>::eof();
  auto& buffer = *input.rdbuf();
  line.clear();
  auto next = buffer.sbumpc();
  if (next == end) return LineEnd::none;
  bool too_long = false;
  for (; next != end && next != '\n'; next = buffer.sbumpc()) {
    too_long = too_long || line.size() == most;
    if (!too_long) line += static_cast<char>(next);
  }
  return too_long ? LineEnd::too_long : LineEnd::whole;
}

std::string in_megabytes(std::size_t bytes) {
  if (bytes >> 20 != 0) return std::to_string(bytes >> 20) + " MB";
  if (bytes != 0 && bytes % 1024 == 0) return std::to_string(bytes >> 10) + " kB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace entente::read
