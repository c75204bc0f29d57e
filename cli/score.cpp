#include "cli/score.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace entente::cli {
namespace {

enum class Level { strict, pair };

/// The triples of one document, as indices.
struct Page {
  std::vector<std::size_t> gold;
  std::vector<std::size_t> found;
};

class Judge {
 public:
  Judge(const std::vector<ScoredTriple>& gold, const std::vector<ScoredTriple>& found,
        const SameActor& same)
      : gold_(gold), found_(found), same_(same) {
    for (std::size_t i = 0; i < gold.size(); ++i) pages_[gold[i].document].gold.push_back(i);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto page = pages_.find(found[i].document);
      if (page != pages_.end()) page->second.found.push_back(i);
    }
  }

  Judgement run() {
    Judgement judgement;
    for (const auto& [document, page] : pages_) {
      for (const auto& match : pairing(Level::strict, page, judgement.strict)) {
        const ScoredTriple& wanted = gold_[match.first];
        const ScoredTriple& got = found_[match.second];
        judgement.modality += wanted.modality == got.modality;
        judgement.date += wanted.date == got.date;
        judgement.attribution += wanted.attribution.empty()
                                     ? got.attribution.empty()
                                     : same_(wanted.attribution, {}, got.attribution, {});
        judgement.matches.push_back(match);
      }
      pairing(Level::pair, page, judgement.pair);
    }
    return judgement;
  }

 private:
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

  [[nodiscard]] bool ends(const ScoredTriple& gold, const ScoredTriple& found,
                          bool mirrored) const {
    const auto& subject = mirrored ? found.object : found.subject;
    const auto& object = mirrored ? found.subject : found.object;
    const auto& subject_id = mirrored ? found.object_id : found.subject_id;
    const auto& object_id = mirrored ? found.subject_id : found.object_id;
    return same_(gold.subject, gold.subject_words, subject, subject_id) &&
           same_(gold.object, gold.object_words, object, object_id);
  }

  /// 0 if they do not match, else the more the better they do.
  [[nodiscard]] int fit(Level level, const ScoredTriple& gold, const ScoredTriple& found) const {
    const bool strict = level == Level::strict;
    if (strict && gold.polarity != found.polarity) return 0;
    if (strict && std::find(gold.classes.begin(), gold.classes.end(), found.classes.front()) ==
                      gold.classes.end()) {
      return 0;
    }
    const bool either_way = gold.symmetric || !strict;
    if (!ends(gold, found, false) && !(either_way && ends(gold, found, true))) return 0;
    return 1 + (gold.modality == found.modality) + (gold.date == found.date) +
           (gold.lemma == found.lemma);
  }

  /// As many pairs as can be, the best first; required gold before optional.
  Pairs pairing(Level level, const Page& page, Tally& tally) {
    struct Candidate {
      int fit;
      std::size_t gold;
      std::size_t found;
    };
    std::vector<Candidate> candidates;
    for (const auto gold : page.gold) {
      for (const auto found : page.found) {
        const int score = fit(level, gold_[gold], found_[found]);
        if (score > 0) candidates.push_back({score + 8 * gold_[gold].required, gold, found});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.fit > b.fit; });
    std::map<std::size_t, std::size_t> gold_of;  // found -> gold
    std::map<std::size_t, std::vector<std::size_t>> reach;
    for (const auto& one : candidates) reach[one.gold].push_back(one.found);
    std::vector<std::size_t> order;
    for (const auto& one : candidates) {
      if (std::find(order.begin(), order.end(), one.gold) == order.end()) order.push_back(one.gold);
    }
    for (const auto gold : order) {
      std::set<std::size_t> seen;
      assign(gold, reach, gold_of, seen);
    }
    Pairs pairs;
    for (const auto& [found, gold] : gold_of) pairs.emplace_back(gold, found);
    std::sort(pairs.begin(), pairs.end());
    count(page, pairs, tally);
    return pairs;
  }

  /// Kuhn's augmenting path: others make room if they can go elsewhere.
  static bool assign(std::size_t gold, std::map<std::size_t, std::vector<std::size_t>>& reach,
                     std::map<std::size_t, std::size_t>& gold_of, std::set<std::size_t>& seen) {
    for (const auto found : reach[gold]) {
      if (!seen.insert(found).second) continue;
      const auto holder = gold_of.find(found);
      if (holder == gold_of.end() || assign(holder->second, reach, gold_of, seen)) {
        gold_of[found] = gold;
        return true;
      }
    }
    return false;
  }

  void count(const Page& page, const Pairs& pairs, Tally& tally) const {
    tally.found += page.found.size();
    tally.right += pairs.size();
    for (const auto gold : page.gold) tally.wanted += gold_[gold].required;
    for (const auto& match : pairs) tally.hit += gold_[match.first].required;
  }

  const std::vector<ScoredTriple>& gold_;
  const std::vector<ScoredTriple>& found_;
  const SameActor& same_;
  std::map<std::string, Page> pages_;
};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Tally::precision() const { return share(right, found); }
double Tally::recall() const { return share(hit, wanted); }
double Tally::f1() const {
  const double sum = precision() + recall();
  return sum == 0.0 ? 0.0 : 2 * precision() * recall() / sum;
}

Judgement judge(const std::vector<ScoredTriple>& gold, const std::vector<ScoredTriple>& found,
                const SameActor& same) {
  return Judge(gold, found, same).run();
}

}  // namespace entente::cli
