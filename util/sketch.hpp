// How alike are two texts? Told from a few numbers of each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::util {

/// A MinHash of the runs of four words of a text, in one permutation: A. Broder, "On the
/// resemblance and containment of documents" (1997); P. Li, A. Owen, C.-H. Zhang, "One
/// permutation hashing" (2012); empty places filled after A. Shrivastava and P. Li (2014).
using Sketch = std::array<std::uint32_t, 64>;
inline constexpr std::size_t sketch_bands = 16;

/// Case, punctuation and white space do not count. None of a text under forty words,
/// which says too little.
std::optional<Sketch> sketch_of(std::string_view text);

/// The share of the runs of words that two texts have in common, give or take 0.06.
double resemblance(const Sketch& one, const Sketch& other);

/// A hash of each four numbers. Of two texts with a resemblance of 0.6, 89 pairs in 100
/// have one in common; at 0.8, nearly all; at 0.2, three.
std::array<std::int64_t, sketch_bands> bands_of(const Sketch& sketch);

}  // namespace entente::util
