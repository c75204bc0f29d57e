#include "train/evaluate.hpp"

#include <array>
#include <cstdio>
#include <map>
#include <set>

namespace entente::train {
namespace {

constexpr std::int64_t misc_type = 4;

using Spans = std::set<std::array<std::int64_t, 4>>;

Spans spans_of(const std::vector<std::int64_t>& tags, std::int64_t sentence) {
  Spans spans;
  std::int64_t begin = -1;
  std::int64_t kind = 0;
  for (std::int64_t i = 0; i <= static_cast<std::int64_t>(tags.size()); ++i) {
    const std::int64_t tag =
        i < static_cast<std::int64_t>(tags.size()) ? tags[static_cast<std::size_t>(i)] : 0;
    const std::int64_t type = (tag + 1) / 2;
    const bool inside = tag > 0 && tag % 2 == 0;
    if (begin >= 0 && !(inside && type == kind)) {
      spans.insert({sentence, begin, i, kind});
      begin = -1;
    }
    if (tag > 0 && begin < 0) {
      begin = i;
      kind = type;
    }
  }
  return spans;
}

/// Universal relation of each relation with a subtype.
std::vector<std::int64_t> universal_relations() {
  std::map<std::string, std::int64_t> first;
  std::vector<std::int64_t> result;
  for (int i = 0; i <= static_cast<int>(text::Deprel::xcomp); ++i) {
    const std::string name(text::name_of(static_cast<text::Deprel>(i)));
    result.push_back(first.emplace(name.substr(0, name.find(':')), i).first->second);
  }
  return result;
}

/// Compares the entity tags of a batch with the gold ones; `sentence` numbers the sentences.
void count_names(const torch::Tensor& tags, const Batch& batch, std::int64_t& sentence,
                 Tally& tally) {
  const torch::Tensor found_tags = tags.contiguous();
  for (std::int64_t b = 0; b < batch.length.size(0); ++b, ++sentence) {
    std::vector<std::int64_t> mine, theirs;
    std::int64_t begin = 0;
    for (std::int64_t t = 0; t < batch.length[b].item<std::int64_t>(); ++t) {
      mine.push_back(found_tags.data_ptr<std::int64_t>()[begin + b]);
      theirs.push_back(batch.entity.data_ptr<std::int64_t>()[begin + b]);
      begin += batch.step_sizes[static_cast<std::size_t>(t)];
    }
    if (theirs.front() < 0) continue;
    const Spans found = spans_of(mine, sentence);
    const Spans wanted = spans_of(theirs, sentence);
    tally.found += static_cast<std::int64_t>(found.size());
    tally.gold += static_cast<std::int64_t>(wanted.size());
    for (const auto& span : found) {
      tally.both += wanted.count(span) != 0 ? 1 : 0;
      tally.found_misc += span[3] == misc_type ? 1 : 0;
      for (std::int64_t type = 1; type <= misc_type; ++type) {
        tally.spans += wanted.count({span[0], span[1], span[2], type}) != 0 ? 1 : 0;
      }
    }
  }
}

void count_trees(Network& network, const Scores& scores, const Batch& batch, Tally& tally) {
  static const std::vector<std::int64_t> universal = universal_relations();
  const torch::Tensor coarse = torch::tensor(universal);
  const auto longest = static_cast<std::int64_t>(batch.step_sizes.size());
  const auto words = batch.sentence.size(0);
  torch::Tensor heads = scores.arcs.argmax(1);
  const torch::Tensor lengths = batch.length.index_select(0, batch.sentence);
  heads = torch::where(heads == longest, lengths, heads);
  std::vector<std::int64_t> begins(static_cast<std::size_t>(longest));
  for (std::size_t t = 1; t < begins.size(); ++t)
    begins[t] = begins[t - 1] + batch.step_sizes[t - 1];
  const torch::Tensor starts = torch::tensor(begins);
  const torch::Tensor rows =
      torch::where(heads == lengths, torch::full_like(heads, words),
                   starts.index_select(0, heads.clamp_max(longest - 1)) + batch.sentence);
  const torch::Tensor labels = network->label_scores(scores, rows).argmax(1);
  const torch::Tensor attached = heads == batch.head;
  tally.words += words;
  tally.upos += (scores.upos.argmax(1) == batch.upos).sum().item<std::int64_t>();
  tally.feats += (scores.feats.argmax(1) == batch.feats).sum().item<std::int64_t>();
  tally.heads += attached.sum().item<std::int64_t>();
  tally.full += (attached & (labels == batch.deprel)).sum().item<std::int64_t>();
  tally.labels +=
      (attached & (coarse.index_select(0, labels) == coarse.index_select(0, batch.deprel)))
          .sum()
          .item<std::int64_t>();
}

/// Calls `count` with each batch of the examples.
template <typename Count>
void for_each_batch(const std::vector<Example>& examples, const Count& count) {
  torch::NoGradGuard guard;
  std::vector<const Example*> pointers;
  for (const Example& example : examples) pointers.push_back(&example);
  std::mt19937 random(1);
  for (const auto& group : shuffled_batches(pointers, 4000, random)) {
    count(make_batch(group, nullptr));
  }
}

}  // namespace

Tally evaluate(Network& network, const std::vector<Example>& examples) {
  network->eval();
  Tally tally;
  std::int64_t sentence = 0;
  for_each_batch(examples, [&](const Batch& batch) {
    const Scores scores = network->forward(batch, batch.parsed);
    if (batch.parsed) count_trees(network, scores, batch, tally);
    count_names(scores.entity.argmax(1), batch, sentence, tally);
  });
  network->train();
  return tally;
}

Tally evaluate(NameNetwork& network, const std::vector<Example>& examples) {
  network->eval();
  Tally tally;
  std::int64_t sentence = 0;
  for_each_batch(examples, [&](const Batch& batch) {
    count_names(network->best_tags(network->forward(batch), batch), batch, sentence, tally);
  });
  network->train();
  return tally;
}

void report(const std::string& name, const Tally& t) {
  const auto share = [](std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf("  %-20s", name.c_str());
  if (t.words > 0) {
    std::printf(" upos %.2f feats %.2f uas %.2f las %.2f full %.2f", share(t.upos, t.words),
                share(t.feats, t.words), share(t.heads, t.words), share(t.labels, t.words),
                share(t.full, t.words));
  }
  if (t.gold > 0) {
    std::printf(" ner %.2f (spans %.2f, without MISC found %.2f)",
                share(2 * t.both, t.found + t.gold), share(2 * t.spans, t.found + t.gold),
                share(2 * t.both, t.found - t.found_misc + t.gold));
  }
  std::printf("\n");
}

}  // namespace entente::train
