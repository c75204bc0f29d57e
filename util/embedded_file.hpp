// A file that was compiled into the program (see cmake/EntenteEmbed.cmake).
#pragma once

#include <string_view>

namespace entente::util {

/// Both views live as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< from the root of the source tree: "data/actors/states.tsv"
  std::string_view content;
};

}  // namespace entente::util
