// The arithmetic of the network at run time: 8-bit matrix products and the
// element-wise steps between them. Sums are integers, and floating-point code
// is free of fused operations and of reordering, so every processor gives the
// same bytes. Which instructions are used is chosen when the program runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::annotate {

/// Weights [outputs][inputs] laid out for the kernels: blocks of 16 outputs by
/// 4 inputs, padded with zeros. Views memory that outlives it.
struct PackedMatrix {
  const std::int8_t* data = nullptr;
  const std::int32_t* offsets = nullptr;  ///< 128 x the sum of each output's weights
  std::size_t inputs = 0;                 ///< a multiple of 4
  std::size_t outputs = 0;                ///< a multiple of 16
};

/// Activations are bytes with an offset of 128: value = byte - 128.
using Activation = std::uint8_t;
inline constexpr int activation_zero = 128;
/// Hidden states lie between -1 and 1; their bytes count in 1/127.
inline constexpr float state_scale = 1.0F / 127.0F;

/// Scales of an LSTM step: pre-activation = input part + product * recurrent scale.
struct LstmStep {
  const std::int32_t* products = nullptr;  ///< [rows][4 width], null for the first step
  const float* scales = nullptr;           ///< [4 width]
  const float* const* inputs = nullptr;    ///< per row, its [4 width] input part
  std::size_t rows = 0;
  std::size_t width = 0;
  float* cells = nullptr;        ///< [rows][width], read and written
  Activation* hidden = nullptr;  ///< [rows] of `hidden_stride`, written
  std::size_t hidden_stride = 0;
};

struct Kernels {
  std::string_view name;
  /// results[row][output] = sum over inputs; rows of results are `outputs` apart.
  void (*multiply)(const Activation* rows, std::size_t count, std::size_t stride,
                   const PackedMatrix& weights, std::int32_t* results);
  void (*lstm_step)(const LstmStep& step);
  /// out = layer_norm(x) * gain + bias, then x * sigmoid(x), in place.
  void (*normalise_and_gate)(float* row, const float* gain, const float* bias, std::size_t width);
  /// Quantises to bytes by the largest magnitude; returns the scale of the bytes.
  float (*quantise)(const float* row, std::size_t width, Activation* bytes);
  /// Leaky rectifier of slope 0.1, in place.
  void (*rectify)(float* values, std::size_t count);
  /// out[i] = a[i] * b[i]
  void (*multiply_pairs)(const float* a, const float* b, std::size_t width, float* out);
  /// out[i] = product[i] * row_scale * scales[i] + bias[i]
  void (*dequantise)(const std::int32_t* products, float row_scale, const float* scales,
                     const float* bias, std::size_t width, float* out);
};

/// All that this processor can run, best first; the last one runs anywhere.
std::span<const Kernels> available_kernels();
const Kernels& best_kernels();

/// Size of the packed form, and the packing itself.
std::size_t padded_inputs(std::size_t inputs);
std::size_t padded_outputs(std::size_t outputs);
void pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs,
          std::span<std::int8_t> packed, std::span<std::int32_t> offsets);

}  // namespace entente::annotate
