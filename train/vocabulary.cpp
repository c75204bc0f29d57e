#include "train/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "util/error.hpp"

namespace entente::train {
namespace {

constexpr int least_count = 2;

void rescale(std::vector<float>& values, std::size_t skip) {
  double sum = 0;
  double squares = 0;
  const auto count = static_cast<double>(values.size() - skip);
  for (std::size_t i = skip; i < values.size(); ++i) {
    sum += static_cast<double>(values[i]);
    squares += static_cast<double>(values[i]) * static_cast<double>(values[i]);
  }
  const double mean = sum / count;
  const auto factor = static_cast<float>(0.3 / std::sqrt(squares / count - mean * mean));
  for (float& value : values) value *= factor;
}

}  // namespace

std::int64_t Vocabulary::id(std::size_t kind, std::uint64_t feature) const {
  const auto found = ids[kind].find(feature);
  return found == ids[kind].end() ? unknown_id : found->second;
}

std::int64_t Vocabulary::vector_id(std::uint64_t word_feature) const {
  const auto found = vector_ids.find(word_feature);
  return found == vector_ids.end() ? unknown_id : found->second;
}

std::int64_t Vocabulary::fact_id(std::uint64_t word_feature) const {
  const auto found = fact_ids.find(word_feature);
  return found == fact_ids.end() ? unknown_id : found->second;
}

std::int64_t Vocabulary::feats_id(std::string_view value) const {
  const auto found = std::find(feats.begin(), feats.end(), value);
  return found == feats.end() ? -1 : found - feats.begin();
}

Vocabulary collect_vocabulary(const std::vector<Sentence>& sentences) {
  Vocabulary vocabulary;
  std::array<std::unordered_map<std::uint64_t, int>, annotate::feature_kinds> counts;
  std::unordered_map<std::string, int> feats_counts;
  for (const Sentence& sentence : sentences) {
    for (const Word& word : sentence.words) {
      const annotate::WordFeatures features = annotate::features_of(word.form);
      for (std::size_t kind = 0; kind < features.size(); ++kind) {
        if (++counts[kind][features[kind]] != least_count) continue;
        vocabulary.ids[kind].emplace(features[kind], vocabulary.size(kind));
      }
      if (sentence.parsed && ++feats_counts[word.feats] == least_count) {
        vocabulary.feats.push_back(word.feats);
      }
    }
  }
  return vocabulary;
}

void read_vectors(Vocabulary& vocabulary, const std::filesystem::path& path) {
  std::ifstream in(path);
  std::size_t count = 0;
  if (!(in >> count >> vocabulary.vector_width)) {
    throw InputError(path.string(), 1, "expected the number and the width of the vectors");
  }
  const auto width = static_cast<std::size_t>(vocabulary.vector_width);
  vocabulary.vectors.assign(width, 0.0F);
  std::string word;
  std::vector<float> row(width);
  while (in >> word) {
    for (float& value : row) in >> value;
    const std::uint64_t feature = annotate::features_of(word)[0];
    const auto id = static_cast<std::int64_t>(vocabulary.vectors.size() / width);
    if (!vocabulary.vector_ids.emplace(feature, id).second) continue;
    vocabulary.vectors.insert(vocabulary.vectors.end(), row.begin(), row.end());
  }
  rescale(vocabulary.vectors, width);
}

void read_facts(Vocabulary& vocabulary, const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string line;
  std::map<std::vector<float>, std::int64_t> rows;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    std::istringstream cells(line);
    std::string word;
    cells >> word;
    std::vector<float> row{std::istream_iterator<float>(cells), {}};
    if (number == 1) {
      vocabulary.fact_width = static_cast<std::int64_t>(row.size());
      vocabulary.facts.assign(row.size(), 0.0F);
    }
    if (row.empty() || static_cast<std::int64_t>(row.size()) != vocabulary.fact_width) {
      throw InputError(path.string(), number, "expected a word and as many numbers as above");
    }
    const auto next = static_cast<std::int64_t>(rows.size()) + 1;
    const auto [at, fresh] = rows.emplace(std::move(row), next);
    if (fresh) {
      vocabulary.facts.insert(vocabulary.facts.end(), at->first.begin(), at->first.end());
    }
    vocabulary.fact_ids.emplace(annotate::features_of(word)[0], at->second);
  }
  if (vocabulary.fact_width == 0) throw InputError(path.string(), 1, "no facts of words");
}

}  // namespace entente::train
