// The part that the networks share: word features through embeddings and
// recurrent layers to one state a word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/annotate/hash_table.hpp"
#include "extract/annotate/linear.hpp"
#include "extract/annotate/word_batch.hpp"

namespace entente::annotate {

/// Tables of a word: its features, its vector, the facts known of it.
inline constexpr std::size_t word_tables = feature_kinds + 2;

/// The sizes of an encoder, as the model file states them.
struct EncoderSizes {
  std::uint32_t features = 0;  ///< width of all tables' rows of a word, padded
  std::uint32_t input = 0;
  std::uint32_t hidden = 0;  ///< of one direction
  std::uint32_t layers = 0;
  std::array<std::uint32_t, word_tables> tables{};  ///< widths; 0 where there is no table
};

/// Buffers of one call; kept between calls so that their memory is touched for
/// the first time once.
struct EncoderBuffers {
  std::vector<Activation> states;  ///< [words][2 hidden] in text order: the result
  std::vector<std::int32_t> products;
  std::vector<float> inputs, scales;
  std::vector<Activation> bytes;
  std::vector<float> gates;            ///< input parts, per distinct form or per row
  std::vector<const float*> input_of;  ///< of each packed row
  std::vector<Activation> packed;
  std::vector<float> cells;
};

class Encoder {
 public:
  /// Views the sections whose names begin with `prefix`, and the word vectors,
  /// which all encoders share. The file must outlive the encoder.
  Encoder(const ModelFile& file, const Kernels& kernels, const std::string& prefix);

  /// Writes buffers.states. The state of a word depends on its sentence alone.
  void encode(const WordBatch& batch, EncoderBuffers& buffers) const;

  [[nodiscard]] std::size_t width() const { return 2 * std::size_t{sizes_.hidden}; }

 private:
  void embed(const WordFeatures& features, Activation* row) const;
  void first_inputs(const WordBatch& batch, EncoderBuffers& buffers) const;
  void run_layer(std::size_t layer, const WordBatch& batch, EncoderBuffers& buffers) const;
  void run_direction(std::size_t layer, std::size_t direction, const WordBatch& batch,
                     EncoderBuffers& buffers) const;

  const Kernels& kernels_;
  EncoderSizes sizes_;
  std::array<HashTable, word_tables> tables_;
  std::array<std::span<const std::int8_t>, word_tables> rows_;
  Linear input_;
  std::span<const float> norm_gain_, norm_bias_;
  std::vector<Linear> layer_inputs_;                    ///< both directions in one
  std::vector<std::array<Linear, 2>> layer_recurrent_;  ///< forwards, backwards
};

}  // namespace entente::annotate
