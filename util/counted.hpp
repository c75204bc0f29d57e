// Numbers with what they count.
#pragma once

#include <cstddef>
#include <string>

namespace entente::util {

/// "1 event", "2 events". The plural takes an s.
inline std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace entente::util
