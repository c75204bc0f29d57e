#include "extract/read/peekable.hpp"

#include <algorithm>

namespace entente::read {

std::string_view PeekableBuffer::peek() {
  underflow();
  return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
}

PeekableBuffer::int_type PeekableBuffer::underflow() {
  // What a pipe holds so far is enough: a line must not wait for the next ones.
  if (source_.sgetc() == traits_type::eof()) return traits_type::eof();
  const auto waiting = std::max<std::streamsize>(source_.in_avail(), 1);
  const auto got =
      source_.sgetn(piece_.data(), std::min(waiting, static_cast<std::streamsize>(piece_.size())));
  setg(piece_.data(), piece_.data(), piece_.data() + got);
  return traits_type::to_int_type(piece_[0]);
}

std::streamsize PeekableBuffer::xsgetn(char* to, std::streamsize most) {
  const auto held = std::min(most, static_cast<std::streamsize>(egptr() - gptr()));
  std::copy_n(gptr(), held, to);  // there may be no buffer yet
  setg(eback(), gptr() + held, egptr());
  return held + (most > held ? source_.sgetn(to + held, most - held) : 0);
}

}  // namespace entente::read
