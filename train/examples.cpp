#include "train/examples.hpp"

#include <algorithm>

namespace entente::train {
namespace {

constexpr std::size_t shape_column = static_cast<std::size_t>(annotate::FeatureKind::shape);
constexpr double capitals_share = 0.02;
constexpr double title_share = 0.02;

torch::Tensor tensor(const std::vector<std::int64_t>& values) {
  return torch::tensor(values, torch::kLong);
}

}  // namespace

std::vector<Example> to_examples(const std::vector<Sentence>& sentences,
                                 const Vocabulary& vocabulary) {
  std::vector<Example> examples;
  examples.reserve(sentences.size());
  for (const Sentence& sentence : sentences) {
    Example example;
    example.parsed = sentence.parsed;
    const auto root = static_cast<std::int64_t>(sentence.words.size());
    for (const Word& word : sentence.words) {
      const annotate::WordFeatures features = annotate::features_of(word.form);
      auto& row = example.features.emplace_back();
      for (std::size_t kind = 0; kind < features.size(); ++kind) {
        row[kind] = vocabulary.id(kind, features[kind]);
      }
      row[vector_column] = vocabulary.vector_id(features[0]);
      row[facts_column] = vocabulary.fact_id(features[0]);
      example.capitals.push_back(vocabulary.id(shape_column, annotate::capitals_shape(word.form)));
      example.title.push_back(vocabulary.id(shape_column, annotate::title_shape(word.form)));
      example.upos.push_back(static_cast<std::int64_t>(word.upos));
      example.feats.push_back(vocabulary.feats_id(word.feats));
      example.head.push_back(word.head == 0 ? root : word.head - 1);
      example.deprel.push_back(static_cast<std::int64_t>(word.deprel));
      example.entity.push_back(word.entity);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<std::vector<const Example*>> shuffled_batches(
    const std::vector<const Example*>& examples, std::size_t words, std::mt19937& random) {
  std::uniform_real_distribution<double> jitter(0.0, 4.0);
  std::vector<std::pair<double, const Example*>> keyed;
  for (const Example* example : examples) {
    const double kind = example->parsed ? 0.0 : 1e6;
    keyed.emplace_back(kind + static_cast<double>(example->size()) + jitter(random), example);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::vector<const Example*>> batches;
  std::size_t filled = words;
  for (const auto& [key, example] : keyed) {
    if (filled + example->size() > words || batches.back().front()->parsed != example->parsed) {
      batches.emplace_back();
      filled = 0;
    }
    batches.back().push_back(example);
    filled += example->size();
  }
  std::shuffle(batches.begin(), batches.end(), random);
  return batches;
}

Batch make_batch(std::vector<const Example*> examples, std::mt19937* casing) {
  std::stable_sort(examples.begin(), examples.end(),
                   [](const Example* a, const Example* b) { return a->size() > b->size(); });
  Batch batch;
  batch.parsed = examples.front()->parsed;
  const std::size_t longest = examples.front()->size();
  std::vector<std::int64_t> step_begins;
  std::int64_t words = 0;
  for (std::size_t t = 0; t < longest; ++t) {
    const auto rows = std::count_if(examples.begin(), examples.end(),
                                    [&](const Example* e) { return e->size() > t; });
    batch.step_sizes.push_back(rows);
    step_begins.push_back(words);
    words += rows;
  }
  const auto count = static_cast<std::size_t>(words);
  std::vector<std::int64_t> features(count * feature_columns);
  std::vector<std::int64_t> sentence(count), position(count), upos(count), feats(count),
      head(count), head_row(count), deprel(count), entity(count), length;
  std::uniform_real_distribution<double> chance(0.0, 1.0);
  for (std::size_t b = 0; b < examples.size(); ++b) {
    const Example& example = *examples[b];
    length.push_back(static_cast<std::int64_t>(example.size()));
    const double drawn = casing == nullptr ? 1.0 : chance(*casing);
    for (std::size_t t = 0; t < example.size(); ++t) {
      const auto row = static_cast<std::size_t>(step_begins[t]) + b;
      std::copy(example.features[t].begin(), example.features[t].end(),
                features.begin() + static_cast<std::ptrdiff_t>(row * feature_columns));
      if (drawn < capitals_share) {
        features[row * feature_columns + shape_column] = example.capitals[t];
      } else if (drawn < capitals_share + title_share) {
        features[row * feature_columns + shape_column] = example.title[t];
      }
      sentence[row] = static_cast<std::int64_t>(b);
      position[row] = static_cast<std::int64_t>(t);
      upos[row] = example.upos[t];
      feats[row] = example.feats[t];
      head[row] = example.head[t];
      const bool root = example.head[t] == length.back();
      head_row[row] = root ? words
                           : step_begins[static_cast<std::size_t>(example.head[t])] +
                                 static_cast<std::int64_t>(b);
      deprel[row] = example.deprel[t];
      entity[row] = example.entity[t];
    }
  }
  batch.features = tensor(features).view({words, static_cast<std::int64_t>(feature_columns)});
  batch.sentence = tensor(sentence);
  batch.position = tensor(position);
  batch.length = tensor(length);
  batch.upos = tensor(upos);
  batch.feats = tensor(feats);
  batch.head = tensor(head);
  batch.head_row = tensor(head_row);
  batch.deprel = tensor(deprel);
  batch.entity = tensor(entity);
  return batch;
}

}  // namespace entente::train
