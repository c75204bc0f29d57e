#include "extract/annotate/linear.hpp"

#include <algorithm>

namespace entente::annotate {
namespace {

constexpr std::size_t chunk = 48;  // rows between a product and its conversion to float

}  // namespace

Linear read_linear(const ModelFile& file, const std::string& name, std::size_t outputs,
                   std::size_t inputs) {
  const std::size_t padded = padded_outputs(outputs);
  Linear result;
  result.matrix.inputs = padded_inputs(inputs);
  result.matrix.outputs = padded;
  result.matrix.data =
      file.section<std::int8_t>(name + ".weights", padded * result.matrix.inputs).data();
  result.matrix.offsets = file.section<std::int32_t>(name + ".offsets", padded).data();
  result.scales = file.section<float>(name + ".scales", padded).data();
  result.bias = file.section<float>(name + ".bias", padded).data();
  result.used = outputs;
  return result;
}

void apply(const Kernels& kernels, const Linear& layer, const ByteRows& rows, float* out,
           std::vector<std::int32_t>& products) {
  const std::size_t width = layer.matrix.outputs;
  if (products.size() < chunk * width) products.resize(chunk * width);
  for (std::size_t row = 0; row < rows.count; row += chunk) {
    const std::size_t many = std::min(chunk, rows.count - row);
    kernels.multiply(rows.bytes + row * rows.stride, many, rows.stride, layer.matrix,
                     products.data());
    for (std::size_t i = 0; i < many; ++i) {
      kernels.dequantise(products.data() + i * width,
                         rows.scales == nullptr ? state_scale : rows.scales[row + i], layer.scales,
                         layer.bias, width, out + (row + i) * width);
    }
  }
}

}  // namespace entente::annotate
