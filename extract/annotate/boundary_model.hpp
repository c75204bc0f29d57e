// A small linear classifier over hashed features, with whole-number weights.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "extract/annotate/boundary_features.hpp"
#include "extract/annotate/model_file.hpp"

namespace entente::annotate {

enum class Cut : std::uint8_t { none, token, word };  ///< word: inside a multiword token
inline constexpr std::size_t cut_classes = 3;
inline constexpr std::size_t end_classes = 2;

/// The weights of one feature. The high half of a feature's hash tells it from
/// the others of its bucket, so that features never seen weigh nothing.
struct BoundaryWeights {
  std::uint16_t check = 0;
  std::array<std::int16_t, cut_classes> classes{};
};

inline constexpr std::uint32_t boundary_buckets = 1U << 16U;
inline std::uint32_t boundary_bucket(std::uint32_t feature) { return feature % boundary_buckets; }
inline std::uint16_t boundary_check(std::uint32_t feature) {
  return static_cast<std::uint16_t>((feature >> 16U) | 1U);
}

class BoundaryModel {
 public:
  BoundaryModel(const ModelFile& file, const std::string& name, std::size_t classes)
      : weights_(file.section<BoundaryWeights>(name, boundary_buckets)), classes_(classes) {}

  /// The class of the highest sum, the lower one of equals.
  [[nodiscard]] std::size_t classify(const BoundaryFeatures& features) const {
    std::array<std::int32_t, cut_classes> sums{};
    for (const std::uint32_t feature : features) {
      const BoundaryWeights& weights = weights_[boundary_bucket(feature)];
      if (weights.check != boundary_check(feature)) continue;
      for (std::size_t c = 0; c < cut_classes; ++c) sums[c] += weights.classes[c];
    }
    std::size_t best = 0;
    for (std::size_t c = 1; c < classes_; ++c) {
      if (sums[c] > sums[best]) best = c;
    }
    return best;
  }

 private:
  std::span<const BoundaryWeights> weights_;
  std::size_t classes_;
};

}  // namespace entente::annotate
