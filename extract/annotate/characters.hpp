// Code points of UTF-8 text, and the few facts about them that tokenising and
// feature extraction need. Knows the Latin, Greek and Cyrillic alphabets; every
// other script counts as caseless letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::annotate {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  ///< bytes
};

/// The code point at `at` (< text.size()). A byte that begins no valid sequence
/// comes back as U+FFFD of one byte, so that a scan always ends.
CodePoint decode(std::string_view text, std::size_t at);
void append_utf8(std::string& text, char32_t value);

bool is_space(char32_t c);  ///< also no-break and other Unicode spaces, and control characters
bool is_digit(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char32_t to_lower(char32_t c);
/// Opening or closing quotation marks, typewriter ones included.
bool is_quote(char32_t c);

/// The whole text in lower case.
std::string lower(std::string_view text);

}  // namespace entente::annotate
