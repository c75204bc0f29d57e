// The tagger and parser at run time: words in, tags and trees out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "extract/annotate/encoder.hpp"
#include "extract/annotate/entity_tags.hpp"
#include "extract/annotate/workspace_pool.hpp"
#include "extract/text/token.hpp"

namespace entente::annotate {

inline constexpr std::size_t upos_count = static_cast<std::size_t>(text::Upos::x) + 1;
inline constexpr std::size_t deprel_count = static_cast<std::size_t>(text::Deprel::xcomp) + 1;

struct Prediction {
  std::uint32_t head = 0;  ///< index within the sentence; its length at the root
  std::uint16_t feats = 0;
  text::Upos upos = text::Upos::x;
  text::Deprel deprel = text::Deprel::dep;
  TagScores names{};  ///< a second opinion, to be added to the name tagger's
};

/// The widths of the heads, as the model file states them.
struct HeadSizes {
  std::uint32_t arc = 0;
  std::uint32_t label = 0;
  std::uint32_t feats = 0;  ///< number of FEATS strings
};

class Network {
 public:
  /// Views the sections of `file`, which must outlive the network.
  Network(const ModelFile& file, const Kernels& kernels);
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Annotates sentences. The result of a sentence does not depend on the others.
  [[nodiscard]] std::vector<Prediction> predict(const WordBatch& batch) const;

 private:
  struct Workspace;

  void run(const Linear& layer, const ByteRows& rows, float* out, Workspace& work) const;
  [[nodiscard]] ByteRows states(std::size_t words, const Workspace& work) const;
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
  Encoder encoder_;
  HeadSizes sizes_;
  Linear tags_, arcs_, bilinear_, labels_, label_product_, label_head_, label_dependent_;
  std::span<const std::uint8_t> feats_allowed_;  ///< [upos][feats]
  std::span<const std::int8_t> root_key_;        ///< [arc]
  float root_scale_ = 0;
  std::unique_ptr<WorkspacePool<Workspace>> pool_;
};

}  // namespace entente::annotate
