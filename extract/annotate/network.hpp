// The network at run time: word features in; tags, trees and entity scores out.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/annotate/features.hpp"
#include "extract/annotate/hash_table.hpp"
#include "extract/annotate/kernels.hpp"
#include "extract/annotate/model_file.hpp"
#include "extract/text/token.hpp"

namespace entente::annotate {

inline constexpr std::size_t upos_count = static_cast<std::size_t>(text::Upos::x) + 1;
inline constexpr std::size_t deprel_count = static_cast<std::size_t>(text::Deprel::xcomp) + 1;
inline constexpr std::size_t entity_tag_count = 9;  ///< O, then B- and I- of PER, LOC, ORG, MISC

struct Prediction {
  std::uint32_t head = 0;  ///< index within the sentence; its length at the root
  std::uint16_t feats = 0;
  text::Upos upos = text::Upos::x;
  text::Deprel deprel = text::Deprel::dep;
  std::uint8_t entity = 0;
};

/// The sizes of a network, as the model file states them.
struct NetworkSizes {
  std::uint32_t features = 0;  ///< width of all embeddings of a word
  std::uint32_t input = 0;
  std::uint32_t hidden = 0;  ///< of one direction
  std::uint32_t layers = 0;
  std::uint32_t arc = 0;
  std::uint32_t label = 0;
  std::uint32_t feats = 0;                                    ///< number of FEATS strings
  std::array<std::uint32_t, feature_kinds + 1> embeddings{};  ///< widths; the last, word vectors
};

class Network {
 public:
  /// Views the sections of `file`, which must outlive the network.
  Network(const ModelFile& file, const Kernels& kernels);
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Annotates sentences; `begins` holds where each starts in `forms`, and
  /// forms.size() at the end. No sentence may be empty. The result of a
  /// sentence does not depend on the others.
  [[nodiscard]] std::vector<Prediction> predict(std::span<const std::string_view> forms,
                                                std::span<const std::uint32_t> begins) const;

 private:
  struct Linear {
    PackedMatrix matrix;
    const float* scales = nullptr;
    const float* bias = nullptr;
    std::size_t used = 0;  ///< outputs without padding
  };
  struct Layout;
  struct Workspace;
  class Pool;

  Linear linear(const ModelFile& file, const std::string& name, std::size_t outputs,
                std::size_t inputs) const;
  void apply(const Linear& layer, const Activation* rows, std::size_t count, std::size_t stride,
             const float* row_scales, float* out, Workspace& work) const;
  void embed(std::string_view form, Activation* row) const;
  void first_inputs(std::span<const std::string_view> forms, Workspace& work) const;
  void run_layer(std::size_t layer, const Layout& layout, Workspace& work) const;
  void tag(std::size_t words, Workspace& work, std::span<Prediction> result) const;
  void find_heads(std::span<const std::uint32_t> begins, Workspace& work,
                  std::span<Prediction> result) const;
  void parse_sentence(std::size_t begin, std::size_t end, Workspace& work,
                      std::span<Prediction> result) const;
  void label(std::span<const std::uint32_t> begins, Workspace& work,
             std::span<Prediction> result) const;
  void quantise_rows(const float* rows, std::size_t count, std::size_t stride, std::size_t width,
                     Workspace& work) const;

  const Kernels& kernels_;
  NetworkSizes sizes_;
  std::array<HashTable, feature_kinds + 1> tables_;
  std::array<std::span<const std::int8_t>, feature_kinds + 1> embeddings_;
  Linear input_;
  std::span<const float> norm_gain_, norm_bias_;
  std::vector<Linear> layer_inputs_;                    ///< both directions in one
  std::vector<std::array<Linear, 2>> layer_recurrent_;  ///< forwards, backwards
  Linear tags_, arcs_, bilinear_, labels_, label_product_, label_head_, label_dependent_;
  std::span<const std::uint8_t> feats_allowed_;  ///< [upos][feats]
  std::span<const std::int8_t> root_key_;        ///< [arc]
  float root_scale_ = 0;
  std::unique_ptr<Pool> pool_;
};

}  // namespace entente::annotate
