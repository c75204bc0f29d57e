#include "train/learn_boundaries.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>

#include "extract/annotate/boundary_model.hpp"
#include "extract/annotate/characters.hpp"
#include "extract/annotate/segmenter.hpp"

namespace entente::train {
namespace {

using annotate::boundary_buckets;
using annotate::BoundaryFeatures;

constexpr int passes = 12;
constexpr float rate = 0.1F;
constexpr float decay = 1e-5F;
constexpr float left_out = 0.25F;
constexpr std::size_t least_count = 2;

struct Observation {
  BoundaryFeatures features;
  std::size_t gold = 0;
  bool twice = false;
};

/// Features that occur often enough to be learnt, numbered, at most one a bucket.
class KnownFeatures {
 public:
  explicit KnownFeatures(const std::vector<Observation>& data) {
    std::unordered_map<std::uint32_t, std::size_t> counts;
    for (const Observation& item : data) {
      for (const auto f : item.features) ++counts[f];
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> order;
    for (const auto& [feature, count] : counts) {
      if (count >= least_count) order.emplace_back(count, feature);
    }
    std::sort(order.rbegin(), order.rend());
    std::vector<bool> taken(boundary_buckets);
    for (const auto& [count, feature] : order) {
      const auto bucket = annotate::boundary_bucket(feature);
      if (taken[bucket]) continue;
      taken[bucket] = true;
      numbers_.emplace(feature, list_.size());
      list_.push_back(feature);
    }
  }

  /// Replaces features by their numbers and drops unknown ones.
  void translate(BoundaryFeatures& features) const {
    BoundaryFeatures known;
    for (const auto f : features) {
      const auto found = numbers_.find(f);
      if (found != numbers_.end()) known.push_back(static_cast<std::uint32_t>(found->second));
    }
    features = std::move(known);
  }

  [[nodiscard]] const std::vector<std::uint32_t>& list() const { return list_; }

 private:
  std::unordered_map<std::uint32_t, std::size_t> numbers_;
  std::vector<std::uint32_t> list_;
};

/// Multinomial logistic regression by AdaGrad, with features left out at random
/// so that the general ones are learnt too.
std::vector<annotate::BoundaryWeights> learn(std::vector<Observation> data, std::size_t classes) {
  const KnownFeatures known(data);
  for (Observation& item : data) known.translate(item.features);
  std::vector<float> weights(known.list().size() * classes);
  std::vector<float> squares(weights.size(), 1e-3F);
  std::vector<std::size_t> order(data.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(3);
  std::uniform_real_distribution<float> chance(0.0F, 1.0F);
  std::vector<float> scores(classes);
  BoundaryFeatures used;
  for (int pass = 0; pass < passes; ++pass) {
    std::shuffle(order.begin(), order.end(), random);
    std::size_t wrong = 0;
    for (const std::size_t i : order) {
      const Observation& item = data[i];
      used.clear();
      for (const auto f : item.features) {
        if (chance(random) >= left_out) used.push_back(f);
      }
      std::fill(scores.begin(), scores.end(), 0.0F);
      for (const auto f : used) {
        for (std::size_t c = 0; c < classes; ++c) scores[c] += weights[f * classes + c];
      }
      const auto best = std::max_element(scores.begin(), scores.end());
      wrong += static_cast<std::size_t>(best - scores.begin()) == item.gold ? 0 : 1;
      const float top = *best;
      float sum = 0;
      for (float& score : scores) sum += (score = std::exp(score - top));
      for (std::size_t c = 0; c < classes; ++c) {
        const float error = scores[c] / sum - (c == item.gold ? 1.0F : 0.0F);
        if (std::abs(error) < 1e-3F) continue;
        const float gradient = item.twice ? 2 * error : error;
        for (const auto f : used) {
          const std::size_t at = f * classes + c;
          const float step = gradient + decay * weights[at];
          squares[at] += step * step;
          weights[at] -= rate * step / std::sqrt(squares[at]);
        }
      }
    }
    if (pass + 1 == passes) {
      std::printf("  %zu features, %zu of %zu wrong in the last pass\n", known.list().size(), wrong,
                  data.size());
    }
  }
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  std::vector<annotate::BoundaryWeights> rounded(boundary_buckets);
  for (std::size_t f = 0; f < known.list().size(); ++f) {
    auto& entry = rounded[annotate::boundary_bucket(known.list()[f])];
    entry.check = annotate::boundary_check(known.list()[f]);
    for (std::size_t c = 0; c < classes; ++c) {
      entry.classes[c] =
          static_cast<std::int16_t>(std::lround(weights[f * classes + c] / largest * 32767.0F));
    }
  }
  return rounded;
}

/// One document's text, and where its words and sentences end in it.
struct RawDocument {
  std::string text;
  std::vector<std::uint32_t> word_begins, word_ends;
  std::vector<bool> continues;  ///< of each word
  std::set<std::uint32_t> sentence_ends;
  bool twice = false;
  bool usable = true;
};

void skip_spaces(const std::string& text, std::size_t& at) {
  while (at < text.size()) {
    const auto c = annotate::decode(text, at);
    if (!annotate::is_space(c.value)) return;
    at += c.size;
  }
}

/// Finds the words of a sentence in the document's text; false if they are not there.
bool place_words(const Sentence& sentence, std::size_t at, RawDocument& document) {
  bool before = false;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    skip_spaces(document.text, at);
    if (document.text.compare(at, word.form.size(), word.form) != 0) return false;
    const bool touches = !document.word_ends.empty() && document.word_ends.back() == at;
    document.continues.push_back(word.in_multiword && before && touches);
    document.word_begins.push_back(static_cast<std::uint32_t>(at));
    at += word.form.size();
    document.word_ends.push_back(static_cast<std::uint32_t>(at));
    before = word.in_multiword;
  }
  document.sentence_ends.insert(static_cast<std::uint32_t>(at));
  return true;
}

std::vector<RawDocument> documents_of(const std::vector<Sentence>& sentences,
                                      const std::vector<bool>& favoured) {
  std::vector<RawDocument> documents;
  std::string id;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (documents.empty() || sentence.document != id) {
      documents.emplace_back();
      documents.back().twice = favoured[i];
      id = sentence.document;
    }
    RawDocument& document = documents.back();
    if (!document.text.empty()) document.text += sentence.new_paragraph ? "\n\n" : " ";
    const std::size_t begin = document.text.size();
    document.text += sentence.text;
    document.usable = document.usable && place_words(sentence, begin, document);
  }
  return documents;
}

class Observer {
 public:
  std::vector<Observation> cuts, ends;

  void observe(const RawDocument& document) {
    for (const auto paragraph : annotate::paragraphs_of(document.text, {})) {
      observe_cuts(document, paragraph);
      observe_ends(document, paragraph);
    }
  }

 private:
  void observe_cuts(const RawDocument& document, util::TextSpan paragraph) {
    const auto chunks = annotate::chunks_of(document.text, paragraph);
    const auto part = [&](util::TextSpan span) {
      return std::string_view(document.text).substr(span.begin, span.size());
    };
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      const annotate::Chunk chunk{part(chunks[i]), i > 0 ? part(chunks[i - 1]) : std::string_view{},
                                  i + 1 < chunks.size() ? part(chunks[i + 1]) : std::string_view{}};
      std::uint32_t last = 0;
      for (const std::uint32_t at : annotate::cut_candidates(chunk.text)) {
        Observation item;
        item.twice = document.twice;
        annotate::cut_features(chunk, at, last, item.features);
        const auto word = std::lower_bound(document.word_begins.begin(), document.word_begins.end(),
                                           chunks[i].begin + at);
        if (word != document.word_begins.end() && *word == chunks[i].begin + at) {
          const auto index = static_cast<std::size_t>(word - document.word_begins.begin());
          item.gold = static_cast<std::size_t>(document.continues[index] ? annotate::Cut::word
                                                                         : annotate::Cut::token);
          last = at;
        }
        cuts.push_back(std::move(item));
      }
    }
  }

  void observe_ends(const RawDocument& document, util::TextSpan paragraph) {
    std::vector<annotate::SplitToken> tokens;
    std::vector<std::size_t> words;
    for (std::size_t i = 0; i < document.word_begins.size(); ++i) {
      if (document.word_begins[i] < paragraph.begin || document.word_ends[i] > paragraph.end)
        continue;
      tokens.push_back(
          {std::string_view(document.text)
               .substr(document.word_begins[i], document.word_ends[i] - document.word_begins[i]),
           !words.empty() && document.word_begins[i] > document.word_ends[i - 1]});
      words.push_back(i);
    }
    annotate::SentenceState state;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      state.add(tokens[at - 1].form);
      const bool end = document.sentence_ends.count(document.word_ends[words[at - 1]]) != 0;
      if (!document.continues[words[at]] && annotate::may_end_sentence(tokens, at)) {
        Observation item;
        item.twice = document.twice;
        item.gold = end ? 1 : 0;
        annotate::end_features(tokens, at, state, item.features);
        ends.push_back(std::move(item));
      } else if (end) {
        ++missed_;
      }
      if (end) state = annotate::SentenceState{at, false, 0};
    }
  }

  std::size_t missed_ = 0;

 public:
  [[nodiscard]] std::size_t missed() const { return missed_; }
};

}  // namespace

void add_boundaries(annotate::ModelWriter& writer, const std::vector<Sentence>& sentences,
                    const std::vector<bool>& favoured) {
  Observer observer;
  std::size_t unusable = 0;
  for (const RawDocument& document : documents_of(sentences, favoured)) {
    if (document.usable) observer.observe(document);
    unusable += document.usable ? 0 : 1;
  }
  std::printf(
      "%zu places to cut, %zu sentence ends to judge (%zu out of reach), %zu documents not "
      "aligned\n",
      observer.cuts.size(), observer.ends.size(), observer.missed(), unusable);
  writer.add<annotate::BoundaryWeights>("cuts", learn(observer.cuts, annotate::cut_classes));
  writer.add<annotate::BoundaryWeights>("ends", learn(observer.ends, annotate::end_classes));
}

}  // namespace entente::train
