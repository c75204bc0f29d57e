// SHA-256 (FIPS 180-4), by which documents are recognised.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::util {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal digits.
std::string hex(const Digest& digest);

}  // namespace entente::util
