// Reading no more than a bound, whatever the stream holds.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace entente::read {

/// All that is left of the stream. Throws InputError naming `path` if it is more than
/// `most` bytes.
std::string read_all(std::istream& input, std::size_t most, const std::string& path);

enum class LineEnd { none, whole, too_long };

/// The next line without its LF. Of one that is too long the rest is skipped; `none`
/// is the end of the stream.
LineEnd read_line(std::istream& input, std::size_t most, std::string& line);

/// "8 MB", "100 kB", "1000 bytes"
std::string in_megabytes(std::size_t bytes);

}  // namespace entente::read
