#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Latin Extended-A and part of B, where upper and lower case alternate.
bool alternates_even_upper(char32_t c) {
  return between(c, 0x100, 0x137) || between(c, 0x14A, 0x177) || between(c, 0x1DE, 0x1EF) ||
         between(c, 0x1F8, 0x21F) || between(c, 0x222, 0x233) || between(c, 0x1E00, 0x1E95) ||
         between(c, 0x1EA0, 0x1EFF) || between(c, 0x460, 0x481) || between(c, 0x48A, 0x4BF) ||
         between(c, 0x4D0, 0x52F);
}

bool alternates_odd_upper(char32_t c) {
  return between(c, 0x139, 0x148) || between(c, 0x179, 0x17E) || between(c, 0x1CD, 0x1DC) ||
         between(c, 0x4C1, 0x4CE);
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (size == 0 || lead > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return {0xFFFD, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {value, size};
}

void append_utf8(std::string& text, char32_t value) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

bool is_space(char32_t c) {
  return c <= 0x20 || between(c, 0x7F, 0xA0) || between(c, 0x2000, 0x200B) ||
         between(c, 0x2028, 0x202F) || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x1680;
}

bool is_digit(char32_t c) {
  return between(c, '0', '9') || between(c, 0x660, 0x669) || between(c, 0x6F0, 0x6F9) ||
         between(c, 0x966, 0x96F) || between(c, 0xFF10, 0xFF19);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c | 0x20U, 'a', 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (between(c, 0x2000, 0x2BFF) || between(c, 0x2E00, 0x2E7F) || between(c, 0x3000, 0x3004) ||
      between(c, 0x3008, 0x3020) || between(c, 0xFE10, 0xFE6F) || between(c, 0xFFE0, 0xFFFF)) {
    return false;
  }
  if (between(c, 0xFF00, 0xFFDF)) return between(c | 0x20U, 0xFF41, 0xFF5A) || c >= 0xFF66;
  if (between(c, 0xE000, 0xF8FF) || between(c, 0x1F000, 0x1FAFF)) return false;
  return !is_digit(c);
}

bool is_upper(char32_t c) { return c < 0x80 ? between(c, 'A', 'Z') : c != to_lower(c); }

bool is_lower(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z');
  if (!is_letter(c) || to_lower(c) != c) return false;
  return c < 0x530 || between(c, 0x1E00, 0x1FFF);
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 0x20 : c;
  if (between(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return 'i';
  if (alternates_even_upper(c)) return c | 1U;
  if (alternates_odd_upper(c)) return (c & 1U) != 0 ? c + 1 : c;
  if (between(c, 0x391, 0x3A9)) return c + 0x20;
  if (between(c, 0x410, 0x42F)) return c + 0x20;
  if (between(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
         between(c, 0x2018, 0x201F) || c == 0x2039 || c == 0x203A;
}

std::string lower(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == 0xFFFD) {
      result.append(text.substr(at, c.size));
    } else {
      append_utf8(result, to_lower(c.value));
    }
    at += c.size;
  }
  return result;
}

}  // namespace entente::annotate
