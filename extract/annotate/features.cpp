#include "extract/annotate/features.hpp"

#include <string>

#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t longest_word = 48;   // code points that are looked at
constexpr std::size_t longest_shape = 12;  // code points of the form behind the shape

enum class Casing { as_is, capitals, title };

/// A normalised word and where its code points begin.
struct Normalised {
  std::string text;
  std::array<std::uint16_t, longest_word + 1> starts{};
  std::size_t length = 0;
};

void append_normalised(std::string& text, char32_t c) {
  if (is_digit(c)) {
    text.push_back('0');
  } else if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == '`' || c == 0xB4) {
    text.push_back('\'');
  } else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) {
    text.push_back('"');
  } else if (c == 0x2014 || c == 0x2015) {
    text += "--";
  } else if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2212) {
    text.push_back('-');
  } else if (c == 0x2026) {
    text += "...";
  } else {
    append_utf8(text, to_lower(c));
  }
}

Normalised normalise(std::string_view form) {
  Normalised word;
  for (std::size_t at = 0; at < form.size() && word.length < longest_word;) {
    const CodePoint c = decode(form, at);
    word.starts[word.length++] = static_cast<std::uint16_t>(word.text.size());
    append_normalised(word.text, c.value);
    at += c.size;
  }
  word.starts[word.length] = static_cast<std::uint16_t>(word.text.size());
  if (word.text == "''" || word.text == "``") word.text.assign(1, '"');
  return word;
}

std::string_view prefix(const Normalised& word, std::size_t length) {
  const std::size_t end = length < word.length ? word.starts[length] : word.text.size();
  return std::string_view(word.text).substr(0, end);
}

std::string_view suffix(const Normalised& word, std::size_t length) {
  const std::size_t begin = length < word.length ? word.starts[word.length - length] : 0;
  return std::string_view(word.text).substr(begin);
}

char32_t shape_of(char32_t c, bool first, Casing casing) {
  if (is_upper(c)) return casing == Casing::title && !first ? 'x' : 'X';
  if (is_lower(c)) {
    return casing == Casing::capitals || (casing == Casing::title && first) ? 'X' : 'x';
  }
  if (is_digit(c)) return 'd';
  return c;
}

std::uint64_t keyed(FeatureKind kind, std::string_view text) {
  return hash_bytes(text, static_cast<std::uint64_t>(kind) + 1);
}

std::uint64_t shape_feature(std::string_view form, Casing casing) {
  std::u32string runs;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < form.size() && seen < longest_shape; ++seen) {
    const CodePoint c = decode(form, at);
    const char32_t kind = shape_of(c.value, seen == 0, casing);
    const std::size_t n = runs.size();
    if (n < 2 || runs[n - 1] != kind || runs[n - 2] != kind) runs.push_back(kind);
    at += c.size;
  }
  std::string text;
  for (const char32_t c : runs) append_normalised(text, c == 'X' ? U'\x01' : c);
  return keyed(FeatureKind::shape, text);
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ (seed * 0x9E3779B97F4A7C15U);
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93U;
  hash ^= hash >> 29U;
  return hash == 0 ? 1 : hash;
}

WordFeatures features_of(std::string_view form) {
  const Normalised word = normalise(form);
  return {
      keyed(FeatureKind::word, word.text),          keyed(FeatureKind::prefix3, prefix(word, 3)),
      keyed(FeatureKind::suffix2, suffix(word, 2)), keyed(FeatureKind::suffix3, suffix(word, 3)),
      keyed(FeatureKind::suffix4, suffix(word, 4)), shape_feature(form, Casing::as_is)};
}

std::uint64_t capitals_shape(std::string_view form) {
  return shape_feature(form, Casing::capitals);
}

std::uint64_t title_shape(std::string_view form) { return shape_feature(form, Casing::title); }

std::uint64_t feature_fingerprint() {
  std::uint64_t mixed = 0;
  for (const std::string_view probe :
       {"Entente", "don\u2019t", "1,250.50", "U.S.", "\u201C", "\u2014", "na\u00EFve", "NATO-led",
        "\u041A\u0438\u0457\u0432", "\u4E2D\u56FD", "\U0001F600", "a", "McDonald"}) {
    for (const std::uint64_t feature : features_of(probe)) {
      mixed = (mixed ^ feature) * 0x9E3779B97F4A7C15U;
    }
  }
  return mixed;
}

}  // namespace entente::annotate
