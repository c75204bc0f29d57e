// A stream's first bytes, looked at before it is read.
#pragma once

#include <array>
#include <streambuf>
#include <string_view>

namespace entente::read {

/// Passes on what another buffer gives, which must outlive it. Reads ahead what is there.
class PeekableBuffer : public std::streambuf {
 public:
  explicit PeekableBuffer(std::streambuf& source) : source_(source) {}

  /// The first bytes, as many as the source has ready. Only before anything is read.
  std::string_view peek();

 protected:
  int_type underflow() override;
  std::streamsize xsgetn(char* to, std::streamsize most) override;

 private:
  std::streambuf& source_;
  std::array<char, 16384> piece_{};
};

}  // namespace entente::read
