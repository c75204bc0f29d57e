// One direction of one LSTM layer over a packed batch, with its own gradient.
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace entente::train {

/// `input` [words, width] is packed as in Batch; gates are ordered input,
/// forget, cell, output. Returns hidden states [words, hidden].
torch::Tensor lstm(const torch::Tensor& input, const torch::Tensor& input_weights,
                   const torch::Tensor& recurrent_weights, const torch::Tensor& bias,
                   const std::vector<std::int64_t>& step_sizes, bool backwards);

}  // namespace entente::train
