#include "bench/synthetic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace entente::bench {
namespace {

constexpr std::array<std::string_view, 20> consonants{"b", "d", "f",  "g",  "h",  "k", "l",
                                                      "m", "n", "p",  "r",  "s",  "t", "v",
                                                      "z", "j", "br", "st", "kr", "sh"};
constexpr std::array<std::string_view, 5> vowels{"a", "e", "i", "o", "u"};

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers with every library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  double share() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }

 private:
  std::uint64_t state_;
};

std::string syllables(std::size_t number, std::size_t least) {
  std::string word;
  const std::size_t base = consonants.size() * vowels.size();
  for (std::size_t i = 0; i < least || number != 0; ++i, number /= base) {
    word += consonants[number % base / vowels.size()];
    word += vowels[number % base % vowels.size()];
  }
  return word;
}

std::string capital(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

constexpr std::array<graph::RelationClass, 12> classes{
    graph::RelationClass::consult,  graph::RelationClass::support, graph::RelationClass::accuse,
    graph::RelationClass::agree,    graph::RelationClass::request, graph::RelationClass::cooperate,
    graph::RelationClass::aid,      graph::RelationClass::reject,  graph::RelationClass::threaten,
    graph::RelationClass::sanction, graph::RelationClass::assault, graph::RelationClass::member_of};

constexpr double skew = 3;  ///< P(rank) falls like rank^(1/skew - 1)

std::size_t rank_at(double share, std::size_t count) {
  return std::min(count - 1,
                  static_cast<std::size_t>(std::pow(share, skew) * static_cast<double>(count)));
}

}  // namespace

/// One document while it grows.
class Synthetic::Draft {
 public:
  Draft(const Synthetic& world, std::size_t number)
      : world_(world), random_(world.options_.seed * 1'000'003 + number) {
    record_.source.name = "article-" + std::to_string(number);
    record_.source.path = "synthetic/" + record_.source.name;
    date_ = util::Date{2000 + static_cast<int>(random_.below(24)),
                       1 + static_cast<int>(random_.below(12)),
                       1 + static_cast<int>(random_.below(28))};
    record_.source.date = date_;
    for (std::size_t i = 0; i < world.options_.sentences; ++i) write_sentence();
    for (std::size_t i = 0; i < world.options_.relations; ++i) relate();
    for (const auto rank : ranks_) record_.actors.push_back(world.actor(rank));
  }

  store::DocumentRecord take() { return std::move(record_); }

 private:
  /// Two names, a verb between them, and words.
  struct Sentence {
    std::array<std::size_t, 2> actors;
    std::array<util::TextSpan, 2> names;
    util::TextSpan verb;
  };

  util::TextSpan write(const std::string& words) {
    auto& text = record_.source.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    const util::TextSpan span{begin, static_cast<std::uint32_t>(text.size())};
    text += ' ';
    return span;
  }

  std::size_t draw_actor() { return world_.actor_at(random_.share()); }

  void write_sentence() {
    const auto begin = static_cast<std::uint32_t>(record_.source.text.size());
    Sentence sentence;
    sentence.actors = {draw_actor(), draw_actor()};
    sentence.names[0] = write(world_.actor_name(sentence.actors[0]));
    const auto& words = world_.vocabulary_;
    sentence.verb =
        write(words[rank_at(random_.share(), std::min<std::size_t>(500, words.size()))]);
    sentence.names[1] = write(world_.actor_name(sentence.actors[1]));
    for (std::size_t i = 0; i < world_.options_.words; ++i) {
      write(words[rank_at(random_.share(), words.size())]);
    }
    record_.source.text.back() = '.';
    record_.sentences.push_back({begin, static_cast<std::uint32_t>(record_.source.text.size())});
    record_.source.text += '\n';
    for (std::size_t i = 0; i < 2; ++i) {
      ranks_.insert(sentence.actors[i]);
      record_.mentions.push_back({world_.actor(sentence.actors[i]).id,
                                  static_cast<std::uint32_t>(sentences_.size()), "name",
                                  sentence.names[i], 0.9});
    }
    sentences_.push_back(sentence);
  }

  void relate() {
    const std::size_t first = random_.below(sentences_.size());
    graph::Relation relation;
    relation.subject = world_.actor(sentences_[first].actors[0]).id;
    relation.object = world_.actor(sentences_[first].actors[1]).id;
    relation.type = classes[random_.below(classes.size())];
    relation.lemma = text_of(sentences_[first].verb);
    if (random_.below(10) == 0) relation.modality = graph::Modality::planned_future;
    if (random_.below(20) == 0) relation.polarity = graph::Polarity::negated;
    if (random_.below(10) < 7) relation.date = date_;
    relation.symmetric = relation.type == graph::RelationClass::consult;
    for (std::size_t i = 0; i < world_.options_.evidences; ++i) {
      const std::size_t at = (first + i) % sentences_.size();
      const auto& sentence = sentences_[at];
      graph::Evidence evidence;
      evidence.document = record_.source.name;
      evidence.sentence = record_.sentences[at];
      evidence.subject = sentence.names[0];
      evidence.predicate = sentence.verb;
      evidence.object = sentence.names[1];
      evidence.phrase = text_of(sentence.verb);
      evidence.extractor = "synthetic";
      evidence.frame = evidence.phrase + " obj:TARGET";
      evidence.subject_reason = "name of " + world_.actor_name(sentence.actors[0]);
      evidence.object_reason = "name of " + world_.actor_name(sentence.actors[1]);
      evidence.confidence = 0.5 + static_cast<double>(random_.below(50)) / 100;
      relation.confidence = std::max(relation.confidence, evidence.confidence);
      relation.evidence.push_back(std::move(evidence));
    }
    record_.relations.push_back(std::move(relation));
  }

  [[nodiscard]] std::string text_of(util::TextSpan span) const {
    return record_.source.text.substr(span.begin, span.size());
  }

  const Synthetic& world_;
  Random random_;
  util::Date date_;
  store::DocumentRecord record_;
  std::vector<Sentence> sentences_;
  std::set<std::size_t> ranks_;
};

Synthetic::Synthetic(const SyntheticOptions& options) : options_(options) {
  for (std::size_t i = 0; i < options.vocabulary; ++i) vocabulary_.push_back(syllables(i, 2));
}

store::DocumentRecord Synthetic::document(std::size_t number) const {
  return Draft(*this, number).take();
}

std::size_t Synthetic::actor_at(double share) const { return rank_at(share, options_.actors); }

std::string Synthetic::actor_name(std::size_t rank) const {
  return capital(syllables(rank * 7919 % 1'000'003, 2)) + " " + capital(syllables(rank, 2));
}

graph::Actor Synthetic::actor(std::size_t rank) const {
  constexpr std::array kinds{graph::ActorKind::country, graph::ActorKind::person,
                             graph::ActorKind::person, graph::ActorKind::organisation};
  graph::Actor actor;
  actor.id = "synthetic/" + std::to_string(rank);
  actor.name = actor_name(rank);
  actor.kind = kinds[rank % kinds.size()];
  actor.country = std::string("AAA");
  actor.country[0] = static_cast<char>('A' + rank % 26);
  actor.sector = "GOV";
  return actor;
}

}  // namespace entente::bench
