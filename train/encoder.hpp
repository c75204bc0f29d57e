// What the networks under libtorch share: sentences as packed batches, and the
// embeddings and recurrent layers that turn them into states.
#pragma once

#include <torch/torch.h>

#include <array>
#include <cstdint>
#include <vector>

#include "train/vocabulary.hpp"

namespace entente::train {

struct EncoderShape {
  std::int64_t input = 320;   ///< width of a word after the input layer
  std::int64_t hidden = 192;  ///< of each direction of each recurrent layer
  std::int64_t layers = 2;
  double dropout = 0.33;
  double recurrent_dropout = 0.1;  ///< share of recurrent weights dropped
  bool facts = false;              ///< sees the facts known of words
};

/// Sentences, longest first, with their words packed by position: all first
/// words, then all second words, and so on. `step_sizes[t]` sentences have a
/// word at position t.
struct Batch {
  std::vector<std::int64_t> step_sizes;
  torch::Tensor features;  ///< [words, feature_columns]
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

/// Columns of a word's features: each kind, the row of its vector, that of its facts.
inline constexpr std::size_t vector_column = annotate::feature_kinds;
inline constexpr std::size_t facts_column = annotate::feature_kinds + 1;
inline constexpr std::size_t feature_columns = annotate::feature_kinds + 2;

class EncoderImpl : public torch::nn::Module {
 public:
  EncoderImpl(const Vocabulary& vocabulary, const EncoderShape& shape);

 protected:
  /// [words, 2 hidden]
  torch::Tensor encode(const Batch& batch);
  /// One mask a sentence.
  torch::Tensor shared_dropout(const torch::Tensor& packed, const Batch& batch);
  torch::nn::Linear linear(const char* name, std::int64_t in, std::int64_t out);

 private:
  torch::Tensor embed(const Batch& batch);

  EncoderShape shape_;
  std::vector<torch::nn::Embedding> embeddings_;
  torch::Tensor vectors_, facts_;
  torch::nn::Linear input_{nullptr};
  torch::nn::LayerNorm norm_{nullptr};
  struct Direction {
    torch::Tensor input, recurrent, bias;
  };
  std::vector<std::array<Direction, 2>> layers_;
};

/// Mean cross-entropy over the rows whose class is known.
torch::Tensor classes_loss(const torch::Tensor& scores, const torch::Tensor& gold);

}  // namespace entente::train
