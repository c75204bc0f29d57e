// A half-open byte range in a UTF-8 text.
#pragma once

#include <compare>
#include <cstdint>

namespace entente::util {

/// Bytes [begin, end) of a document's text. Spans, not string_views, cross
/// stages: they stay valid when a Document is moved.
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(TextSpan other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool overlaps(TextSpan other) const {
    return begin < other.end && other.begin < end;
  }
  auto operator<=>(const TextSpan&) const = default;
};

}  // namespace entente::util
