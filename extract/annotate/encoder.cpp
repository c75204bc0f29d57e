#include "extract/annotate/encoder.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "util/error.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t vector_table = feature_kinds;
constexpr std::size_t facts_table = feature_kinds + 1;
constexpr std::size_t widest_hidden = 1024;
constexpr std::size_t widest = 8192;

EncoderSizes read_sizes(const ModelFile& file, const std::string& name) {
  const auto values = file.section<std::uint32_t>(name, 4 + word_tables);
  EncoderSizes sizes{values[0], values[1], values[2], values[3], {}};
  std::copy(values.begin() + 4, values.end(), sizes.tables.begin());
  for (const std::uint32_t width : sizes.tables) {
    if (width > widest) throw ModelError("the sizes in the language model make no sense");
  }
  const std::uint32_t all =
      std::accumulate(sizes.tables.begin(), sizes.tables.end(), std::uint32_t{0});
  const bool sane = sizes.features == padded_inputs(all) && sizes.input % 4 == 0 &&
                    sizes.hidden % 4 == 0 && sizes.hidden > 0 && sizes.hidden <= widest_hidden &&
                    sizes.layers > 0 && sizes.layers < 10 && sizes.input <= widest &&
                    sizes.features <= widest;
  if (!sane) throw ModelError("the sizes in the language model make no sense; copy it again");
  return sizes;
}

std::string table_name(const std::string& prefix, std::size_t table) {
  if (table == vector_table) return "vectors";
  return prefix + (table == facts_table ? "facts" : "feature" + std::to_string(table));
}

}  // namespace

Encoder::Encoder(const ModelFile& file, const Kernels& kernels, const std::string& prefix)
    : kernels_(kernels), sizes_(read_sizes(file, prefix + "encoder")) {
  for (std::size_t table = 0; table < word_tables; ++table) {
    const std::size_t width = sizes_.tables[table];
    if (width == 0) continue;
    const std::string name = table_name(prefix, table);
    rows_[table] = file.section<std::int8_t>(name + ".rows");
    tables_[table] = HashTable(file, name, rows_[table].size() / width);
  }
  input_ = read_linear(file, prefix + "input", sizes_.input, sizes_.features);
  norm_gain_ = file.section<float>(prefix + "norm.gain", sizes_.input);
  norm_bias_ = file.section<float>(prefix + "norm.bias", sizes_.input);
  for (std::size_t layer = 0; layer < sizes_.layers; ++layer) {
    const std::string name = prefix + "lstm" + std::to_string(layer);
    layer_inputs_.push_back(
        read_linear(file, name + ".input", 4 * width(), layer == 0 ? sizes_.input : width()));
    layer_recurrent_.push_back(
        {read_linear(file, name + ".forwards", 2 * width(), sizes_.hidden),
         read_linear(file, name + ".backwards", 2 * width(), sizes_.hidden)});
  }
}

void Encoder::embed(const WordFeatures& features, Activation* row) const {
  for (std::size_t table = 0; table < word_tables; ++table) {
    const std::size_t width = sizes_.tables[table];
    if (width == 0) continue;
    const std::uint64_t key = table < feature_kinds ? features[table] : features[0];
    std::memcpy(row, rows_[table].data() + tables_[table].find(key).value_or(0) * width, width);
    row += width;
  }
}

/// Everything before the first recurrence depends on the form alone, so it is
/// done once for each distinct form.
void Encoder::first_inputs(const WordBatch& batch, EncoderBuffers& buffers) const {
  const std::size_t count = batch.features().size();
  buffers.bytes.assign(count * sizes_.features, 0);
  for (std::size_t i = 0; i < count; ++i) {
    embed(batch.features()[i], buffers.bytes.data() + i * sizes_.features);
  }
  for (Activation& byte : buffers.bytes) byte ^= activation_zero;  // from signed to offset bytes
  const std::size_t width = input_.matrix.outputs;
  buffers.inputs.resize(count * width);
  buffers.scales.assign(count, 1.0F);
  apply(kernels_, input_, {buffers.bytes.data(), count, sizes_.features, buffers.scales.data()},
        buffers.inputs.data(), buffers.products);
  buffers.bytes.resize(count * sizes_.input);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = buffers.inputs.data() + i * width;
    kernels_.normalise_and_gate(row, norm_gain_.data(), norm_bias_.data(), sizes_.input);
    buffers.scales[i] =
        kernels_.quantise(row, sizes_.input, buffers.bytes.data() + i * sizes_.input);
  }
  buffers.gates.resize(count * layer_inputs_[0].matrix.outputs);
  apply(kernels_, layer_inputs_[0],
        {buffers.bytes.data(), count, sizes_.input, buffers.scales.data()}, buffers.gates.data(),
        buffers.products);
}

void Encoder::run_direction(std::size_t layer, std::size_t direction, const WordBatch& batch,
                            EncoderBuffers& buffers) const {
  const std::size_t hidden = sizes_.hidden;
  const std::size_t gate_width = layer_inputs_[layer].matrix.outputs;
  for (std::size_t row = 0; row < batch.words(); ++row) {
    const std::size_t source = layer == 0 ? batch.distinct()[batch.word_of_row()[row]] : row;
    buffers.input_of[row] = buffers.gates.data() + source * gate_width + direction * 4 * hidden;
  }
  buffers.cells.assign(batch.sentences() * hidden, 0.0F);
  const Linear& recurrent = layer_recurrent_[layer][direction];
  const std::size_t steps = batch.step_sizes().size();
  for (std::size_t s = 0; s < steps; ++s) {
    const std::size_t t = direction == 0 ? s : steps - 1 - s;
    const std::size_t begin = batch.step_begins()[t];
    const std::size_t size = batch.step_sizes()[t];
    std::size_t known = 0;  // rows that have a previous state
    if (s > 0) {
      const std::size_t before = direction == 0 ? t - 1 : t + 1;
      known = std::min<std::size_t>(size, batch.step_sizes()[before]);
      kernels_.multiply(
          buffers.packed.data() + batch.step_begins()[before] * 2 * hidden + direction * hidden,
          known, 2 * hidden, recurrent.matrix, buffers.products.data());
    }
    LstmStep step{buffers.products.data(),
                  recurrent.scales,
                  buffers.input_of.data() + begin,
                  known,
                  hidden,
                  buffers.cells.data(),
                  buffers.packed.data() + begin * 2 * hidden + direction * hidden,
                  2 * hidden};
    kernels_.lstm_step(step);
    step.products = nullptr;
    step.inputs += known;
    step.rows = size - known;
    step.cells += known * hidden;
    step.hidden += known * 2 * hidden;
    kernels_.lstm_step(step);
  }
}

void Encoder::run_layer(std::size_t layer, const WordBatch& batch, EncoderBuffers& buffers) const {
  const std::size_t words = batch.words();
  if (layer > 0) {
    buffers.gates.resize(words * layer_inputs_[layer].matrix.outputs);
    apply(kernels_, layer_inputs_[layer], {buffers.packed.data(), words, width()},
          buffers.gates.data(), buffers.products);
  }
  buffers.input_of.resize(words);
  buffers.packed.resize(words * width());
  const std::size_t most = batch.sentences() * 2 * width();
  if (buffers.products.size() < most) buffers.products.resize(most);
  for (std::size_t direction = 0; direction < 2; ++direction) {
    run_direction(layer, direction, batch, buffers);
  }
}

void Encoder::encode(const WordBatch& batch, EncoderBuffers& buffers) const {
  first_inputs(batch, buffers);
  for (std::size_t layer = 0; layer < sizes_.layers; ++layer) run_layer(layer, batch, buffers);
  buffers.states.resize(batch.words() * width());
  for (std::size_t row = 0; row < batch.words(); ++row) {
    std::copy_n(buffers.packed.data() + row * width(), width(),
                buffers.states.data() + batch.word_of_row()[row] * width());
  }
}

}  // namespace entente::annotate
