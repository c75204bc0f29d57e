// The words of a sentence as time expressions need them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::relations {

/// A token or a part of one: "mid-June" and "9-10" are three pieces each, with
/// every dash written "-".
struct TimePiece {
  std::string lower;
  std::uint32_t token = 0;
  bool capital = false;
};

std::vector<TimePiece> time_pieces(const text::Document& document, const text::Sentence& sentence);

}  // namespace entente::relations
