#include "extract/relations/topic_guard.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "embedded/topics.hpp"
#include "extract/relations/time_pieces.hpp"
#include "extract/relations/time_words.hpp"
#include "util/error.hpp"
#include "util/tsv.hpp"

namespace entente::relations {
namespace {

constexpr std::array<std::string_view, 7> names{"politics", "sport", "entertainment", "markets",
                                                "weather",  "food",  "obituary"};
using Scores = std::array<double, names.size()>;

struct Entry {
  std::vector<std::string> words;
  Topic topic = Topic::politics;
  double weight = 0.0;
};

/// "sanctions" and "sanction" count as one; the same cut for the table and the text.
std::string stem(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);
  return std::string(word);
}

Topic topic_named(std::string_view name, const std::string& file, std::size_t line) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    throw InputError(file, line, "\"" + std::string(name) + "\" is not a topic");
  }
  return static_cast<Topic>(found - names.begin());
}

/// Entries by their first word, longest first.
class TopicWords {
 public:
  TopicWords() {
    for (const util::EmbeddedFile& file : embedded::topics()) {
      const std::string path(file.path);
      util::read_tsv(file.content, path, [&](const util::TsvRow& row) { add(row, path); });
    }
    for (auto& [first, entries] : entries_) {
      std::ranges::stable_sort(entries, std::ranges::greater{},
                               [](const Entry& entry) { return entry.words.size(); });
    }
  }

  /// The longest entry that begins at `at`, if any.
  [[nodiscard]] const Entry* match(const std::vector<std::string>& words, std::size_t at) const {
    const auto found = entries_.find(words[at]);
    if (found == entries_.end()) return nullptr;
    for (const Entry& entry : found->second) {
      if (entry.words.size() > words.size() - at) continue;
      if (std::equal(entry.words.begin(), entry.words.end(),
                     words.begin() + static_cast<std::ptrdiff_t>(at))) {
        return &entry;
      }
    }
    return nullptr;
  }

 private:
  void add(const util::TsvRow& row, const std::string& file) {
    Entry entry;
    for (const auto word : util::split(row["word"], ' ')) entry.words.push_back(stem(word));
    entry.topic = topic_named(row["topic"], file, row.line());
    entry.weight = std::stod(std::string(row["weight"]));
    const std::string first = entry.words.front();
    entries_[first].push_back(std::move(entry));
  }

  std::map<std::string, std::vector<Entry>, std::less<>> entries_;
};

const TopicWords& topic_words() {
  static const TopicWords words;
  return words;
}

bool is_score(const std::vector<TimePiece>& pieces, std::size_t at) {
  if (at + 2 >= pieces.size() || pieces[at + 1].lower != "-") return false;
  const auto few_digits = [](const TimePiece& piece) {
    return piece.lower.size() <= 3 && digits_of(piece.lower).has_value();
  };
  const bool longer = at + 3 < pieces.size() && pieces[at + 3].lower == "-";
  const bool before = at > 0 && pieces[at - 1].lower == "-";
  return few_digits(pieces[at]) && few_digits(pieces[at + 2]) && !longer && !before &&
         pieces[at].lower != "9";  // "9-11"
}

/// Adds up the weights; a repeated word counts three times at most, so that the
/// one theme of a speech does not drown the rest.
class Tally {
 public:
  void add(const text::Document& document, const text::Sentence& sentence) {
    const auto pieces = time_pieces(document, sentence);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (is_score(pieces, i)) count("0-0", Topic::sport, 2.0);
      if (pieces[i].lower != "-" && pieces[i].lower != "'s") words.push_back(stem(pieces[i].lower));
    }
    for (std::size_t at = 0; at < words.size();) {
      const Entry* entry = topic_words().match(words, at);
      if (entry != nullptr) {
        std::string key = entry->words.front();
        for (std::size_t i = 1; i < entry->words.size(); ++i) key += " " + entry->words[i];
        count(key, entry->topic, entry->weight);
      }
      at += entry != nullptr ? entry->words.size() : 1;
    }
    words_ += words.size();
  }

  /// The topic with at least `least` points, and `ratio` times those of politics.
  [[nodiscard]] Topic topic(double least, double ratio, double per_hundred) const {
    const auto best = std::max_element(scores_.begin() + 1, scores_.end());
    const double enough = std::max(least, per_hundred * static_cast<double>(words_) / 100.0);
    if (*best < enough || *best < ratio * scores_[0]) return Topic::politics;
    // Everyday words of a topic ("team", "match", "victory") are no evidence by themselves.
    if (strongest_[static_cast<std::size_t>(best - scores_.begin())] < 2.0) return Topic::politics;
    return static_cast<Topic>(best - scores_.begin());
  }

  void add(const Tally& other) {
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      scores_[i] += other.scores_[i];
      strongest_[i] = std::max(strongest_[i], other.strongest_[i]);
    }
    words_ += other.words_;
  }

  [[nodiscard]] double score(Topic topic) const { return scores_[static_cast<std::size_t>(topic)]; }

 private:
  void count(const std::string& key, Topic topic, double weight) {
    const auto index = static_cast<std::size_t>(topic);
    if (++seen_[key] > 3) return;
    scores_[index] += weight;
    strongest_[index] = std::max(strongest_[index], weight);
  }

  Scores scores_{};
  Scores strongest_{};
  std::map<std::string, int> seen_;
  std::size_t words_ = 0;
};

}  // namespace

std::string_view name_of(Topic topic) { return names[static_cast<std::size_t>(topic)]; }

Topic topic_of(const text::Document& document) {
  Tally tally;
  for (const text::Sentence& sentence : document.sentences) tally.add(document, sentence);
  return tally.topic(5.0, 1.5, 4.0);
}

Topic topic_of(const text::Document& document, const text::Sentence& sentence) {
  Tally tally;
  tally.add(document, sentence);
  return tally.topic(3.0, 2.0, 0.0);
}

TopicGuard::TopicGuard(const text::Document& document)
    : passes_(document.sentences.size(), topic_of(document) == Topic::politics) {
  constexpr std::size_t reach = 2;  // sentences on either side
  if (passes_.empty() || !passes_.front()) return;
  std::vector<Tally> tallies(document.sentences.size());
  for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].add(document, document.sentences[i]);
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    Tally around;
    for (std::size_t j = i - std::min(i, reach); j <= i + reach && j < tallies.size(); ++j) {
      around.add(tallies[j]);
    }
    const Topic theirs = around.topic(7.0, 2.0, 0.0);
    const bool drawn_in = theirs != Topic::politics && theirs != Topic::obituary &&
                          tallies[i].score(theirs) > tallies[i].score(Topic::politics);
    passes_[i] = tallies[i].topic(3.0, 2.0, 0.0) != Topic::sport &&
                 tallies[i].topic(4.0, 2.0, 0.0) != Topic::entertainment && !drawn_in;
  }
}

}  // namespace entente::relations
