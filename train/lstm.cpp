#include "train/lstm.hpp"

#include <cstring>

#include "train/lstm_kernels.hpp"

namespace entente::train {
namespace {

/// Rows of one step, and those of the step before it in reading direction.
struct Step {
  std::int64_t begin, rows, previous_begin, previous_rows;
};

std::vector<Step> steps_of(const std::vector<std::int64_t>& sizes, bool backwards) {
  std::vector<Step> steps(sizes.size());
  std::int64_t begin = 0;
  for (std::size_t t = 0; t < sizes.size(); ++t) {
    steps[t] = {begin, sizes[t], 0, 0};
    begin += sizes[t];
  }
  for (std::size_t t = 0; t < sizes.size(); ++t) {
    if (!backwards && t > 0) {
      steps[t].previous_begin = steps[t - 1].begin;
      steps[t].previous_rows = steps[t].rows;
    } else if (backwards && t + 1 < sizes.size()) {
      steps[t].previous_begin = steps[t + 1].begin;
      steps[t].previous_rows = steps[t + 1].rows;
    }
  }
  if (backwards) std::reverse(steps.begin(), steps.end());
  return steps;
}

class Lstm : public torch::autograd::Function<Lstm> {
 public:
  static torch::Tensor forward(torch::autograd::AutogradContext* context,
                               const torch::Tensor& input, const torch::Tensor& input_weights,
                               const torch::Tensor& recurrent_weights, const torch::Tensor& bias,
                               const std::vector<std::int64_t>& sizes, bool backwards) {
    const auto width = recurrent_weights.size(1);
    torch::Tensor gates = torch::addmm(bias, input, input_weights.t()).contiguous();
    torch::Tensor hidden = torch::empty({input.size(0), width});
    torch::Tensor cells = torch::empty({input.size(0), width});
    const torch::Tensor transposed = recurrent_weights.t();
    for (const Step& step : steps_of(sizes, backwards)) {
      if (step.previous_rows > 0) {
        gates.narrow(0, step.begin, step.previous_rows)
            .addmm_(hidden.narrow(0, step.previous_begin, step.previous_rows), transposed);
      }
      lstm_forward(gates.data_ptr<float>() + step.begin * 4 * width,
                   cells.data_ptr<float>() + step.previous_begin * width, step.rows,
                   step.previous_rows, width, cells.data_ptr<float>() + step.begin * width,
                   hidden.data_ptr<float>() + step.begin * width);
    }
    context->save_for_backward({input, input_weights, recurrent_weights, gates, cells, hidden});
    context->saved_data["sizes"] = sizes;
    context->saved_data["backwards"] = backwards;
    return hidden;
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const torch::Tensor &input = saved[0], &input_weights = saved[1], &recurrent_weights = saved[2],
                        &gates = saved[3], &cells = saved[4], &hidden = saved[5];
    const auto sizes = context->saved_data["sizes"].toIntVector();
    const bool backwards = context->saved_data["backwards"].toBool();
    const auto width = recurrent_weights.size(1);
    torch::Tensor flow = gradients[0].clone().contiguous();
    torch::Tensor gate_gradients = torch::empty_like(gates);
    torch::Tensor previous = torch::zeros_like(hidden);
    torch::Tensor cell_gradients = torch::zeros({sizes[0], width});
    auto steps = steps_of(sizes, backwards);
    std::int64_t carried = 0;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      if (step->rows > carried) cell_gradients.narrow(0, carried, step->rows - carried).zero_();
      lstm_backward(gates.data_ptr<float>() + step->begin * 4 * width,
                    cells.data_ptr<float>() + step->previous_begin * width,
                    cells.data_ptr<float>() + step->begin * width,
                    flow.data_ptr<float>() + step->begin * width, step->rows, step->previous_rows,
                    width, cell_gradients.data_ptr<float>(),
                    gate_gradients.data_ptr<float>() + step->begin * 4 * width);
      carried = step->previous_rows;
      if (carried == 0) continue;
      flow.narrow(0, step->previous_begin, carried)
          .addmm_(gate_gradients.narrow(0, step->begin, carried), recurrent_weights);
      std::memcpy(previous.data_ptr<float>() + step->begin * width,
                  hidden.data_ptr<float>() + step->previous_begin * width,
                  static_cast<std::size_t>(carried * width) * sizeof(float));
    }
    return {gate_gradients.mm(input_weights),
            gate_gradients.t().mm(input),
            gate_gradients.t().mm(previous),
            gate_gradients.sum(0),
            torch::Tensor(),
            torch::Tensor()};
  }
};

}  // namespace

torch::Tensor lstm(const torch::Tensor& input, const torch::Tensor& input_weights,
                   const torch::Tensor& recurrent_weights, const torch::Tensor& bias,
                   const std::vector<std::int64_t>& step_sizes, bool backwards) {
  return Lstm::apply(input, input_weights, recurrent_weights, bias, step_sizes, backwards);
}

}  // namespace entente::train
