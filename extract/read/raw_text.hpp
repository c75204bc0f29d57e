// What every reader does to the bytes of an article before it is a document.
#pragma once

#include <string>
#include <string_view>

#include "extract/read/reader.hpp"

namespace entente::read {

/// Valid UTF-8 with LF line ends and no byte order mark. Windows-1252 is
/// converted, with a note. Throws InputError naming the path (and `line`, if not 0)
/// when the bytes are empty, too many, binary, or damaged UTF-8.
std::string clean_text(std::string_view bytes, const Place& place, std::size_t line);

/// Removes "date YYYY-MM-DD" from the front of a text, with the white space around it.
std::optional<util::Date> take_date_line(std::string& text);

}  // namespace entente::read
