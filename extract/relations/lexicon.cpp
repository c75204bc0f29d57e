#include "extract/relations/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/relations/lexicon_data.hpp"
#include "util/error.hpp"
#include "util/tsv.hpp"

namespace entente::relations {
namespace {

using util::TsvRow;

constexpr std::array<std::pair<std::string_view, Operator>, 21> operator_names{{
    {"aspect", Operator::aspect},     {"cease", Operator::cease},
    {"intend", Operator::intend},     {"promise", Operator::promise},
    {"attempt", Operator::attempt},   {"manage", Operator::manage},
    {"fail", Operator::fail},         {"refuse", Operator::refuse},
    {"threaten", Operator::threaten}, {"demand", Operator::demand},
    {"permit", Operator::permit},     {"prevent", Operator::prevent},
    {"cause", Operator::cause},       {"help", Operator::help},
    {"deny", Operator::deny},         {"say", Operator::say},
    {"believe", Operator::believe},   {"accuse", Operator::accuse},
    {"warn", Operator::warn},         {"know", Operator::know},
    {"suggest", Operator::suggest},
}};

constexpr std::array<std::pair<std::string_view, WordModality>, 4> modality_names{{
    {"hypothetical", WordModality::hypothetical},
    {"planned-future", WordModality::planned_future},
    {"negated", WordModality::negated},
    {"demanded", WordModality::demanded},
}};

template <typename Names>
auto value_of(const Names& names, std::string_view name) -> decltype(names[0].second) {
  for (const auto& [text, value] : names) {
    if (text == name) return value;
  }
  return {};
}

graph::RelationClass class_of(const TsvRow& row, const std::string& file) {
  const auto type = graph::relation_class(row["class"]);
  if (!type) {
    throw InputError(file, row.line(), "unknown class \"" + std::string(row["class"]) + "\"");
  }
  return *type;
}

bool has_flag(const TsvRow& row, std::string_view flag) {
  const auto flags = util::split(row["flags"], ' ');
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

/// Noun sets are written "@sanction" where they are used.
std::string_view without_at(std::string_view set) {
  return set.starts_with('@') ? set.substr(1) : set;
}

bool shares_slot(const Frame& frame, const FrameSlot& target) {
  return std::any_of(frame.slots.begin(), frame.slots.end(), [&](const FrameSlot& slot) {
    return slot.filler == Filler::words && slot.names == target.names;
  });
}

/// How much a frame asks for: the more constrained wins.
int specificity(const Frame& frame) {
  int score = 0;
  for (const FrameSlot& slot : frame.slots) {
    switch (slot.filler) {
      case Filler::words:
        score += 8;
        break;
      case Filler::any:
        score += 4;
        break;
      case Filler::target:
      case Filler::agent:
        score += shares_slot(frame, slot) ? 1 : 2;
        break;
    }
  }
  return score;
}

}  // namespace

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() {
  read_noun_sets();
  read_frames("verbs.tsv", false);
  read_frames("adjectives.tsv", true);
  read_nouns();
  read_words();
}

void Lexicon::read_noun_sets() {
  util::read_tsv(lexicon_file("noun-sets.tsv"), "noun-sets.tsv", [this](const TsvRow& row) {
    auto words = util::split(row["nouns"], '|');
    std::sort(words.begin(), words.end());
    sets_[without_at(row["set"])] = std::move(words);
  });
}

void Lexicon::read_frames(std::string_view file, bool adjectives) {
  const std::string name(file);
  util::read_tsv(lexicon_file(file), name, [&](const TsvRow& row) {
    Frame frame;
    frame.type = class_of(row, name);
    frame.mode = row["mode"];
    frame.symmetric = has_flag(row, "sym");
    frame.needs_target = !has_flag(row, "none");
    frame.undergone = has_flag(row, "undergone");
    if (adjectives) {
      frame.text = row["adjective"];
      frame.slots.push_back({util::split(row["target"], '/'), Filler::target, {}});
      adjectives_[frame.text].push_back(std::move(frame));
      return;
    }
    frame.text = row["frame"];
    const auto parts = util::split(frame.text, ' ');
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::size_t colon = parts[i].find(':');
      FrameSlot slot;
      slot.names = util::split(parts[i].substr(0, colon), '/');
      const std::string_view value =
          colon == std::string_view::npos ? "*" : parts[i].substr(colon + 1);
      if (value == "TARGET") {
        slot.filler = Filler::target;
      } else if (value == "AGENT") {
        slot.filler = Filler::agent;
      } else if (value != "*") {
        slot.filler = Filler::words;
        for (const std::string_view word : util::split(value, '/')) {
          if (!word.starts_with('@')) {
            slot.words.push_back(word);
            continue;
          }
          const auto set = sets_.find(without_at(word));
          if (set == sets_.end()) {
            throw InputError(name, row.line(), "unknown noun set \"" + std::string(word) + "\"");
          }
          slot.words.insert(slot.words.end(), set->second.begin(), set->second.end());
        }
        std::sort(slot.words.begin(), slot.words.end());
      }
      frame.slots.push_back(std::move(slot));
    }
    verbs_[parts.front()].push_back(std::move(frame));
  });
  for (auto* table : {&verbs_, &adjectives_}) {
    for (auto& [lemma, frames] : *table) {
      std::stable_sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
        return specificity(a) > specificity(b);
      });
    }
  }
}

void Lexicon::read_nouns() {
  constexpr std::string_view beside = "beside:";
  util::read_tsv(lexicon_file("nouns.tsv"), "nouns.tsv", [&](const TsvRow& row) {
    EventNoun noun{class_of(row, "nouns.tsv"),
                   row["mode"],
                   util::split(row["target"], '/'),
                   has_flag(row, "sym"),
                   {}};
    for (const std::string_view flag : util::split(row["flags"], ' ')) {
      if (flag.starts_with(beside)) noun.beside = util::split(flag.substr(beside.size()), '/');
    }
    std::sort(noun.beside.begin(), noun.beside.end());
    nouns_[row["noun"]].push_back(std::move(noun));
  });
  for (auto& [lemma, readings] : nouns_) {
    std::stable_sort(readings.begin(), readings.end(), [](const EventNoun& a, const EventNoun& b) {
      return !a.beside.empty() && b.beside.empty();
    });
  }
}

void Lexicon::read_words() {
  util::read_tsv(lexicon_file("light.tsv"), "light.tsv",
                 [this](const TsvRow& row) { light_[row["verb"]] = true; });
  util::read_tsv(lexicon_file("operators.tsv"), "operators.tsv", [this](const TsvRow& row) {
    verb_operators_.emplace(row["verb"], value_of(operator_names, row["operator"]));
  });
  util::read_tsv(lexicon_file("noun-operators.tsv"), "noun-operators.tsv",
                 [this](const TsvRow& row) {
                   noun_operators_.emplace(row["noun"], value_of(operator_names, row["operator"]));
                 });
  util::read_tsv(lexicon_file("standing-nouns.tsv"), "standing-nouns.tsv",
                 [this](const TsvRow& row) {
                   standing_nouns_.emplace(row["noun"], class_of(row, "standing-nouns.tsv"));
                 });
  util::read_tsv(lexicon_file("modality.tsv"), "modality.tsv", [this](const TsvRow& row) {
    modality_.emplace(row["word"], value_of(modality_names, row["kind"]));
  });
}

namespace {

template <typename Table>
auto find_or(const Table& table, std::string_view key, typename Table::mapped_type missing) {
  const auto found = table.find(key);
  return found == table.end() ? missing : found->second;
}

}  // namespace

std::span<const Frame> Lexicon::verb(std::string_view lemma) const {
  const auto found = verbs_.find(lemma);
  if (found == verbs_.end()) return {};
  return found->second;
}

bool Lexicon::names_its_object(std::string_view lemma) const {
  const auto frames = verb(lemma);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return std::any_of(frame.slots.begin(), frame.slots.end(),
                       [](const FrameSlot& slot) { return slot.names.front() == "pred"; });
  });
}

bool Lexicon::knows_verb(std::string_view lemma) const {
  return verbs_.contains(lemma) || verb_operators_.contains(lemma);
}

std::span<const Frame> Lexicon::adjective(std::string_view lemma) const {
  const auto found = adjectives_.find(lemma);
  if (found == adjectives_.end()) return {};
  return found->second;
}

std::span<const EventNoun> Lexicon::noun(std::string_view lemma) const {
  const auto found = nouns_.find(lemma);
  if (found == nouns_.end()) return {};
  return found->second;
}

bool Lexicon::is_light(std::string_view verb) const { return light_.contains(verb); }
Operator Lexicon::verb_operator(std::string_view lemma) const {
  return find_or(verb_operators_, lemma, Operator::none);
}
Operator Lexicon::noun_operator(std::string_view lemma) const {
  return find_or(noun_operators_, lemma, Operator::none);
}
WordModality Lexicon::modality(std::string_view lemma) const {
  return find_or(modality_, lemma, WordModality::none);
}
std::optional<graph::RelationClass> Lexicon::standing_noun(std::string_view lemma) const {
  const auto found = standing_nouns_.find(lemma);
  if (found == standing_nouns_.end()) return std::nullopt;
  return found->second;
}
bool Lexicon::in_set(std::string_view set, std::string_view noun) const {
  const auto found = sets_.find(without_at(set));
  return found != sets_.end() &&
         std::binary_search(found->second.begin(), found->second.end(), noun);
}

bool Lexicon::has_set(std::string_view set) const { return sets_.contains(without_at(set)); }

}  // namespace entente::relations
