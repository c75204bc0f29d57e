#include "train/export_network.hpp"

#include <algorithm>
#include <cmath>

#include "extract/annotate/hash_table.hpp"
#include "extract/annotate/network.hpp"

namespace entente::train {
namespace {

using annotate::ModelWriter;

/// Bytes and the scale that turns them back: the largest magnitude becomes 127.
struct Bytes {
  std::vector<std::int8_t> values;
  float scale = 1.0F;
};

Bytes to_bytes(const float* values, std::size_t count, float largest) {
  Bytes result;
  result.scale = std::max(largest, 1e-12F) / 127.0F;
  result.values.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const float scaled = std::nearbyint(values[i] / result.scale);
    result.values[i] = static_cast<std::int8_t>(std::clamp(scaled, -127.0F, 127.0F));
  }
  return result;
}

float largest_of(const float* values, std::size_t count) {
  float largest = 0;
  for (std::size_t i = 0; i < count; ++i) largest = std::max(largest, std::abs(values[i]));
  return largest;
}

class Exporter {
 public:
  Exporter(ModelWriter& writer, Network& network) : writer_(writer) {
    for (const auto& item : network->named_parameters())
      tensors_[item.key()] = item.value().detach();
    for (const auto& item : network->named_buffers()) tensors_[item.key()] = item.value().detach();
  }

  torch::Tensor get(const std::string& name) const { return tensors_.at(name).contiguous(); }

  /// Rows of a matrix as bytes, each with its own scale.
  void linear(const std::string& name, const torch::Tensor& weights, const torch::Tensor& bias) {
    const torch::Tensor w = weights.contiguous();
    const torch::Tensor b = bias.contiguous();
    const auto outputs = static_cast<std::size_t>(w.size(0));
    const auto inputs = static_cast<std::size_t>(w.size(1));
    const std::size_t padded = annotate::padded_outputs(outputs);
    std::vector<std::int8_t> all;
    std::vector<float> scales(padded, 1.0F);
    std::vector<float> biases(padded, 0.0F);
    for (std::size_t row = 0; row < outputs; ++row) {
      const float* values = w.data_ptr<float>() + row * inputs;
      const Bytes bytes = to_bytes(values, inputs, largest_of(values, inputs));
      all.insert(all.end(), bytes.values.begin(), bytes.values.end());
      scales[row] = bytes.scale;
      biases[row] = b.data_ptr<float>()[row];
    }
    std::vector<std::int8_t> packed(padded * annotate::padded_inputs(inputs));
    std::vector<std::int32_t> offsets(padded);
    annotate::pack(all.data(), outputs, inputs, packed, offsets);
    writer_.add<std::int8_t>(name + ".weights", packed);
    writer_.add<std::int32_t>(name + ".offsets", offsets);
    writer_.add<float>(name + ".scales", scales);
    writer_.add<float>(name + ".bias", biases);
  }

  void linear(const std::string& name, const std::string& layer) {
    linear(name, get(layer + ".weight"), get(layer + ".bias"));
  }
  void stacked(const std::string& name, const std::vector<std::string>& layers) {
    std::vector<torch::Tensor> weights, biases;
    for (const std::string& layer : layers) {
      weights.push_back(get(layer + ".weight"));
      biases.push_back(get(layer + ".bias"));
    }
    linear(name, torch::cat(weights, 0), torch::cat(biases, 0));
  }

  void floats(const std::string& name, const torch::Tensor& tensor) {
    writer_.add<float>(name, std::span<const float>(tensor.data_ptr<float>(),
                                                    static_cast<std::size_t>(tensor.numel())));
  }

  /// One table of embeddings; returns the scale of its bytes. Values beyond
  /// five deviations are cut, so that a few do not coarsen all others.
  float embedding(const std::string& name, const torch::Tensor& table,
                  const std::unordered_map<std::uint64_t, std::int64_t>& ids) {
    const torch::Tensor rows = table.contiguous();
    const auto count = static_cast<std::size_t>(rows.numel());
    const float bound = 5.0F * rows.std().item<float>();
    const Bytes bytes = to_bytes(rows.data_ptr<float>(), count,
                                 std::min(bound, largest_of(rows.data_ptr<float>(), count)));
    writer_.add<std::int8_t>(name + ".rows", bytes.values);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    for (const auto& [key, id] : ids) entries.emplace_back(key, static_cast<std::uint32_t>(id));
    std::sort(entries.begin(), entries.end());
    annotate::add_hash_table(writer_, name, entries);
    return bytes.scale;
  }

 private:
  ModelWriter& writer_;
  std::map<std::string, torch::Tensor> tensors_;
};

void add_feats(ModelWriter& writer, const Vocabulary& vocabulary,
               const std::vector<Sentence>& sentences) {
  std::string names;
  for (const std::string& value : vocabulary.feats) names += value + '\n';
  writer.add<char>("feats.names", names);
  std::vector<std::uint8_t> allowed(annotate::upos_count * vocabulary.feats.size());
  for (const Sentence& sentence : sentences) {
    for (const Word& word : sentence.words) {
      const auto feats = vocabulary.feats_id(word.feats);
      if (!sentence.parsed || feats < 0) continue;
      allowed[static_cast<std::size_t>(word.upos) * vocabulary.feats.size() +
              static_cast<std::size_t>(feats)] = 1;
    }
  }
  writer.add<std::uint8_t>("feats.allowed", allowed);
}

}  // namespace

void add_network(ModelWriter& writer, Network& network, const NetworkShape& shape,
                 const Vocabulary& vocabulary, const std::vector<Sentence>& sentences) {
  torch::NoGradGuard guard;
  Exporter out(writer, network);
  std::vector<std::uint32_t> widths;
  std::vector<float> column_scales;
  for (std::size_t kind = 0; kind <= annotate::feature_kinds; ++kind) {
    const bool vectors = kind == annotate::feature_kinds;
    const torch::Tensor table =
        out.get(vectors ? "vectors" : "embedding" + std::to_string(kind) + ".weight");
    const float scale = out.embedding("feature" + std::to_string(kind), table,
                                      vectors ? vocabulary.vector_ids : vocabulary.ids[kind]);
    widths.push_back(static_cast<std::uint32_t>(table.size(1)));
    column_scales.insert(column_scales.end(), widths.back(), scale);
  }
  out.linear("input", out.get("input.weight") * torch::tensor(column_scales),
             out.get("input.bias"));
  out.floats("norm.gain", out.get("norm.weight"));
  out.floats("norm.bias", out.get("norm.bias"));
  for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
    const std::string from = "lstm" + std::to_string(layer);
    out.linear(from + ".input", torch::cat({out.get(from + "f_input"), out.get(from + "b_input")}),
               torch::cat({out.get(from + "f_bias"), out.get(from + "b_bias")}));
    const torch::Tensor none = torch::zeros({4 * shape.hidden});
    out.linear(from + ".forwards", out.get(from + "f_recurrent"), none);
    out.linear(from + ".backwards", out.get(from + "b_recurrent"), none);
  }
  out.stacked("tags", {"upos", "feats", "entity"});
  out.stacked("arcs", {"arc_head", "arc_dependent"});
  out.linear("bilinear", out.get("arc_bilinear").t(), out.get("arc_prior"));
  out.stacked("labels", {"label_head", "label_dependent"});
  out.linear("label.product", "label_product");
  out.linear("label.head", "label_from_head");
  out.linear("label.dependent", "label_from_dependent");
  const torch::Tensor root = out.get("arc_root");
  const auto arc = static_cast<std::size_t>(shape.arc);
  const Bytes key = to_bytes(root.data_ptr<float>(), arc, largest_of(root.data_ptr<float>(), arc));
  writer.add<std::int8_t>("root.key", key.values);
  writer.add<float>("root.scale", std::span<const float>(&key.scale, 1));
  add_feats(writer, vocabulary, sentences);
  std::vector<std::uint32_t> sizes;
  sizes.push_back(static_cast<std::uint32_t>(annotate::padded_inputs(column_scales.size())));
  for (const auto size : {shape.input, shape.hidden, shape.layers, shape.arc, shape.label}) {
    sizes.push_back(static_cast<std::uint32_t>(size));
  }
  sizes.push_back(static_cast<std::uint32_t>(vocabulary.feats.size()));
  sizes.insert(sizes.end(), widths.begin(), widths.end());
  writer.add<std::uint32_t>("sizes", sizes);
}

}  // namespace entente::train
