#include "train/network.hpp"

namespace entente::train {
namespace {

namespace F = torch::nn::functional;

constexpr double entity_weight = 0.8;  // of its loss, beside 1 for arcs
constexpr double slope = 0.1;          // of the leaky rectifiers
constexpr int upos_classes = static_cast<int>(text::Upos::x) + 1;
constexpr int deprel_classes = static_cast<int>(text::Deprel::xcomp) + 1;

torch::Tensor rectify(const torch::Tensor& x) {
  return F::leaky_relu(x, F::LeakyReLUFuncOptions().negative_slope(slope));
}

}  // namespace

NetworkImpl::NetworkImpl(const Vocabulary& vocabulary, const NetworkShape& shape)
    : EncoderImpl(vocabulary, shape), shape_(shape) {
  const std::int64_t from = 2 * shape.hidden;
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

Scores NetworkImpl::forward(const Batch& batch, bool with_tree) {
  const torch::Tensor states = encode(batch);
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
