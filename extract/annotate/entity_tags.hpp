// Entity tags of a sentence from the network's scores.
#pragma once

#include <cstddef>
#include <span>

#include "extract/annotate/network.hpp"

namespace entente::annotate {

/// Sets Prediction::entity to the tags of the highest sum of scores in which
/// I-X follows only B-X or I-X. `scores` has a row of nine a word, rows `stride` apart.
void best_entity_tags(const float* scores, std::size_t stride, std::span<Prediction> sentence);

}  // namespace entente::annotate
