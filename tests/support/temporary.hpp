// Files of a test's own, whatever other tests run beside it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace entente::tests {

/// Not there yet; no other process gives the same.
inline std::filesystem::path temporary_path(const std::string& name) {
  return std::filesystem::temp_directory_path() /
         ("entente-" + std::to_string(getpid()) + "-" + name);
}

}  // namespace entente::tests
