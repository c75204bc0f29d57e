// A text longer than any article, as documents that the stages and the database can bear.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/read/reader.hpp"

namespace entente::read {

/// Bytes of the text up to where it is cut so that at most `most` (4 or more) stand before: after
/// the last empty line of the second half, else after a line, a sentence, a word, a character.
std::size_t place_to_cut(std::string_view text, std::size_t most);

/// Gives the sink's `document` the parts of a text longer than Limits::part_bytes, as documents of
/// their own, and any other as it is. The first keeps the name, so that it is replaced if the text
/// gets shorter; where the others begin does not depend on what follows them.
Sink in_parts(const Sink& sink, const Options& options);

}  // namespace entente::read
