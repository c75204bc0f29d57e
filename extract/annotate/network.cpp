#include "extract/annotate/network.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <numeric>
#include <string>
#include <unordered_map>

#include "extract/annotate/entity_tags.hpp"
#include "extract/annotate/tree.hpp"
#include "util/error.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t chunk = 48;  // rows between a product and its conversion to float
constexpr std::size_t widest_hidden = 1024;
constexpr std::size_t widest = 8192;

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

NetworkSizes read_sizes(const ModelFile& file) {
  constexpr std::size_t numbers = 7 + feature_kinds + 1;
  const auto values = file.section<std::uint32_t>("sizes", numbers);
  NetworkSizes sizes{values[0], values[1], values[2], values[3],
                     values[4], values[5], values[6], {}};
  std::copy(values.begin() + 7, values.end(), sizes.embeddings.begin());
  const std::uint32_t all =
      std::accumulate(sizes.embeddings.begin(), sizes.embeddings.end(), std::uint32_t{0});
  const bool sane = sizes.features == padded_inputs(all) && sizes.input % 4 == 0 &&
                    sizes.hidden % 4 == 0 && sizes.arc % 4 == 0 && sizes.label % 4 == 0 &&
                    sizes.hidden > 0 && sizes.hidden <= widest_hidden && sizes.layers > 0 &&
                    sizes.layers < 10 && sizes.input <= widest && sizes.features <= widest &&
                    sizes.arc <= widest && sizes.label <= widest && sizes.feats <= widest;
  if (!sane) throw ModelError("the sizes in the language model make no sense; copy it again");
  return sizes;
}

}  // namespace

/// Words packed by position, longest sentence first.
struct Network::Layout {
  std::vector<std::uint32_t> order;        ///< sentences, longest first
  std::vector<std::uint32_t> step_begins;  ///< packed row of each step's first word
  std::vector<std::uint32_t> step_sizes;
  std::vector<std::uint32_t> word_of_row;

  explicit Layout(std::span<const std::uint32_t> begins) {
    const auto length = [&](std::uint32_t s) { return begins[s + 1] - begins[s]; };
    order.resize(begins.size() - 1);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
    auto rows = static_cast<std::uint32_t>(order.size());
    for (std::uint32_t t = 0; t < length(order.front()); ++t) {
      while (length(order[rows - 1]) <= t) --rows;
      step_begins.push_back(static_cast<std::uint32_t>(word_of_row.size()));
      step_sizes.push_back(rows);
      for (std::uint32_t b = 0; b < rows; ++b) word_of_row.push_back(begins[order[b]] + t);
    }
  }
};

/// Buffers of one call.
struct Network::Workspace {
  std::vector<std::int32_t> products;
  std::vector<float> gates;             ///< input parts, per distinct word or per row
  std::vector<const float*> input_of;   ///< of each packed row
  std::vector<std::uint32_t> distinct;  ///< of each word
  std::vector<Activation> states;       ///< packed
  std::vector<float> cells;
  std::vector<Activation> ordered;  ///< states in text order
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

/// Workspaces that calls take and give back, so that their memory is touched
/// for the first time once and not in every call.
class Network::Pool {
 public:
  std::unique_ptr<Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Workspace>();
    auto work = std::move(idle_.back());
    idle_.pop_back();
    return work;
  }
  void give_back(std::unique_ptr<Workspace> work) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(work));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> idle_;
};

Network::~Network() = default;

Network::Linear Network::linear(const ModelFile& file, const std::string& name, std::size_t outputs,
                                std::size_t inputs) const {
  const std::size_t padded = padded_outputs(outputs);
  Linear result;
  result.matrix.inputs = padded_inputs(inputs);
  result.matrix.outputs = padded;
  result.matrix.data =
      file.section<std::int8_t>(name + ".weights", padded * result.matrix.inputs).data();
  result.matrix.offsets = file.section<std::int32_t>(name + ".offsets", padded).data();
  result.scales = file.section<float>(name + ".scales", padded).data();
  result.bias = file.section<float>(name + ".bias", padded).data();
  result.used = outputs;
  return result;
}

Network::Network(const ModelFile& file, const Kernels& kernels)
    : kernels_(kernels), sizes_(read_sizes(file)), pool_(std::make_unique<Pool>()) {
  for (std::size_t kind = 0; kind <= feature_kinds; ++kind) {
    const std::string name = "feature" + std::to_string(kind);
    embeddings_[kind] = file.section<std::int8_t>(name + ".rows");
    const std::size_t width = sizes_.embeddings[kind];
    tables_[kind] = HashTable(file, name, width == 0 ? 0 : embeddings_[kind].size() / width);
  }
  const std::size_t both = 2 * std::size_t{sizes_.hidden};
  input_ = linear(file, "input", sizes_.input, sizes_.features);
  norm_gain_ = file.section<float>("norm.gain", sizes_.input);
  norm_bias_ = file.section<float>("norm.bias", sizes_.input);
  for (std::size_t layer = 0; layer < sizes_.layers; ++layer) {
    const std::string name = "lstm" + std::to_string(layer);
    layer_inputs_.push_back(
        linear(file, name + ".input", 4 * both, layer == 0 ? sizes_.input : both));
    layer_recurrent_.push_back({linear(file, name + ".forwards", 2 * both, sizes_.hidden),
                                linear(file, name + ".backwards", 2 * both, sizes_.hidden)});
  }
  tags_ = linear(file, "tags", upos_count + sizes_.feats + entity_tag_count, both);
  arcs_ = linear(file, "arcs", 2 * std::size_t{sizes_.arc}, both);
  bilinear_ = linear(file, "bilinear", sizes_.arc, sizes_.arc);
  labels_ = linear(file, "labels", 2 * std::size_t{sizes_.label}, both);
  label_product_ = linear(file, "label.product", deprel_count, sizes_.label);
  label_head_ = linear(file, "label.head", deprel_count, sizes_.label);
  label_dependent_ = linear(file, "label.dependent", deprel_count, sizes_.label);
  feats_allowed_ = file.section<std::uint8_t>("feats.allowed", upos_count * sizes_.feats);
  root_key_ = file.section<std::int8_t>("root.key", sizes_.arc);
  root_scale_ = file.section<float>("root.scale", 1).front();
}

/// out[row][output], rows `matrix.outputs` apart. Without `row_scales` the rows
/// are hidden states, whose scale is fixed.
void Network::apply(const Linear& layer, const Activation* rows, std::size_t count,
                    std::size_t stride, const float* row_scales, float* out,
                    Workspace& work) const {
  const std::size_t width = layer.matrix.outputs;
  if (work.products.size() < chunk * width) work.products.resize(chunk * width);
  for (std::size_t row = 0; row < count; row += chunk) {
    const std::size_t many = std::min(chunk, count - row);
    kernels_.multiply(rows + row * stride, many, stride, layer.matrix, work.products.data());
    for (std::size_t i = 0; i < many; ++i) {
      kernels_.dequantise(work.products.data() + i * width,
                          row_scales == nullptr ? state_scale : row_scales[row + i], layer.scales,
                          layer.bias, width, out + (row + i) * width);
    }
  }
}

void Network::embed(std::string_view form, Activation* row) const {
  const WordFeatures features = features_of(form);
  for (std::size_t kind = 0; kind <= feature_kinds; ++kind) {
    const std::uint64_t key = kind == feature_kinds ? features[0] : features[kind];
    const std::size_t width = sizes_.embeddings[kind];
    const std::int8_t* from =
        embeddings_[kind].data() + tables_[kind].find(key).value_or(0) * width;
    std::memcpy(row, from, width);
    row += width;
  }
}

/// Everything before the first recurrence depends on the form alone, so it is
/// done once for each distinct form.
void Network::first_inputs(std::span<const std::string_view> forms, Workspace& work) const {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  numbers.reserve(forms.size());
  work.distinct.resize(forms.size());
  std::vector<std::string_view> distinct;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(distinct.size());
    const auto [found, fresh] = numbers.emplace(forms[i], next);
    if (fresh) distinct.push_back(forms[i]);
    work.distinct[i] = found->second;
  }
  const std::size_t count = distinct.size();
  work.bytes.assign(count * sizes_.features, 0);
  for (std::size_t i = 0; i < count; ++i) {
    embed(distinct[i], work.bytes.data() + i * sizes_.features);
  }
  for (Activation& byte : work.bytes) byte ^= activation_zero;  // from signed to offset bytes
  const std::size_t width = input_.matrix.outputs;
  work.hidden_a.resize(count * width);
  work.scales.assign(count, 1.0F);
  apply(input_, work.bytes.data(), count, sizes_.features, work.scales.data(), work.hidden_a.data(),
        work);
  work.bytes.resize(count * sizes_.input);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = work.hidden_a.data() + i * width;
    kernels_.normalise_and_gate(row, norm_gain_.data(), norm_bias_.data(), sizes_.input);
    work.scales[i] = kernels_.quantise(row, sizes_.input, work.bytes.data() + i * sizes_.input);
  }
  work.gates.resize(count * layer_inputs_[0].matrix.outputs);
  apply(layer_inputs_[0], work.bytes.data(), count, sizes_.input, work.scales.data(),
        work.gates.data(), work);
}

void Network::run_layer(std::size_t layer, const Layout& layout, Workspace& work) const {
  const std::size_t hidden = sizes_.hidden;
  const std::size_t rows = layout.word_of_row.size();
  const std::size_t gate_width = layer_inputs_[layer].matrix.outputs;
  if (layer > 0) {
    work.gates.resize(rows * gate_width);
    apply(layer_inputs_[layer], work.states.data(), rows, 2 * hidden, nullptr, work.gates.data(),
          work);
  }
  work.input_of.resize(rows);
  work.states.resize(rows * 2 * hidden);
  work.products.resize(std::max(work.products.size(), layout.order.size() * 4 * hidden));
  for (std::size_t direction = 0; direction < 2; ++direction) {
    for (std::size_t row = 0; row < rows; ++row) {
      const std::size_t source = layer == 0 ? work.distinct[layout.word_of_row[row]] : row;
      work.input_of[row] = work.gates.data() + source * gate_width + direction * 4 * hidden;
    }
    work.cells.assign(layout.order.size() * hidden, 0.0F);
    const Linear& recurrent = layer_recurrent_[layer][direction];
    const std::size_t steps = layout.step_sizes.size();
    for (std::size_t s = 0; s < steps; ++s) {
      const std::size_t t = direction == 0 ? s : steps - 1 - s;
      const std::size_t begin = layout.step_begins[t];
      const std::size_t size = layout.step_sizes[t];
      std::size_t known = 0;  // rows that have a previous state
      if (s > 0) {
        const std::size_t before = direction == 0 ? t - 1 : t + 1;
        known = std::min<std::size_t>(size, layout.step_sizes[before]);
        kernels_.multiply(
            work.states.data() + layout.step_begins[before] * 2 * hidden + direction * hidden,
            known, 2 * hidden, recurrent.matrix, work.products.data());
      }
      LstmStep step{work.products.data(),
                    recurrent.scales,
                    work.input_of.data() + begin,
                    known,
                    hidden,
                    work.cells.data(),
                    work.states.data() + begin * 2 * hidden + direction * hidden,
                    2 * hidden};
      kernels_.lstm_step(step);
      step.products = nullptr;
      step.inputs += known;
      step.rows = size - known;
      step.cells += known * hidden;
      step.hidden += known * 2 * hidden;
      kernels_.lstm_step(step);
    }
  }
}

void Network::tag(std::size_t words, Workspace& work, std::span<Prediction> result) const {
  const std::size_t width = tags_.matrix.outputs;
  work.hidden_a.resize(words * width);
  apply(tags_, work.ordered.data(), words, 2 * std::size_t{sizes_.hidden}, nullptr,
        work.hidden_a.data(), work);
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
  apply(arcs_, work.ordered.data(), words, 2 * std::size_t{sizes_.hidden}, nullptr,
        work.hidden_a.data(), work);
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
  apply(bilinear_, work.bytes.data(), words, arc, work.scales.data(), work.hidden_b.data(), work);
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
  work.products.resize(std::max(work.products.size(), n * matrix.outputs));
  kernels_.multiply(work.queries.data() + begin * arc, n, arc, matrix, work.products.data());
  work.arc_scores.resize(n * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t* products = work.products.data() + i * matrix.outputs;
    float* scores = work.arc_scores.data() + i * (n + 1);
    for (std::size_t j = 0; j < n; ++j) {
      scores[j] = static_cast<float>(products[j]) * work.key_scales[begin + j];
    }
    scores[n] = static_cast<float>(products[n]) * root_scale_;
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
  apply(labels_, work.ordered.data(), words, 2 * std::size_t{sizes_.hidden}, nullptr,
        work.hidden_b.data(), work);
  kernels_.rectify(work.hidden_b.data(), words * width);
  const float* heads = work.hidden_b.data();
  const float* dependents = heads + label;
  const auto score = [&](const Linear& layer, const float* rows, std::size_t stride,
                         std::vector<float>& scores) {
    quantise_rows(rows, words, stride, label, work);
    scores.resize(words * classes);
    apply(layer, work.bytes.data(), words, label, work.scales.data(), scores.data(), work);
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

std::vector<Prediction> Network::predict(std::span<const std::string_view> forms,
                                         std::span<const std::uint32_t> begins) const {
  std::vector<Prediction> result(forms.size());
  if (forms.empty()) return result;
  const Layout layout(begins);
  std::unique_ptr<Workspace> taken = pool_->take();
  Workspace& work = *taken;
  first_inputs(forms, work);
  for (std::size_t layer = 0; layer < sizes_.layers; ++layer) run_layer(layer, layout, work);
  const std::size_t both = 2 * std::size_t{sizes_.hidden};
  work.ordered.resize(forms.size() * both);
  for (std::size_t row = 0; row < forms.size(); ++row) {
    std::copy_n(work.states.data() + row * both, both,
                work.ordered.data() + layout.word_of_row[row] * both);
  }
  tag(forms.size(), work, result);
  const std::size_t width = tags_.matrix.outputs;
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    best_entity_tags(work.hidden_a.data() + begins[s] * width + upos_count + sizes_.feats, width,
                     std::span(result).subspan(begins[s], begins[s + 1] - begins[s]));
  }
  find_heads(begins, work, result);
  label(begins, work, result);
  pool_->give_back(std::move(taken));
  return result;
}

}  // namespace entente::annotate
