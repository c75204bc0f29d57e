// A small linear classifier over hashed features, with whole-number weights.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "extract/annotate/boundary_features.hpp"
#include "extract/annotate/model_file.hpp"

namespace entente::annotate {

enum class Cut : std::uint8_t { none, token, word };  ///< word: inside a multiword token
inline constexpr std::size_t cut_classes = 3;
inline constexpr std::size_t end_classes = 2;

class BoundaryModel {
 public:
  BoundaryModel(const ModelFile& file, const std::string& name, std::size_t classes)
      : weights_(file.section<std::int16_t>(name, boundary_buckets * classes)), classes_(classes) {}

  /// The class of the highest sum, the lower one of equals.
  [[nodiscard]] std::size_t classify(const BoundaryFeatures& features) const {
    std::size_t best = 0;
    std::int32_t most = 0;
    for (std::size_t c = 0; c < classes_; ++c) {
      std::int32_t sum = 0;
      for (const std::uint32_t feature : features) sum += weights_[feature * classes_ + c];
      if (c == 0 || sum > most) {
        best = c;
        most = sum;
      }
    }
    return best;
  }

 private:
  std::span<const std::int16_t> weights_;
  std::size_t classes_;
};

}  // namespace entente::annotate
