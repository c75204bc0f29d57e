#include "train/export_network.hpp"

#include <algorithm>
#include <cmath>

#include "extract/annotate/hash_table.hpp"
#include "extract/annotate/network.hpp"

namespace entente::train {
namespace {

using annotate::ModelWriter;

/// Weight of what the parser's encoder says about names beside the name network: chosen on the
/// development parts (EWT 71.0 without, 72.5 with 0.3, 71.0 with 0.7).
constexpr double second_opinion = 0.3;

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
  /// Names of what belongs to this network alone begin with `prefix`.
  Exporter(ModelWriter& writer, const torch::nn::Module& network, std::string prefix)
      : writer_(writer), prefix_(std::move(prefix)) {
    for (const auto& item : network.named_parameters()) {
      tensors_[item.key()] = item.value().detach();
    }
    for (const auto& item : network.named_buffers()) tensors_[item.key()] = item.value().detach();
  }

  torch::Tensor get(const std::string& name) const { return tensors_.at(name).contiguous(); }

  /// Rows of a matrix as bytes, each with its own scale.
  void linear(const std::string& section, const torch::Tensor& weights, const torch::Tensor& bias) {
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
    const std::string name = prefix_ + section;
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

  /// Multiplies what a layer gives.
  void scale(const std::string& layer, double factor) {
    tensors_[layer + ".weight"] = tensors_[layer + ".weight"] * factor;
    tensors_[layer + ".bias"] = tensors_[layer + ".bias"] * factor;
  }

  void floats(const std::string& section, const torch::Tensor& tensor) {
    writer_.add<float>(
        prefix_ + section,
        std::span<const float>(tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())));
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

  void numbers(const std::string& section, const std::vector<std::uint32_t>& values) {
    writer_.add<std::uint32_t>(prefix_ + section, values);
  }

  void encoder(const EncoderShape& shape, const Vocabulary& vocabulary);

 private:
  ModelWriter& writer_;
  std::string prefix_;
  std::map<std::string, torch::Tensor> tensors_;
};

/// The sections that annotate::Encoder reads.
void Exporter::encoder(const EncoderShape& shape, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> widths;
  std::vector<float> column_scales;
  const auto add_table = [&](const std::string& section, const torch::Tensor& table,
                             const std::unordered_map<std::uint64_t, std::int64_t>& ids) {
    const float scale = embedding(section, table, ids);
    widths.push_back(static_cast<std::uint32_t>(table.size(1)));
    column_scales.insert(column_scales.end(), widths.back(), scale);
  };
  for (std::size_t kind = 0; kind < annotate::feature_kinds; ++kind) {
    const std::string number = std::to_string(kind);
    add_table(prefix_ + "feature" + number, get("embedding" + number + ".weight"),
              vocabulary.ids[kind]);
  }
  add_table("vectors", get("vectors"), vocabulary.vector_ids);
  if (shape.facts) {
    add_table(prefix_ + "facts", get("facts"), vocabulary.fact_ids);
  } else {
    widths.push_back(0);
  }
  linear("input", get("input.weight") * torch::tensor(column_scales), get("input.bias"));
  floats("norm.gain", get("norm.weight"));
  floats("norm.bias", get("norm.bias"));
  const torch::Tensor none = torch::zeros({4 * shape.hidden});
  for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
    const std::string from = "lstm" + std::to_string(layer);
    linear(from + ".input", torch::cat({get(from + "f_input"), get(from + "b_input")}),
           torch::cat({get(from + "f_bias"), get(from + "b_bias")}));
    linear(from + ".forwards", get(from + "f_recurrent"), none);
    linear(from + ".backwards", get(from + "b_recurrent"), none);
  }
  std::vector<std::uint32_t> sizes{
      static_cast<std::uint32_t>(annotate::padded_inputs(column_scales.size())),
      static_cast<std::uint32_t>(shape.input), static_cast<std::uint32_t>(shape.hidden),
      static_cast<std::uint32_t>(shape.layers)};
  sizes.insert(sizes.end(), widths.begin(), widths.end());
  numbers("encoder", sizes);
}

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
  Exporter out(writer, *network, "");
  out.encoder(shape, vocabulary);
  out.scale("entity", second_opinion);
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
  out.numbers("heads",
              {static_cast<std::uint32_t>(shape.arc), static_cast<std::uint32_t>(shape.label),
               static_cast<std::uint32_t>(vocabulary.feats.size())});
}

void add_names(ModelWriter& writer, NameNetwork& network, const EncoderShape& shape,
               const Vocabulary& vocabulary) {
  torch::NoGradGuard guard;
  Exporter out(writer, *network, "names.");
  out.encoder(shape, vocabulary);
  out.linear("tags", "entity");
  out.floats("chain", network->transitions().detach().contiguous());
}

}  // namespace entente::train
