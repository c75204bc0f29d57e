// The tagger and parser under libtorch. A second task, names, helps it to learn;
// the program takes the names from the name network.
#pragma once

#include "train/encoder.hpp"

namespace entente::train {

struct NetworkShape : EncoderShape {
  std::int64_t arc = 192;
  std::int64_t label = 160;
};

struct Scores {
  torch::Tensor upos, feats, entity;      ///< [words, classes]
  torch::Tensor arcs;                     ///< [words, longest + 1], the last column the root
  torch::Tensor head_states, dependents;  ///< inputs of label_scores
};

class NetworkImpl : public EncoderImpl {
 public:
  NetworkImpl(const Vocabulary& vocabulary, const NetworkShape& shape);

  Scores forward(const Batch& batch, bool with_tree);
  torch::Tensor label_scores(const Scores& scores, const torch::Tensor& head_rows);

 private:
  NetworkShape shape_;
  torch::nn::Linear upos_{nullptr}, feats_{nullptr}, entity_{nullptr};
  torch::nn::Linear arc_head_{nullptr}, arc_dependent_{nullptr};
  torch::Tensor arc_bilinear_, arc_root_, arc_prior_;
  torch::nn::Linear label_head_{nullptr}, label_dependent_{nullptr};
  torch::nn::Linear label_product_{nullptr}, label_from_head_{nullptr},
      label_from_dependent_{nullptr};
  torch::Tensor label_root_;
};
TORCH_MODULE(Network);

/// Multi-task loss of a batch.
torch::Tensor loss_of(Network& network, const Batch& batch);

}  // namespace entente::train
