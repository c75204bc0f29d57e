// Text to a stream through a buffer of our own: operator<< of std::ostream is too slow
// for millions of lines.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace entente::render {

/// A number in digits: four decimals at most, for more would be noise, and one at least.
class FixedText {
 public:
  explicit FixedText(double number) {
    const double rounded = std::round(number * 1e4) / 1e4;
    char* end = std::to_chars(digits_.data(), digits_.data() + digits_.size() - 2, rounded).ptr;
    size_ = static_cast<std::size_t>(end - digits_.data());
    if (view().find_first_of(".e") != std::string_view::npos) return;
    digits_[size_++] = '.';
    digits_[size_++] = '0';
  }
  [[nodiscard]] std::string_view view() const { return {digits_.data(), size_}; }

 private:
  std::array<char, 64> digits_{};
  std::size_t size_ = 0;
};

/// The stream must outlive it. What is not flushed is lost.
class TextOut {
 public:
  explicit TextOut(std::ostream& out) : out_(out) { text_.reserve(limit + limit / 4); }

  TextOut& operator<<(std::string_view words) {
    text_ += words;
    if (text_.size() >= limit) flush();
    return *this;
  }
  TextOut& operator<<(const char* words) { return *this << std::string_view(words); }
  TextOut& operator<<(char c) {
    text_ += c;
    return *this;
  }
  TextOut& operator<<(std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
  }
  TextOut& operator<<(double number) { return *this << FixedText(number).view(); }
  /// To append to, for what writes into strings.
  std::string& buffer() { return text_; }
  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

 private:
  static constexpr std::size_t limit = 1 << 16;
  std::ostream& out_;
  std::string text_;
};

}  // namespace entente::render
