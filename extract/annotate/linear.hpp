// One matrix of a network with what turns its whole-number sums into scores.
#pragma once

#include <string>
#include <vector>

#include "extract/annotate/kernels.hpp"
#include "extract/annotate/model_file.hpp"

namespace entente::annotate {

/// Views sections of a model file.
struct Linear {
  PackedMatrix matrix;
  const float* scales = nullptr;
  const float* bias = nullptr;
  std::size_t used = 0;  ///< outputs without padding
};

/// Throws ModelError if the sections under `name` are of another size.
Linear read_linear(const ModelFile& file, const std::string& name, std::size_t outputs,
                   std::size_t inputs);

/// Rows of bytes, `stride` apart. Without `scales` they are hidden states, whose
/// scale is fixed.
struct ByteRows {
  const Activation* bytes = nullptr;
  std::size_t count = 0;
  std::size_t stride = 0;
  const float* scales = nullptr;
};

/// out[row][output], rows `matrix.outputs` apart; `products` is scratch.
void apply(const Kernels& kernels, const Linear& layer, const ByteRows& rows, float* out,
           std::vector<std::int32_t>& products);

}  // namespace entente::annotate
