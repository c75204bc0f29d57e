#include "extract/annotate/kernels.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente::annotate {
namespace {

constexpr std::size_t block = 16;  // outputs of a block
constexpr std::size_t quad = 4;    // inputs of a block

// --- element-wise code, inlined into a function for each instruction set ---

/// Good to 4e-6 of its value; beyond +-40 it stays where it is, so that a
/// product of two results is still a number.
[[gnu::always_inline]] inline float exponential(float x) {
  x = x > 40.0F ? 40.0F : x;
  x = x < -40.0F ? -40.0F : x;
  const float shifted = x * 1.44269504F + 12582912.0F;  // rounds to an integer in the low bits
  const float n = shifted - 12582912.0F;
  const float r = x - n * 0.693147182F;
  float p = 8.3717447e-3F;
  p = p * r + 4.1892752e-2F;
  p = p * r + 1.6666329e-1F;
  p = p * r + 4.9999067e-1F;
  p = p * r + 1.0F;
  p = p * r + 1.0F;
  const auto power = (std::bit_cast<std::int32_t>(shifted) - 0x4B400000 + 127) << 23;
  return p * std::bit_cast<float>(power);
}

[[gnu::always_inline]] inline float sigmoid(float x) { return 1.0F / (1.0F + exponential(-x)); }

/// Nearest integer, ties to even, for |x| < 2^22.
[[gnu::always_inline]] inline std::int32_t nearest(float x) {
  return std::bit_cast<std::int32_t>(x + 12582912.0F) - 0x4B400000;
}

[[gnu::always_inline]] inline void lstm_row(const float* __restrict gates, float* __restrict cell,
                                            Activation* __restrict hidden, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) {
    // sigmoid(in) * tanh(fresh), and below sigmoid(out) * tanh(cell), with one division each
    const float in = exponential(-gates[i]);
    const float fresh = exponential(-2.0F * gates[2 * width + i]);
    const float value =
        sigmoid(gates[width + i]) * cell[i] + (1.0F - fresh) / ((1.0F + in) * (1.0F + fresh));
    cell[i] = value;
    const float out = exponential(-gates[3 * width + i]);
    const float squashed = exponential(-2.0F * value);
    const float state = (1.0F - squashed) / ((1.0F + out) * (1.0F + squashed));
    hidden[i] = static_cast<Activation>(nearest(state * 127.0F) + activation_zero);
  }
}

constexpr std::size_t widest_gates = 4096;

[[gnu::always_inline]] inline void lstm_step_body(const LstmStep& step) {
  std::array<float, widest_gates> gates;
  const std::size_t width = 4 * step.width;
  for (std::size_t row = 0; row < step.rows; ++row) {
    const float* __restrict input = step.inputs[row];
    if (step.products == nullptr) {
      for (std::size_t i = 0; i < width; ++i) gates[i] = input[i];
    } else {
      const std::int32_t* __restrict product = step.products + row * width;
      for (std::size_t i = 0; i < width; ++i) {
        gates[i] = input[i] + static_cast<float>(product[i]) * state_scale * step.scales[i];
      }
    }
    lstm_row(gates.data(), step.cells + row * step.width, step.hidden + row * step.hidden_stride,
             step.width);
  }
}

/// Sums in sixteen lanes and then pairwise, the same way on every processor.
template <typename Term>
[[gnu::always_inline]] inline float lane_sum(std::size_t width, Term term) {
  std::array<float, 16> lanes{};
  std::size_t i = 0;
  for (; i + 16 <= width; i += 16) {
    for (std::size_t lane = 0; lane < 16; ++lane) lanes[lane] += term(i + lane);
  }
  for (std::size_t lane = 0; i + lane < width; ++lane) lanes[lane] += term(i + lane);
  for (std::size_t half = 8; half > 0; half /= 2) {
    for (std::size_t lane = 0; lane < half; ++lane) lanes[lane] += lanes[lane + half];
  }
  return lanes[0];
}

[[gnu::always_inline]] inline void normalise_and_gate_body(float* __restrict row,
                                                           const float* __restrict gain,
                                                           const float* __restrict bias,
                                                           std::size_t width) {
  const float count = static_cast<float>(width);
  const float mean = lane_sum(width, [row](std::size_t i) { return row[i]; }) / count;
  const float variance = lane_sum(width,
                                  [row, mean](std::size_t i) {
                                    const float d = row[i] - mean;
                                    return d * d;
                                  }) /
                         count;
  const float factor = 1.0F / std::sqrt(variance + 1e-5F);
  for (std::size_t i = 0; i < width; ++i) {
    const float x = (row[i] - mean) * factor * gain[i] + bias[i];
    row[i] = x * sigmoid(x);
  }
}

[[gnu::always_inline]] inline float quantise_body(const float* __restrict row, std::size_t width,
                                                  Activation* __restrict bytes) {
  // Lanes of its own, because the compiler may not reorder comparisons of floats.
  std::array<float, 16> lanes{};
  std::size_t i = 0;
  for (; i + 16 <= width; i += 16) {
    for (std::size_t lane = 0; lane < 16; ++lane) {
      const float magnitude = std::abs(row[i + lane]);
      lanes[lane] = magnitude > lanes[lane] ? magnitude : lanes[lane];
    }
  }
  for (; i < width; ++i) lanes[0] = std::abs(row[i]) > lanes[0] ? std::abs(row[i]) : lanes[0];
  float largest = 1e-12F;
  for (const float lane : lanes) largest = lane > largest ? lane : largest;
  const float factor = 127.0F / largest;
  for (i = 0; i < width; ++i) {
    bytes[i] = static_cast<Activation>(nearest(row[i] * factor) + activation_zero);
  }
  return largest / 127.0F;
}

[[gnu::always_inline]] inline void rectify_body(float* __restrict values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = values[i] < 0.0F ? values[i] * 0.1F : values[i];
  }
}

[[gnu::always_inline]] inline void multiply_pairs_body(const float* __restrict a,
                                                       const float* __restrict b, std::size_t width,
                                                       float* __restrict out) {
  for (std::size_t i = 0; i < width; ++i) out[i] = a[i] * b[i];
}

[[gnu::always_inline]] inline void dequantise_body(const std::int32_t* __restrict products,
                                                   float row_scale, const float* __restrict scales,
                                                   const float* __restrict bias, std::size_t width,
                                                   float* __restrict out) {
  for (std::size_t i = 0; i < width; ++i) {
    out[i] = static_cast<float>(products[i]) * row_scale * scales[i] + bias[i];
  }
}

// --- portable ---

void multiply_portable(const Activation* rows, std::size_t count, std::size_t stride,
                       const PackedMatrix& weights, std::int32_t* results) {
  for (std::size_t row = 0; row < count; ++row) {
    const Activation* a = rows + row * stride;
    const std::int8_t* w = weights.data;
    for (std::size_t n = 0; n < weights.outputs; n += block) {
      std::array<std::int32_t, block> sums{};
      for (std::size_t k = 0; k < weights.inputs; k += quad, w += block * quad) {
        for (std::size_t o = 0; o < block; ++o) {
          for (std::size_t i = 0; i < quad; ++i) sums[o] += a[k + i] * w[o * quad + i];
        }
      }
      for (std::size_t o = 0; o < block; ++o) {
        results[row * weights.outputs + n + o] = sums[o] - weights.offsets[n + o];
      }
    }
  }
}

void lstm_step_portable(const LstmStep& step) { lstm_step_body(step); }
void normalise_portable(float* row, const float* gain, const float* bias, std::size_t width) {
  normalise_and_gate_body(row, gain, bias, width);
}
float quantise_portable(const float* row, std::size_t width, Activation* bytes) {
  return quantise_body(row, width, bytes);
}
void rectify_portable(float* values, std::size_t count) { rectify_body(values, count); }
void pairs_portable(const float* a, const float* b, std::size_t width, float* out) {
  multiply_pairs_body(a, b, width, out);
}
void dequantise_portable(const std::int32_t* products, float row_scale, const float* scales,
                         const float* bias, std::size_t width, float* out) {
  dequantise_body(products, row_scale, scales, bias, width, out);
}

constexpr Kernels portable{"portable",         multiply_portable,  lstm_step_portable,
                           normalise_portable, quantise_portable,  rectify_portable,
                           pairs_portable,     dequantise_portable};

#if defined(__x86_64__)

// --- AVX2: products of 16-bit values, which cannot overflow ---

template <int rows_at_once>
[[gnu::target("avx2")]] void multiply_rows_avx2(const Activation* rows, std::size_t stride,
                                                const PackedMatrix& weights,
                                                std::int32_t* results) {
  const std::int8_t* w = weights.data;
  for (std::size_t n = 0; n < weights.outputs; n += block) {
    // Sums of the first and of the second eight outputs, two partial sums each.
    __m256i sums[rows_at_once][4];
    for (auto& row : sums) {
      for (auto& sum : row) sum = _mm256_setzero_si256();
    }
    for (std::size_t k = 0; k < weights.inputs; k += quad, w += block * quad) {
      __m256i parts[4];
      for (int i = 0; i < 4; ++i) {
        __m128i bytes;
        std::memcpy(&bytes, w + 16 * i, sizeof bytes);
        parts[i] = _mm256_cvtepi8_epi16(bytes);
      }
      for (int row = 0; row < rows_at_once; ++row) {
        std::int32_t word;
        std::memcpy(&word, rows + static_cast<std::size_t>(row) * stride + k, sizeof word);
        const __m256i a = _mm256_cvtepu8_epi16(_mm_set1_epi32(word));
        for (int i = 0; i < 4; ++i) {
          sums[row][i] = _mm256_add_epi32(sums[row][i], _mm256_madd_epi16(parts[i], a));
        }
      }
    }
    for (int row = 0; row < rows_at_once; ++row) {
      std::int32_t* out = results + static_cast<std::size_t>(row) * weights.outputs + n;
      for (int half = 0; half < 2; ++half) {
        __m256i both = _mm256_hadd_epi32(sums[row][2 * half], sums[row][2 * half + 1]);
        both = _mm256_permute4x64_epi64(both, 0xD8);
        __m256i offset;
        std::memcpy(&offset, weights.offsets + n + 8 * static_cast<std::size_t>(half), 32);
        both = _mm256_sub_epi32(both, offset);
        std::memcpy(out + 8 * half, &both, 32);
      }
    }
  }
}

[[gnu::target("avx2")]] void multiply_avx2(const Activation* rows, std::size_t count,
                                           std::size_t stride, const PackedMatrix& weights,
                                           std::int32_t* results) {
  std::size_t row = 0;
  for (; row + 2 <= count; row += 2) {
    multiply_rows_avx2<2>(rows + row * stride, stride, weights, results + row * weights.outputs);
  }
  if (row < count) {
    multiply_rows_avx2<1>(rows + row * stride, stride, weights, results + row * weights.outputs);
  }
}

[[gnu::target("avx2")]] void lstm_step_avx2(const LstmStep& step) { lstm_step_body(step); }
[[gnu::target("avx2")]] void normalise_avx2(float* row, const float* gain, const float* bias,
                                            std::size_t width) {
  normalise_and_gate_body(row, gain, bias, width);
}
[[gnu::target("avx2")]] float quantise_avx2(const float* row, std::size_t width,
                                            Activation* bytes) {
  return quantise_body(row, width, bytes);
}
[[gnu::target("avx2")]] void rectify_avx2(float* values, std::size_t count) {
  rectify_body(values, count);
}
[[gnu::target("avx2")]] void pairs_avx2(const float* a, const float* b, std::size_t width,
                                        float* out) {
  multiply_pairs_body(a, b, width, out);
}
[[gnu::target("avx2")]] void dequantise_avx2(const std::int32_t* products, float row_scale,
                                             const float* scales, const float* bias,
                                             std::size_t width, float* out) {
  dequantise_body(products, row_scale, scales, bias, width, out);
}

constexpr Kernels avx2{"avx2",        multiply_avx2, lstm_step_avx2, normalise_avx2,
                       quantise_avx2, rectify_avx2,  pairs_avx2,     dequantise_avx2};

// --- AVX-512 with the 8-bit dot product (VNNI) ---

template <int rows_at_once, int blocks_at_once>
[[gnu::target("avx512f,avx512bw,avx512vnni"), gnu::always_inline]] inline void multiply_tile(
    const Activation* rows, std::size_t stride, const PackedMatrix& weights, std::size_t n,
    std::int32_t* results) {
  const std::size_t block_bytes = weights.inputs * block;
  const std::int8_t* w = weights.data + n * weights.inputs;
  __m512i sums[rows_at_once][blocks_at_once];
  for (int b = 0; b < blocks_at_once; ++b) {
    const __m512i offset =
        _mm512_loadu_si512(weights.offsets + n + block * static_cast<std::size_t>(b));
    for (int row = 0; row < rows_at_once; ++row) {
      sums[row][b] = _mm512_sub_epi32(_mm512_setzero_si512(), offset);
    }
  }
  for (std::size_t k = 0; k < weights.inputs; k += quad, w += block * quad) {
    __m512i parts[blocks_at_once];
    for (int b = 0; b < blocks_at_once; ++b) {
      parts[b] = _mm512_loadu_si512(w + static_cast<std::size_t>(b) * block_bytes);
    }
    for (int row = 0; row < rows_at_once; ++row) {
      std::int32_t word;
      std::memcpy(&word, rows + static_cast<std::size_t>(row) * stride + k, sizeof word);
      const __m512i a = _mm512_set1_epi32(word);
      for (int b = 0; b < blocks_at_once; ++b) {
        sums[row][b] = _mm512_dpbusd_epi32(sums[row][b], a, parts[b]);
      }
    }
  }
  for (int row = 0; row < rows_at_once; ++row) {
    for (int b = 0; b < blocks_at_once; ++b) {
      _mm512_storeu_si512(results + static_cast<std::size_t>(row) * weights.outputs + n +
                              block * static_cast<std::size_t>(b),
                          sums[row][b]);
    }
  }
}

template <int blocks_at_once>
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void multiply_column(
    const Activation* rows, std::size_t count, std::size_t stride, const PackedMatrix& weights,
    std::size_t n, std::int32_t* results) {
  std::size_t row = 0;
  for (; row + 6 <= count; row += 6) {
    multiply_tile<6, blocks_at_once>(rows + row * stride, stride, weights, n,
                                     results + row * weights.outputs);
  }
  const Activation* rest = rows + row * stride;
  std::int32_t* out = results + row * weights.outputs;
  switch (count - row) {
    case 5:
      return multiply_tile<5, blocks_at_once>(rest, stride, weights, n, out);
    case 4:
      return multiply_tile<4, blocks_at_once>(rest, stride, weights, n, out);
    case 3:
      return multiply_tile<3, blocks_at_once>(rest, stride, weights, n, out);
    case 2:
      return multiply_tile<2, blocks_at_once>(rest, stride, weights, n, out);
    case 1:
      return multiply_tile<1, blocks_at_once>(rest, stride, weights, n, out);
    default:
      return;
  }
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void multiply_vnni(const Activation* rows,
                                                                  std::size_t count,
                                                                  std::size_t stride,
                                                                  const PackedMatrix& weights,
                                                                  std::int32_t* results) {
  std::size_t n = 0;
  for (; n + 4 * block <= weights.outputs; n += 4 * block) {
    multiply_column<4>(rows, count, stride, weights, n, results);
  }
  for (; n + 2 * block <= weights.outputs; n += 2 * block) {
    multiply_column<2>(rows, count, stride, weights, n, results);
  }
  if (n < weights.outputs) multiply_column<1>(rows, count, stride, weights, n, results);
}

[[gnu::target("avx512f,avx512bw")]] void lstm_step_avx512(const LstmStep& step) {
  lstm_step_body(step);
}
[[gnu::target("avx512f,avx512bw")]] void normalise_avx512(float* row, const float* gain,
                                                          const float* bias, std::size_t width) {
  normalise_and_gate_body(row, gain, bias, width);
}
[[gnu::target("avx512f,avx512bw")]] float quantise_avx512(const float* row, std::size_t width,
                                                          Activation* bytes) {
  return quantise_body(row, width, bytes);
}
[[gnu::target("avx512f,avx512bw")]] void rectify_avx512(float* values, std::size_t count) {
  rectify_body(values, count);
}
[[gnu::target("avx512f,avx512bw")]] void pairs_avx512(const float* a, const float* b,
                                                      std::size_t width, float* out) {
  multiply_pairs_body(a, b, width, out);
}
[[gnu::target("avx512f,avx512bw")]] void dequantise_avx512(const std::int32_t* products,
                                                           float row_scale, const float* scales,
                                                           const float* bias, std::size_t width,
                                                           float* out) {
  dequantise_body(products, row_scale, scales, bias, width, out);
}

constexpr Kernels vnni{"avx512-vnni",   multiply_vnni,  lstm_step_avx512, normalise_avx512,
                       quantise_avx512, rectify_avx512, pairs_avx512,     dequantise_avx512};

#endif

std::vector<Kernels> detect() {
  std::vector<Kernels> found;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) {
    found.push_back(vnni);
  }
  if (__builtin_cpu_supports("avx2")) found.push_back(avx2);
#endif
  found.push_back(portable);
  return found;
}

}  // namespace

std::span<const Kernels> available_kernels() {
  static const std::vector<Kernels> found = detect();
  return found;
}

const Kernels& best_kernels() { return available_kernels().front(); }

std::size_t padded_inputs(std::size_t inputs) { return (inputs + quad - 1) / quad * quad; }
std::size_t padded_outputs(std::size_t outputs) { return (outputs + block - 1) / block * block; }

void pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs,
          std::span<std::int8_t> packed, std::span<std::int32_t> offsets) {
  const std::size_t width = padded_inputs(inputs);
  for (std::size_t o = 0; o < padded_outputs(outputs); ++o) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < width; ++k) {
      const std::int8_t value =
          o < outputs && k < inputs ? weights[o * inputs + k] : std::int8_t{0};
      sum += value;
      packed[(o / block) * block * width + (k / quad) * block * quad + (o % block) * quad +
             k % quad] = value;
    }
    offsets[o] = sum * activation_zero;
  }
}

}  // namespace entente::annotate
