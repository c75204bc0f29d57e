// The tagger, parser and entity network under libtorch.
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

#include "train/vocabulary.hpp"

namespace entente::train {

struct NetworkShape {
  std::int64_t input = 320;   ///< width of a word after the input layer
  std::int64_t hidden = 192;  ///< of each direction of each recurrent layer
  std::int64_t layers = 2;
  std::int64_t arc = 192;
  std::int64_t label = 160;
  double dropout = 0.33;
  double recurrent_dropout = 0.1;  ///< share of recurrent weights dropped
};

/// Sentences, longest first, with their words packed by position: all first
/// words, then all second words, and so on. `step_sizes[t]` sentences have a
/// word at position t.
struct Batch {
  std::vector<std::int64_t> step_sizes;
  torch::Tensor features;  ///< [words, kinds + 1], the last column the vector's row
  torch::Tensor sentence;  ///< [words], sentence of each word
  torch::Tensor position;  ///< [words]
  torch::Tensor length;    ///< [sentences]
  torch::Tensor upos;      ///< [words], -1 where unknown; likewise below
  torch::Tensor feats;
  torch::Tensor head;      ///< position of the head, the sentence's length for the root
  torch::Tensor head_row;  ///< packed row of the head, the number of words for the root
  torch::Tensor deprel;
  torch::Tensor entity;
  bool parsed = false;
};

struct Scores {
  torch::Tensor upos, feats, entity;      ///< [words, classes]
  torch::Tensor arcs;                     ///< [words, longest + 1], the last column the root
  torch::Tensor head_states, dependents;  ///< inputs of label_scores
};

class NetworkImpl : public torch::nn::Module {
 public:
  NetworkImpl(const Vocabulary& vocabulary, const NetworkShape& shape);

  Scores forward(const Batch& batch, bool with_tree);
  torch::Tensor label_scores(const Scores& scores, const torch::Tensor& head_rows);

 private:
  torch::Tensor embed(const Batch& batch);
  torch::Tensor shared_dropout(const torch::Tensor& packed, const Batch& batch);

  NetworkShape shape_;
  std::vector<torch::nn::Embedding> embeddings_;
  torch::Tensor vectors_;
  torch::nn::Linear input_{nullptr};
  torch::nn::LayerNorm norm_{nullptr};
  struct Direction {
    torch::Tensor input, recurrent, bias;
  };
  std::vector<std::array<Direction, 2>> layers_;
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
