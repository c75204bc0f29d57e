#include "extract/actors/name_key.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "util/lower.hpp"

namespace entente::actors {
namespace {

// ASCII for U+00C0 to U+017F, one entry a code point; '_' where the letter is dropped.
constexpr std::string_view latin_base =
    "AAAAAAACEEEEIIIIDNOOOOO_OUUUUYTsaaaaaaaceeeeiiiidnooooo_ouuuuyty"  // U+00C0
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlL"  // U+0100
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(latin_base.size() == 0x180 - 0xC0);

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t size = 1;
};

CodePoint decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto tail = [&](std::size_t i) { return static_cast<std::uint32_t>(byte(i) & 0x3FU); };
  const std::uint8_t lead = byte(0);
  if (lead >= 0xF0 && text.size() >= 4) {
    return {(lead & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
  }
  if (lead >= 0xE0 && text.size() >= 3) {
    return {(lead & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
  }
  if (lead >= 0xC0 && text.size() >= 2) return {(lead & 0x1FU) << 6U | tail(1), 2};
  return {lead, 1};
}

/// The ASCII letter of a letter with marks, ' ' for a separator, '_' for a mark to drop,
/// 0 for what stays as it is.
char ascii_of(std::uint32_t c) {
  if (c >= 0xC0 && c < 0x180) return latin_base[c - 0xC0];
  if (c == 0x18F || c == 0x259) return 'a';
  if (c == 0x218 || c == 0x219) return 's';
  if (c == 0x21A || c == 0x21B) return 't';
  if (c == 0x1A0 || c == 0x1A1) return 'o';
  if (c == 0x1AF || c == 0x1B0) return 'u';
  if (c >= 0x1EA0 && c <= 0x1EB7) return 'a';
  if (c >= 0x1EB8 && c <= 0x1EC7) return 'e';
  if (c >= 0x1EC8 && c <= 0x1ECB) return 'i';
  if (c >= 0x1ECC && c <= 0x1EE3) return 'o';
  if (c >= 0x1EE4 && c <= 0x1EF1) return 'u';
  if (c >= 0x1EF2 && c <= 0x1EF9) return 'y';
  switch (c) {
    case 0x1E0C:
    case 0x1E0D:
      return 'd';
    case 0x1E24:
    case 0x1E25:
      return 'h';
    case 0x1E62:
    case 0x1E63:
      return 's';
    case 0x1E6C:
    case 0x1E6D:
      return 't';
    case 0x1E92:
    case 0x1E93:
      return 'z';
    case 0xA0:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return ' ';
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BB:
    case 0x2BC:
    case 0x2BE:
    case 0x2BF:
      return '_';
    default:
      break;
  }
  if (c >= 0x300 && c <= 0x36F) return '_';
  return 0;
}

using util::lower;
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// One word of sound_key.
std::string sound_of(std::string word) {
  static constexpr std::array<std::array<std::string_view, 2>, 17> rewrites{{
      {"kh", "h"},
      {"gh", "g"},
      {"dh", "d"},
      {"dj", "j"},
      {"zh", "j"},
      {"ph", "f"},
      {"ck", "k"},
      {"sch", "sh"},
      {"tch", "ch"},
      {"ou", "u"},
      {"oo", "u"},
      {"ee", "i"},
      {"iy", "y"},
      {"ij", "y"},
      {"ii", "y"},
      {"q", "k"},
      {"w", "v"},
  }};
  for (const auto& [from, to] : rewrites) replace_all(word, from, to);
  std::string out;
  for (const char c : word) {
    const char vowel = c == 'i' || c == 'j' ? 'y' : c == 'e' ? 'a' : c == 'o' ? 'u' : c;
    if (out.empty() || out.back() != vowel) out += vowel;
  }
  return out;
}

}  // namespace

std::string name_key(std::string_view text) {
  std::string key;
  bool space = false;
  const auto put = [&](char c) {
    if (space && !key.empty()) key += ' ';
    space = false;
    key += c;
  };
  while (!text.empty()) {
    const CodePoint c = decode(text);
    if (c.size == 1) {
      const char letter = lower(text.front());
      if (is_alnum(letter)) {
        put(letter);
      } else if (letter == '&') {
        space = true;
        for (const char each : std::string_view("and")) put(each);
        space = true;
      } else if (letter != '\'' && letter != '.' && letter != '`') {
        space = true;
      }
    } else if (const char base = ascii_of(c.value); base == ' ') {
      space = true;
    } else if (base == 0) {
      if (c.value >= 0x370 && (c.value < 0x2000 || c.value > 0x2BFF)) {
        put(text.front());
        key.append(text.substr(1, c.size - 1));
      } else {
        space = true;
      }
    } else if (base != '_') {
      put(lower(base));
    }
    text.remove_prefix(std::min(c.size, text.size()));
  }
  return key;
}

std::string sound_key(std::string_view key) {
  std::string out;
  std::size_t begin = 0;
  while (begin < key.size()) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    const std::string_view word = key.substr(begin, end - begin);
    begin = end + 1;
    if (word == "al" || word == "el" || word == "bin" || word == "ibn") continue;
    if (!out.empty()) out += ' ';
    out += sound_of(std::string(word));
  }
  return out;
}

std::string slug(std::string_view name) {
  std::string out = name_key(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

bool capitalised(std::string_view text) {
  if (text.empty()) return false;
  const CodePoint c = decode(text);
  if (c.size == 1) return is_upper(text.front());
  if (c.value >= 0x100 && c.value < 0x138) return c.value % 2 == 0;
  if (c.value >= 0x139 && c.value < 0x149) return c.value % 2 == 1;
  if (c.value >= 0x14A && c.value < 0x178) return c.value % 2 == 0;
  if (c.value >= 0x178 && c.value < 0x180) return c.value % 2 == 1 || c.value == 0x178;
  return c.value >= 0xC0 && c.value < 0xDF && c.value != 0xD7;
}

bool all_capitals(std::string_view text) {
  std::size_t letters = 0;
  while (!text.empty()) {
    const CodePoint c = decode(text);
    const bool letter = c.size > 1 ? ascii_of(c.value) > ' ' && ascii_of(c.value) != '_'
                                   : is_alnum(lower(text.front())) && (text.front() > '9');
    if (letter && !capitalised(text)) return false;
    letters += letter ? 1 : 0;
    text.remove_prefix(std::min(c.size, text.size()));
  }
  return letters >= 2;
}

std::string single_spaced(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

}  // namespace entente::actors
