#include "train/lstm_kernels.hpp"

#include <cmath>

namespace entente::train {
namespace {

// Bounded, because the fast reciprocal that the compiler may use knows no infinity.
inline float sigmoid(float x) {
  x = x > 30.0F ? 30.0F : x < -30.0F ? -30.0F : x;
  return 1.0F / (1.0F + std::exp(-x));
}
inline float hyperbolic(float x) { return 2.0F * sigmoid(2.0F * x) - 1.0F; }

}  // namespace

void lstm_forward(float* gates, const float* previous_cells, std::int64_t rows,
                  std::int64_t previous_rows, std::int64_t width, float* cells, float* hidden) {
  for (std::int64_t row = 0; row < rows; ++row) {
    float* __restrict in = gates + row * 4 * width;
    float* __restrict forget = in + width;
    float* __restrict fresh = in + 2 * width;
    float* __restrict out = in + 3 * width;
    float* __restrict cell = cells + row * width;
    float* __restrict state = hidden + row * width;
    const float* __restrict before = previous_cells + row * width;
    const bool first = row >= previous_rows;
    for (std::int64_t i = 0; i < width; ++i) {
      in[i] = sigmoid(in[i]);
      forget[i] = sigmoid(forget[i]);
      fresh[i] = hyperbolic(fresh[i]);
      out[i] = sigmoid(out[i]);
    }
    if (first) {
      for (std::int64_t i = 0; i < width; ++i) cell[i] = in[i] * fresh[i];
    } else {
      for (std::int64_t i = 0; i < width; ++i) cell[i] = forget[i] * before[i] + in[i] * fresh[i];
    }
    for (std::int64_t i = 0; i < width; ++i) state[i] = out[i] * hyperbolic(cell[i]);
  }
}

void lstm_backward(const float* gates, const float* previous_cells, const float* cells,
                   const float* hidden_gradients, std::int64_t rows, std::int64_t previous_rows,
                   std::int64_t width, float* cell_gradients, float* gate_gradients) {
  for (std::int64_t row = 0; row < rows; ++row) {
    const float* __restrict in = gates + row * 4 * width;
    const float* __restrict forget = in + width;
    const float* __restrict fresh = in + 2 * width;
    const float* __restrict out = in + 3 * width;
    const float* __restrict cell = cells + row * width;
    const float* __restrict flow = hidden_gradients + row * width;
    float* __restrict carry = cell_gradients + row * width;
    float* __restrict gradient = gate_gradients + row * 4 * width;
    for (std::int64_t i = 0; i < width; ++i) {
      const float squashed = hyperbolic(cell[i]);
      const float from_state = flow[i] * out[i] * (1.0F - squashed * squashed);
      const float total = carry[i] + from_state;
      gradient[i] = total * fresh[i] * in[i] * (1.0F - in[i]);
      gradient[2 * width + i] = total * in[i] * (1.0F - fresh[i] * fresh[i]);
      gradient[3 * width + i] = flow[i] * squashed * out[i] * (1.0F - out[i]);
      carry[i] = total;
    }
    if (row >= previous_rows) {
      for (std::int64_t i = 0; i < width; ++i) gradient[width + i] = 0.0F;
      continue;
    }
    const float* __restrict before = previous_cells + row * width;
    for (std::int64_t i = 0; i < width; ++i) {
      gradient[width + i] = carry[i] * before[i] * forget[i] * (1.0F - forget[i]);
      carry[i] *= forget[i];
    }
  }
}

}  // namespace entente::train
