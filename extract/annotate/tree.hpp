// The best dependency tree under given arc scores.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::annotate {

/// `scores[i * (n + 1) + j]` is how well word j heads word i of n words, with
/// j = n for "i is the root". Returns the head of each word, n for the one
/// root: the arg-max where that is a tree with one root, else the maximum
/// spanning tree with one root (Chu-Liu/Edmonds). Of equal scores the root wins, then the lower
/// head.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t n);

/// True if exactly one word has head n and every word leads to it.
bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace entente::annotate
