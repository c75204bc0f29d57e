// UTF-8: is it, and how to make it so.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente::util {

/// The byte where the text stops being UTF-8 (overlong forms, surrogates and code
/// points over U+10FFFF included); none if all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The text without a leading byte order mark.
std::string_view without_bom(std::string_view text);

/// Windows-1252 to UTF-8. None if the text uses one of the five bytes that mean
/// nothing in that code page.
std::optional<std::string> utf8_from_windows_1252(std::string_view text);

/// Appends one code point. It must be a Unicode scalar value.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace entente::util
