#include "train/encoder.hpp"

#include <cmath>

#include "train/lstm.hpp"

namespace entente::train {
namespace {

namespace F = torch::nn::functional;

constexpr std::array<std::int64_t, annotate::feature_kinds> embedding_widths{96, 32, 32,
                                                                             64, 64, 32};
constexpr double word_dropout = 0.15;
constexpr double name_dropout = 0.35;  // of words in names, so that contexts of names are learnt
constexpr double vector_dropout = 0.03;
constexpr double facts_dropout = 0.05;

/// Some ids become 0 while training.
torch::Tensor drop_ids(const torch::Tensor& ids, const torch::Tensor& share) {
  return ids * (torch::rand(ids.sizes()) >= share).to(torch::kLong);
}

torch::Tensor rows_of(const std::vector<float>& values, std::int64_t width) {
  return torch::tensor(values).view({-1, width});
}

}  // namespace

EncoderImpl::EncoderImpl(const Vocabulary& vocabulary, const EncoderShape& shape) : shape_(shape) {
  std::int64_t width = vocabulary.vector_width;
  for (std::size_t kind = 0; kind < annotate::feature_kinds; ++kind) {
    auto embedding = torch::nn::Embedding(vocabulary.size(kind), embedding_widths[kind]);
    torch::nn::init::normal_(embedding->weight, 0, 0.3);
    embeddings_.push_back(
        register_module("embedding" + std::to_string(kind), std::move(embedding)));
    width += embedding_widths[kind];
  }
  vectors_ = register_buffer("vectors", rows_of(vocabulary.vectors, vocabulary.vector_width));
  if (shape.facts) {
    facts_ = register_buffer("facts", rows_of(vocabulary.facts, vocabulary.fact_width));
    width += vocabulary.fact_width;
  }
  input_ = register_module("input", torch::nn::Linear(width, shape.input));
  norm_ = register_module("norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({shape.input})));
  std::int64_t from = shape.input;
  const double range = 1.0 / std::sqrt(static_cast<double>(shape.hidden));
  for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
    std::array<Direction, 2> both;
    for (int d = 0; d < 2; ++d) {
      const std::string name = "lstm" + std::to_string(layer) + (d == 0 ? "f" : "b");
      both[d].input = register_parameter(
          name + "_input", torch::empty({4 * shape.hidden, from}).uniform_(-range, range));
      both[d].recurrent = register_parameter(
          name + "_recurrent",
          torch::empty({4 * shape.hidden, shape.hidden}).uniform_(-range, range));
      torch::Tensor bias = torch::zeros({4 * shape.hidden});
      bias.narrow(0, shape.hidden, shape.hidden).fill_(1.0);
      both[d].bias = register_parameter(name + "_bias", bias);
    }
    layers_.push_back(both);
    from = 2 * shape.hidden;
  }
}

torch::nn::Linear EncoderImpl::linear(const char* name, std::int64_t in, std::int64_t out) {
  return register_module(name, torch::nn::Linear(in, out));
}

torch::Tensor EncoderImpl::shared_dropout(const torch::Tensor& packed, const Batch& batch) {
  if (!is_training()) return packed;
  const torch::Tensor mask =
      (torch::rand({batch.length.size(0), packed.size(1)}) >= shape_.dropout).to(torch::kFloat) /
      (1.0 - shape_.dropout);
  return packed * mask.index_select(0, batch.sentence);
}

torch::Tensor EncoderImpl::embed(const Batch& batch) {
  std::vector<torch::Tensor> parts;
  const torch::Tensor word_share =
      (batch.entity > 0).to(torch::kFloat) * (name_dropout - word_dropout) + word_dropout;
  for (std::size_t kind = 0; kind < annotate::feature_kinds; ++kind) {
    torch::Tensor ids = batch.features.select(1, static_cast<std::int64_t>(kind));
    if (is_training() && kind == 0) ids = drop_ids(ids, word_share);
    parts.push_back(embeddings_[kind](ids));
  }
  const auto known = [&](const torch::Tensor& table, std::size_t column, double share) {
    torch::Tensor rows = batch.features.select(1, static_cast<std::int64_t>(column));
    if (is_training()) rows = drop_ids(rows, torch::full({}, share));
    parts.push_back(table.index_select(0, rows));
  };
  known(vectors_, vector_column, vector_dropout);
  if (shape_.facts) known(facts_, facts_column, facts_dropout);
  torch::Tensor all = torch::cat(parts, 1);
  all = torch::dropout(all, shape_.dropout, is_training());
  return torch::silu(norm_(input_(all)));
}

torch::Tensor EncoderImpl::encode(const Batch& batch) {
  torch::Tensor states = embed(batch);
  for (const auto& layer : layers_) {
    if (&layer != &layers_.front()) states = shared_dropout(states, batch);
    std::vector<torch::Tensor> both;
    for (std::size_t d = 0; d < 2; ++d) {
      const torch::Tensor recurrent =
          torch::dropout(layer[d].recurrent, shape_.recurrent_dropout, is_training());
      both.push_back(
          lstm(states, layer[d].input, recurrent, layer[d].bias, batch.step_sizes, d == 1));
    }
    states = torch::cat(both, 1);
  }
  return shared_dropout(states, batch);
}

torch::Tensor classes_loss(const torch::Tensor& scores, const torch::Tensor& gold) {
  return F::cross_entropy(scores, gold, F::CrossEntropyFuncOptions().ignore_index(-1));
}

}  // namespace entente::train
