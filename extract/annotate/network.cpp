#include "extract/annotate/network.hpp"

#include <algorithm>

#include "extract/annotate/tree.hpp"
#include "util/error.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t widest = 8192;

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

HeadSizes read_sizes(const ModelFile& file) {
  const auto values = file.section<std::uint32_t>("heads", 3);
  const HeadSizes sizes{values[0], values[1], values[2]};
  const bool sane = sizes.arc % 4 == 0 && sizes.label % 4 == 0 && sizes.arc <= widest &&
                    sizes.label <= widest && sizes.feats <= widest;
  if (!sane) throw ModelError("the sizes in the language model make no sense; copy it again");
  return sizes;
}

}  // namespace

/// Buffers of one call.
struct Network::Workspace {
  EncoderBuffers encoder;
  std::vector<float> hidden_a, hidden_b;
  std::vector<Activation> bytes;
  std::vector<float> scales;
  std::vector<float> arc_scores;
  std::vector<std::int8_t> keys, sentence_keys, packed_keys;
  std::vector<std::uint32_t> head_of;  ///< of each word, itself at a root
  std::vector<std::int32_t> key_offsets;
  std::vector<float> key_scales;
  std::vector<Activation> queries;
  std::vector<float> label_scores, from_head, from_dependent;
};

Network::~Network() = default;

Network::Network(const ModelFile& file, const Kernels& kernels)
    : kernels_(kernels),
      encoder_(file, kernels, ""),
      sizes_(read_sizes(file)),
      pool_(std::make_unique<WorkspacePool<Workspace>>()) {
  const std::size_t both = encoder_.width();
  tags_ = read_linear(file, "tags", upos_count + sizes_.feats + entity_tag_count, both);
  arcs_ = read_linear(file, "arcs", 2 * std::size_t{sizes_.arc}, both);
  bilinear_ = read_linear(file, "bilinear", sizes_.arc, sizes_.arc);
  labels_ = read_linear(file, "labels", 2 * std::size_t{sizes_.label}, both);
  label_product_ = read_linear(file, "label.product", deprel_count, sizes_.label);
  label_head_ = read_linear(file, "label.head", deprel_count, sizes_.label);
  label_dependent_ = read_linear(file, "label.dependent", deprel_count, sizes_.label);
  feats_allowed_ = file.section<std::uint8_t>("feats.allowed", upos_count * sizes_.feats);
  root_key_ = file.section<std::int8_t>("root.key", sizes_.arc);
  root_scale_ = file.section<float>("root.scale", 1).front();
}

void Network::run(const Linear& layer, const ByteRows& rows, float* out, Workspace& work) const {
  apply(kernels_, layer, rows, out, work.encoder.products);
}

ByteRows Network::states(std::size_t words, const Workspace& work) const {
  return {work.encoder.states.data(), words, encoder_.width()};
}

void Network::tag(std::size_t words, Workspace& work, std::span<Prediction> result) const {
  const std::size_t width = tags_.matrix.outputs;
  work.hidden_a.resize(words * width);
  run(tags_, states(words, work), work.hidden_a.data(), work);
  for (std::size_t i = 0; i < words; ++i) {
    const float* scores = work.hidden_a.data() + i * width;
    const std::size_t upos = best_of(scores, upos_count);
    result[i].upos = static_cast<text::Upos>(upos);
    const float* feats = scores + upos_count;
    const std::uint8_t* allowed = feats_allowed_.data() + upos * sizes_.feats;
    std::size_t best = sizes_.feats;
    for (std::size_t f = 0; f < sizes_.feats; ++f) {
      if (allowed[f] != 0 && (best == sizes_.feats || feats[f] > feats[best])) best = f;
    }
    result[i].feats = static_cast<std::uint16_t>(best == sizes_.feats ? 0 : best);
    std::copy_n(feats + sizes_.feats, entity_tag_count, result[i].names.begin());
  }
}

void Network::quantise_rows(const float* rows, std::size_t count, std::size_t stride,
                            std::size_t width, Workspace& work) const {
  work.bytes.resize(count * width);
  work.scales.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    work.scales[i] = kernels_.quantise(rows + i * stride, width, work.bytes.data() + i * width);
  }
}

void Network::find_heads(std::span<const std::uint32_t> begins, Workspace& work,
                         std::span<Prediction> result) const {
  const std::size_t words = result.size();
  const std::size_t arc = sizes_.arc;
  const std::size_t width = arcs_.matrix.outputs;
  work.hidden_a.resize(words * width);
  run(arcs_, states(words, work), work.hidden_a.data(), work);
  kernels_.rectify(work.hidden_a.data(), words * width);
  quantise_rows(work.hidden_a.data(), words, width, arc, work);
  work.key_scales = work.scales;
  work.keys.resize(words * arc);
  for (std::size_t i = 0; i < words * arc; ++i) {
    work.keys[i] = static_cast<std::int8_t>(work.bytes[i] ^ activation_zero);
  }
  quantise_rows(work.hidden_a.data() + arc, words, width, arc, work);
  const std::size_t query_width = bilinear_.matrix.outputs;
  work.hidden_b.resize(words * query_width);
  run(bilinear_, {work.bytes.data(), words, arc, work.scales.data()}, work.hidden_b.data(), work);
  work.queries.resize(words * arc);
  for (std::size_t i = 0; i < words; ++i) {
    kernels_.quantise(work.hidden_b.data() + i * query_width, arc, work.queries.data() + i * arc);
  }
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    parse_sentence(begins[s], begins[s + 1], work, result);
  }
}

void Network::parse_sentence(std::size_t begin, std::size_t end, Workspace& work,
                             std::span<Prediction> result) const {
  const std::size_t n = end - begin;
  const std::size_t arc = sizes_.arc;
  // The sentence's words as heads, and the root after them, become the matrix.
  PackedMatrix matrix{nullptr, nullptr, arc, padded_outputs(n + 1)};
  work.packed_keys.resize(matrix.outputs * arc);
  work.key_offsets.resize(matrix.outputs);
  const auto first = work.keys.begin() + static_cast<std::ptrdiff_t>(begin * arc);
  work.sentence_keys.assign(first, first + static_cast<std::ptrdiff_t>(n * arc));
  work.sentence_keys.insert(work.sentence_keys.end(), root_key_.begin(), root_key_.end());
  pack(work.sentence_keys.data(), n + 1, arc, work.packed_keys, work.key_offsets);
  matrix.data = work.packed_keys.data();
  matrix.offsets = work.key_offsets.data();
  std::vector<std::int32_t>& products = work.encoder.products;
  if (products.size() < n * matrix.outputs) products.resize(n * matrix.outputs);
  kernels_.multiply(work.queries.data() + begin * arc, n, arc, matrix, products.data());
  work.arc_scores.resize(n * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t* sums = products.data() + i * matrix.outputs;
    float* scores = work.arc_scores.data() + i * (n + 1);
    for (std::size_t j = 0; j < n; ++j) {
      scores[j] = static_cast<float>(sums[j]) * work.key_scales[begin + j];
    }
    scores[n] = static_cast<float>(sums[n]) * root_scale_;
  }
  const auto heads = best_tree(work.arc_scores, static_cast<std::uint32_t>(n));
  for (std::size_t i = 0; i < n; ++i) result[begin + i].head = heads[i];
}

/// Labels every arc: scores of the pair, of the head and of the dependent are added up.
void Network::label(std::span<const std::uint32_t> begins, Workspace& work,
                    std::span<Prediction> result) const {
  const std::size_t words = result.size();
  const std::size_t label = sizes_.label;
  const std::size_t width = labels_.matrix.outputs;
  const std::size_t classes = label_product_.matrix.outputs;
  work.hidden_b.resize(words * width);
  run(labels_, states(words, work), work.hidden_b.data(), work);
  kernels_.rectify(work.hidden_b.data(), words * width);
  const float* heads = work.hidden_b.data();
  const float* dependents = heads + label;
  const auto score = [&](const Linear& layer, const float* rows, std::size_t stride,
                         std::vector<float>& scores) {
    quantise_rows(rows, words, stride, label, work);
    scores.resize(words * classes);
    run(layer, {work.bytes.data(), words, label, work.scales.data()}, scores.data(), work);
  };
  score(label_head_, heads, width, work.from_head);
  score(label_dependent_, dependents, width, work.from_dependent);
  work.head_of.resize(words);
  work.hidden_a.resize(words * label);
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    const std::size_t n = begins[s + 1] - begins[s];
    for (std::size_t i = begins[s]; i < begins[s + 1]; ++i) {
      const std::size_t head = result[i].head == n ? i : begins[s] + result[i].head;
      work.head_of[i] = static_cast<std::uint32_t>(head);
      kernels_.multiply_pairs(heads + head * width, dependents + i * width, label,
                              work.hidden_a.data() + i * label);
    }
  }
  score(label_product_, work.hidden_a.data(), label, work.label_scores);
  constexpr auto root = static_cast<std::size_t>(text::Deprel::root);
  for (std::size_t i = 0; i < words; ++i) {
    float* row = work.label_scores.data() + i * classes;
    const float* from_head = work.from_head.data() + work.head_of[i] * classes;
    const float* from_dependent = work.from_dependent.data() + i * classes;
    for (std::size_t c = 0; c < deprel_count; ++c) row[c] += from_head[c] + from_dependent[c];
    row[root] = -1e30F;
    result[i].deprel = work.head_of[i] == i ? text::Deprel::root
                                            : static_cast<text::Deprel>(best_of(row, deprel_count));
  }
}

std::vector<Prediction> Network::predict(const WordBatch& batch) const {
  std::vector<Prediction> result(batch.words());
  if (result.empty()) return result;
  std::unique_ptr<Workspace> work = pool_->take();
  encoder_.encode(batch, work->encoder);
  tag(result.size(), *work, result);
  find_heads(batch.begins(), *work, result);
  label(batch.begins(), *work, result);
  pool_->give_back(std::move(work));
  return result;
}

}  // namespace entente::annotate
