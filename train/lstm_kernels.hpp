// The element-wise part of an LSTM step and of its gradient, apart from the
// libtorch code so that it can be compiled for this machine's vector unit.
#pragma once

#include <cstdint>

namespace entente::train {

/// `gates` holds rows of 4 x width pre-activations (input, forget, cell,
/// output) and receives the activations; `previous_cells` has `previous_rows`
/// rows, the rows after them start from zero.
void lstm_forward(float* gates, const float* previous_cells, std::int64_t rows,
                  std::int64_t previous_rows, std::int64_t width, float* cells, float* hidden);

/// `cell_gradients` holds the gradient that flows in from the next step and
/// receives the one for the previous step.
void lstm_backward(const float* gates, const float* previous_cells, const float* cells,
                   const float* hidden_gradients, std::int64_t rows, std::int64_t previous_rows,
                   std::int64_t width, float* cell_gradients, float* gate_gradients);

}  // namespace entente::train
