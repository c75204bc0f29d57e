// Text for the eyes of a person: as wide as the terminal, or unbroken where the
// output goes elsewhere.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/session.hpp"

namespace entente::cli {

/// Columns of the terminal behind standard output; 0 if it is none.
std::size_t terminal_width(const Session& session);

/// Writes the words indented, in lines no longer than `width` (0: one line). Tabs and
/// line ends count as spaces.
void write_indented(std::ostream& out, std::string_view words, std::size_t indent,
                    std::size_t width);

/// Code points; wide enough for Latin, Greek and Cyrillic names.
std::size_t width_of(std::string_view text);

}  // namespace entente::cli
