// The network that finds names, under libtorch: an encoder of its own, which
// sees the facts known of words, and a chain of entity tags.
#pragma once

#include "train/encoder.hpp"

namespace entente::train {

class NameNetworkImpl : public EncoderImpl {
 public:
  NameNetworkImpl(const Vocabulary& vocabulary, const EncoderShape& shape);

  /// [words, entity_tags]
  torch::Tensor forward(const Batch& batch);
  /// [entity_tags, entity_tags]: score of the second after the first.
  [[nodiscard]] const torch::Tensor& transitions() const { return transitions_; }
  /// Negative log-likelihood a word of the gold tags under the chain.
  torch::Tensor chain_loss(const torch::Tensor& scores, const Batch& batch) const;
  /// Best tags of each word.
  torch::Tensor best_tags(const torch::Tensor& scores, const Batch& batch) const;

 private:
  torch::nn::Linear entity_{nullptr};
  torch::Tensor transitions_;
};
TORCH_MODULE(NameNetwork);

torch::Tensor loss_of(NameNetwork& network, const Batch& batch);

}  // namespace entente::train
