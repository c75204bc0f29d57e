#include "train/network.hpp"

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
constexpr double entity_weight = 0.8;  // of its loss, beside 1 for arcs
constexpr double slope = 0.1;          // of the leaky rectifiers
constexpr int upos_classes = static_cast<int>(text::Upos::x) + 1;
constexpr int deprel_classes = static_cast<int>(text::Deprel::xcomp) + 1;

/// Some ids become 0 while training.
torch::Tensor drop_ids(const torch::Tensor& ids, const torch::Tensor& share) {
  return ids * (torch::rand(ids.sizes()) >= share).to(torch::kLong);
}

torch::Tensor rectify(const torch::Tensor& x) {
  return F::leaky_relu(x, F::LeakyReLUFuncOptions().negative_slope(slope));
}

torch::Tensor classes_loss(const torch::Tensor& scores, const torch::Tensor& gold) {
  return F::cross_entropy(scores, gold, F::CrossEntropyFuncOptions().ignore_index(-1));
}

}  // namespace

NetworkImpl::NetworkImpl(const Vocabulary& vocabulary, const NetworkShape& shape) : shape_(shape) {
  std::int64_t width = vocabulary.vector_width;
  for (std::size_t kind = 0; kind < annotate::feature_kinds; ++kind) {
    auto embedding = torch::nn::Embedding(vocabulary.size(kind), embedding_widths[kind]);
    torch::nn::init::normal_(embedding->weight, 0, 0.3);
    embeddings_.push_back(
        register_module("embedding" + std::to_string(kind), std::move(embedding)));
    width += embedding_widths[kind];
  }
  vectors_ = register_buffer("vectors",
                             torch::tensor(vocabulary.vectors).view({-1, vocabulary.vector_width}));
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
  const auto linear = [&](const char* name, std::int64_t in, std::int64_t out) {
    return register_module(name, torch::nn::Linear(in, out));
  };
  upos_ = linear("upos", from, upos_classes);
  feats_ = linear("feats", from, static_cast<std::int64_t>(vocabulary.feats.size()));
  entity_ = linear("entity", from, entity_tags);
  arc_head_ = linear("arc_head", from, shape.arc);
  arc_dependent_ = linear("arc_dependent", from, shape.arc);
  arc_bilinear_ = register_parameter("arc_bilinear", torch::zeros({shape.arc, shape.arc}));
  torch::nn::init::xavier_normal_(arc_bilinear_);
  arc_root_ = register_parameter("arc_root", torch::randn({shape.arc}) * 0.1);
  arc_prior_ = register_parameter("arc_prior", torch::zeros({shape.arc}));
  label_head_ = linear("label_head", from, shape.label);
  label_dependent_ = linear("label_dependent", from, shape.label);
  label_product_ = linear("label_product", shape.label, deprel_classes);
  label_from_head_ = linear("label_from_head", shape.label, deprel_classes);
  label_from_dependent_ = linear("label_from_dependent", shape.label, deprel_classes);
  label_root_ = register_parameter("label_root", torch::randn({1, shape.label}) * 0.1);
}

torch::Tensor NetworkImpl::shared_dropout(const torch::Tensor& packed, const Batch& batch) {
  if (!is_training()) return packed;
  const torch::Tensor mask =
      (torch::rand({batch.length.size(0), packed.size(1)}) >= shape_.dropout).to(torch::kFloat) /
      (1.0 - shape_.dropout);
  return packed * mask.index_select(0, batch.sentence);
}

torch::Tensor NetworkImpl::embed(const Batch& batch) {
  std::vector<torch::Tensor> parts;
  const torch::Tensor word_share =
      (batch.entity > 0).to(torch::kFloat) * (name_dropout - word_dropout) + word_dropout;
  for (std::size_t kind = 0; kind < annotate::feature_kinds; ++kind) {
    torch::Tensor ids = batch.features.select(1, static_cast<std::int64_t>(kind));
    if (is_training() && kind == 0) ids = drop_ids(ids, word_share);
    parts.push_back(embeddings_[kind](ids));
  }
  torch::Tensor rows = batch.features.select(1, annotate::feature_kinds);
  if (is_training()) rows = drop_ids(rows, torch::full({}, vector_dropout));
  parts.push_back(vectors_.index_select(0, rows));
  torch::Tensor all = torch::cat(parts, 1);
  all = torch::dropout(all, shape_.dropout, is_training());
  return torch::silu(norm_(input_(all)));
}

Scores NetworkImpl::forward(const Batch& batch, bool with_tree) {
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
  states = shared_dropout(states, batch);
  Scores scores;
  scores.entity = entity_(states);
  if (!with_tree) return scores;
  scores.upos = upos_(states);
  scores.feats = feats_(states);
  const torch::Tensor heads = shared_dropout(rectify(arc_head_(states)), batch);
  const torch::Tensor dependents = shared_dropout(rectify(arc_dependent_(states)), batch);
  const torch::Tensor queries = dependents.mm(arc_bilinear_) + arc_prior_;
  const auto sentences = batch.length.size(0);
  const auto longest = static_cast<std::int64_t>(batch.step_sizes.size());
  const torch::Tensor cell = batch.sentence * longest + batch.position;
  const auto pad = [&](const torch::Tensor& packed) {
    return torch::zeros({sentences * longest, shape_.arc})
        .index_copy(0, cell, packed)
        .view({sentences, longest, shape_.arc});
  };
  torch::Tensor arcs = pad(queries).bmm(pad(heads).transpose(1, 2));
  arcs = arcs.view({sentences * longest, longest}).index_select(0, cell);
  const torch::Tensor beyond = torch::arange(longest).unsqueeze(0) >=
                               batch.length.index_select(0, batch.sentence).unsqueeze(1);
  arcs = arcs.masked_fill(beyond, -1e4);
  scores.arcs = torch::cat({arcs, queries.mv(arc_root_).unsqueeze(1)}, 1);
  scores.head_states =
      torch::cat({shared_dropout(rectify(label_head_(states)), batch), label_root_}, 0);
  scores.dependents = shared_dropout(rectify(label_dependent_(states)), batch);
  return scores;
}

torch::Tensor NetworkImpl::label_scores(const Scores& scores, const torch::Tensor& head_rows) {
  const torch::Tensor heads = scores.head_states.index_select(0, head_rows);
  return label_product_(heads * scores.dependents) + label_from_head_(heads) +
         label_from_dependent_(scores.dependents);
}

torch::Tensor loss_of(Network& network, const Batch& batch) {
  const Scores scores = network->forward(batch, batch.parsed);
  const bool any_entity = (batch.entity >= 0).any().item<bool>();
  torch::Tensor loss =
      any_entity ? classes_loss(scores.entity, batch.entity) * entity_weight : torch::zeros({});
  if (!batch.parsed) return loss;
  // The arc column of the root is the last one whatever the sentence's length.
  const auto longest = static_cast<std::int64_t>(batch.step_sizes.size());
  const torch::Tensor lengths = batch.length.index_select(0, batch.sentence);
  const torch::Tensor heads =
      torch::where(batch.head == lengths, torch::full_like(batch.head, longest), batch.head);
  return loss + classes_loss(scores.upos, batch.upos) * 0.5 +
         classes_loss(scores.feats, batch.feats) * 0.4 + classes_loss(scores.arcs, heads) +
         classes_loss(network->label_scores(scores, batch.head_row), batch.deprel);
}

}  // namespace entente::train
