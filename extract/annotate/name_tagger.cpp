#include "extract/annotate/name_tagger.hpp"

#include <algorithm>

namespace entente::annotate {

NameTagger::NameTagger(const ModelFile& file, const Kernels& kernels)
    : kernels_(kernels),
      encoder_(file, kernels, "names."),
      scores_(read_linear(file, "names.tags", entity_tag_count, encoder_.width())),
      chain_(file.section<float>("names.chain", entity_tag_count * entity_tag_count)),
      pool_(std::make_unique<WorkspacePool<Workspace>>()) {}

std::vector<TagScores> NameTagger::score(const WordBatch& batch) const {
  std::vector<TagScores> result(batch.words());
  if (result.empty()) return result;
  std::unique_ptr<Workspace> work = pool_->take();
  encoder_.encode(batch, work->encoder);
  const std::size_t width = scores_.matrix.outputs;
  work->scores.resize(batch.words() * width);
  apply(kernels_, scores_, {work->encoder.states.data(), batch.words(), encoder_.width()},
        work->scores.data(), work->encoder.products);
  for (std::size_t i = 0; i < result.size(); ++i) {
    std::copy_n(work->scores.data() + i * width, entity_tag_count, result[i].begin());
  }
  pool_->give_back(std::move(work));
  return result;
}

}  // namespace entente::annotate
