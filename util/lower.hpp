// Small letters of the ASCII capitals; other bytes stay, whatever the locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace entente::util {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return lower(c); });
  return small;
}

}  // namespace entente::util
