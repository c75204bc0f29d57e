#include "extract/annotate/kernels.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "extract/annotate/name_tagger.hpp"
#include "extract/annotate/network.hpp"
#include "tests/annotate/test_model.hpp"
#include "tests/catch.hpp"

namespace {

using namespace entente::annotate;

struct Product {
  std::vector<Activation> rows;
  std::vector<std::int8_t> weights, packed;
  std::vector<std::int32_t> offsets;
  PackedMatrix matrix;

  Product(std::size_t count, std::size_t inputs, std::size_t outputs, std::mt19937& random)
      : rows(count * inputs),
        weights(outputs * inputs),
        packed(padded_outputs(outputs) * padded_inputs(inputs)),
        offsets(padded_outputs(outputs)) {
    for (auto& row : rows) row = static_cast<Activation>(random() % 256);
    for (auto& weight : weights) {
      weight = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    }
    pack(weights.data(), outputs, inputs, packed, offsets);
    matrix = {packed.data(), offsets.data(), padded_inputs(inputs), padded_outputs(outputs)};
  }
};

std::vector<float> random_floats(std::size_t count, std::mt19937& random) {
  std::uniform_real_distribution<float> value(-6.0F, 6.0F);
  std::vector<float> values(count);
  for (float& v : values) v = value(random);
  return values;
}

/// Everything element-wise on the same numbers, as one list.
std::vector<float> element_wise(const Kernels& kernels) {
  constexpr std::size_t width = 52;
  std::mt19937 random(3);
  std::vector<float> row = random_floats(width, random);
  const auto gain = random_floats(width, random);
  const auto bias = random_floats(width, random);
  kernels.normalise_and_gate(row.data(), gain.data(), bias.data(), width);
  std::vector<float> all = row;
  std::vector<Activation> bytes(width);
  all.push_back(kernels.quantise(row.data(), width, bytes.data()));
  all.insert(all.end(), bytes.begin(), bytes.end());
  const auto gates = random_floats(4 * width, random);
  const float* input = gates.data();
  std::vector<float> cells = random_floats(width, random);
  const std::vector<std::int32_t> products(4 * width, 700);
  const auto scales = random_floats(4 * width, random);
  kernels.lstm_step(
      {products.data(), scales.data(), &input, 1, width, cells.data(), bytes.data(), width});
  all.insert(all.end(), cells.begin(), cells.end());
  all.insert(all.end(), bytes.begin(), bytes.end());
  kernels.rectify(row.data(), width);
  kernels.multiply_pairs(row.data(), gain.data(), width, row.data());
  all.insert(all.end(), row.begin(), row.end());
  return all;
}

}  // namespace

TEST_CASE("every kernel multiplies exactly", "[annotate]") {
  std::mt19937 random(5);
  for (const Kernels& kernels : available_kernels()) {
    for (const std::size_t count : {1U, 2U, 5U, 6U, 13U}) {
      const Product product(count, 36, 83, random);
      std::vector<std::int32_t> results(count * product.matrix.outputs);
      kernels.multiply(product.rows.data(), count, 36, product.matrix, results.data());
      std::size_t wrong = 0;
      for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t o = 0; o < 83; ++o) {
          std::int32_t sum = 0;
          for (std::size_t k = 0; k < 36; ++k) {
            sum += (product.rows[row * 36 + k] - activation_zero) * product.weights[o * 36 + k];
          }
          wrong += sum == results[row * product.matrix.outputs + o] ? 0 : 1;
        }
      }
      CAPTURE(kernels.name, count);
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("every kernel computes the same bytes", "[annotate]") {
  const auto expected = element_wise(available_kernels().back());
  for (const Kernels& kernels : available_kernels()) {
    CAPTURE(kernels.name);
    CHECK(element_wise(kernels) == expected);
  }
}

TEST_CASE("every kernel gives the same annotation, alone or in a batch", "[annotate]") {
  const ModelFile file(entente::test::model_path());
  const std::vector<std::string_view> forms{"The",   "envoys", "left", "Bern", ".", "Nobody",
                                            "knows", "where",  "they", "went", "."};
  const std::vector<std::uint32_t> begins{0, 5, 11};
  const std::vector<std::uint32_t> begins_alone{0, 6};
  const auto same = [](const Prediction& a, const Prediction& b) {
    return a.head == b.head && a.upos == b.upos && a.feats == b.feats && a.deprel == b.deprel &&
           a.names == b.names;
  };
  const WordBatch both(forms, begins);
  const std::vector<std::string_view> second_forms(forms.begin() + 5, forms.end());
  const WordBatch alone(second_forms, begins_alone);
  const auto expected = Network(file, best_kernels()).predict(both);
  const auto names = NameTagger(file, best_kernels()).score(both);
  for (const Kernels& kernels : available_kernels()) {
    CAPTURE(kernels.name);
    const Network network(file, kernels);
    const auto first = network.predict(both);
    const auto second = network.predict(alone);
    CHECK(std::equal(first.begin(), first.end(), expected.begin(), same));
    CHECK(std::equal(second.begin(), second.end(), expected.begin() + 5, same));
    const NameTagger tagger(file, kernels);
    CHECK(tagger.score(both) == names);
    CHECK(tagger.score(alone) == std::vector<TagScores>(names.begin() + 5, names.end()));
  }
}
