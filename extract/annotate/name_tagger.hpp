// The network that finds names, apart from the parser's so that each can be
// trained without the other.
#pragma once

#include <memory>
#include <vector>

#include "extract/annotate/encoder.hpp"
#include "extract/annotate/entity_tags.hpp"
#include "extract/annotate/workspace_pool.hpp"

namespace entente::annotate {

class NameTagger {
 public:
  /// Views the sections of `file`, which must outlive it.
  NameTagger(const ModelFile& file, const Kernels& kernels);

  [[nodiscard]] std::vector<TagScores> score(const WordBatch& batch) const;
  [[nodiscard]] const TagChain& chain() const { return chain_; }

 private:
  struct Workspace {
    EncoderBuffers encoder;
    std::vector<float> scores;
  };

  const Kernels& kernels_;
  Encoder encoder_;
  Linear scores_;
  TagChain chain_;
  std::unique_ptr<WorkspacePool<Workspace>> pool_;
};

}  // namespace entente::annotate
