// The occurrences of a name in a document, judged together.
#pragma once

#include <span>
#include <string_view>

#include "extract/annotate/entity_tags.hpp"

namespace entente::annotate {

/// Moves the scores of each capitalised word halfway to the mean of all words of
/// its form, so that a clear place helps with an unclear one.
void let_names_agree(std::span<const std::string_view> forms, std::span<TagScores> scores);

}  // namespace entente::annotate
