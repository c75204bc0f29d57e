#include "extract/relations/words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/relations/time_words.hpp"
#include "util/lower.hpp"

namespace entente::relations {
namespace {

using text::Deprel;

std::string with_modifier(const SentenceTree& tree, TokenId noun) {
  const auto modifier = tree.child(noun, {Deprel::compound, Deprel::amod});
  for (const TokenId child : tree.children(noun)) {
    // "cease-fire" in three tokens
    if (child + 2 == noun && tree.form(child + 1) == "-" && tree.is(child, {Deprel::compound})) {
      return tree.lemma(child) + "-" + tree.lemma(noun);
    }
    // the nearest one: "joint military exercise" is a "military_exercise"
    if (child + 1 == noun && tree.is(child, {Deprel::compound, Deprel::amod})) {
      return tree.lemma(child) + "_" + tree.lemma(noun);
    }
  }
  return modifier ? tree.lemma(*modifier) + "_" + tree.lemma(noun) : std::string{};
}

std::string lower(std::string_view form) {
  std::string low(form);
  if (!low.empty() && low.front() >= 'A' && low.front() <= 'Z') low.front() += 'a' - 'A';
  return low;
}

/// A verb in "-ing" that stands where a noun stands, without object or subject.
bool is_gerund_noun(const SentenceTree& tree, TokenId token) {
  return tree.form(token).ends_with("ing") &&
         tree.is(token, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::obj, Deprel::obl,
                         Deprel::nmod}) &&
         !tree.child(token, {Deprel::obj, Deprel::nsubj, Deprel::aux, Deprel::mark});
}

/// The words that may tell one reading of a noun from another: its modifiers, what it is of, by
/// or for, its prepositions, its verb and that verb's subject.
std::vector<std::string> words_beside(const SentenceTree& tree, TokenId noun) {
  std::vector<std::string> words;
  for (const TokenId child : tree.children(noun)) {
    if (tree.is(child, {Deprel::amod, Deprel::compound, Deprel::nmod_poss, Deprel::nmod})) {
      words.push_back(lower(tree.lemma(child)));
    }
    if (tree.is(child, {Deprel::nmod})) words.push_back(tree.preposition(child));
    if (tree.is(child, {Deprel::acl}) && tree.marker(child) == "to") words.emplace_back("to_inf");
  }
  const auto governor = tree.head(noun);
  if (!governor || !tree.is(noun, {Deprel::obj, Deprel::obl})) return words;
  words.push_back(tree.lemma(*governor));
  if (tree.is(noun, {Deprel::obl})) {
    words.push_back(tree.lemma(*governor) + "_" + tree.preposition(noun));
  }
  for (const TokenId sibling : tree.children(*governor)) {
    if (tree.is(sibling, {Deprel::nsubj})) words.push_back(lower(tree.lemma(sibling)));
    if (tree.is(sibling, {Deprel::compound_prt})) {
      words.push_back(tree.lemma(*governor) + "_" + tree.lemma(sibling));
    }
  }
  return words;
}

const EventNoun* reading(const SentenceTree& tree, TokenId noun,
                         std::span<const EventNoun> readings) {
  if (readings.empty()) return nullptr;
  if (readings.front().beside.empty()) return &readings.front();
  const auto words = words_beside(tree, noun);
  for (const EventNoun& entry : readings) {
    const bool fits = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::binary_search(entry.beside.begin(), entry.beside.end(), word);
    });
    if (entry.beside.empty() || fits) return &entry;
  }
  return nullptr;
}

}  // namespace

EventNounUse event_noun(const SentenceTree& tree, TokenId noun) {
  const Lexicon& lexicon = Lexicon::built_in();
  if (tree.at(noun).upos == text::Upos::verb && is_gerund_noun(tree, noun)) {
    std::string form = lower(tree.form(noun));
    return {reading(tree, noun, lexicon.noun(form)), form};
  }
  if (tree.at(noun).upos != text::Upos::noun) return {};
  std::string compound = with_modifier(tree, noun);
  if (!compound.empty()) {
    if (const EventNoun* entry = reading(tree, noun, lexicon.noun(compound))) {
      return {entry, std::move(compound)};
    }
  }
  return {reading(tree, noun, lexicon.noun(tree.lemma(noun))), tree.lemma(noun)};
}

bool gives_name(const SentenceTree& tree, const Predication& predication) {
  if (predication.lemma != "call") return false;
  const auto objects =
      std::count_if(predication.arguments.begin(), predication.arguments.end(),
                    [](const Argument& role) { return role.slot == "obj" || role.slot == "iobj"; });
  const auto head = tree.head(predication.token);
  const bool what = head && tree.lemma(*head) == "what" &&
                    tree.is(predication.token, {Deprel::acl, Deprel::acl_relcl});
  const auto& children = tree.children(predication.token);
  // "called the bridge as old as the hills"
  if (argument(predication, "as") != nullptr) return true;
  // "calls the voters brave"
  if (const Argument* named = argument(predication, "obj")) {
    if (argument(predication, "pred") != nullptr) return true;
    const auto& of_object = tree.children(named->token);
    if (!of_object.empty() && of_object.back() > named->token &&
        tree.is(of_object.back(), {Deprel::amod})) {
      return true;
    }
  }
  return objects > 1 || what || std::any_of(children.begin(), children.end(), [&](TokenId child) {
           return tree.lemma(child) == "what";
         });
}

bool of_names_doer(const SentenceTree& tree, TokenId noun, const EventNoun& deed) {
  const auto is_target = [&](std::string_view preposition) {
    const auto& struck = deed.target_prepositions;
    return std::find(struck.begin(), struck.end(), preposition) != struck.end();
  };
  // "the extradition of X to Y" is done to X
  const std::string& lemma = tree.lemma(noun);
  if (lemma == "extradition" || lemma == "handover" || lemma == "surrender") return false;
  if (!is_target("of")) return true;
  if (graph::quad_of(deed.type) != graph::Quad::material_conflict) return false;
  bool of = false;
  for (TokenId below = noun + 1; below < tree.last(); ++below) {
    if (!tree.governs(noun, below)) continue;
    const std::string preposition = tree.preposition(below);
    of |= preposition == "of" && tree.head(below) == noun;
    const bool strikes = preposition == "into" || preposition == "against" || preposition == "on";
    if (of && strikes && is_target(preposition)) return true;
  }
  return false;
}

namespace {

/// The verb has a frame of its object alone, and of such a class.
bool has_plain_frame(std::string_view verb, bool (*fits)(const Frame&)) {
  const auto frames = Lexicon::built_in().verb(verb);
  return std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
    return frame.slots.size() == 1 && frame.slots.front().filler == Filler::target && fits(frame);
  });
}

}  // namespace

bool harms(std::string_view verb) {
  return has_plain_frame(verb, [](const Frame& frame) {
    return graph::quad_of(frame.type) == graph::Quad::material_conflict;
  });
}

bool judges(std::string_view verb) {
  using graph::RelationClass;
  return has_plain_frame(verb, [](const Frame& frame) {
    return frame.slots.front().names.front() == "obj" &&
           (frame.type == RelationClass::accuse || frame.type == RelationClass::coerce ||
            frame.type == RelationClass::sanction || frame.type == RelationClass::support);
  });
}

bool is_time(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view others[] = {"century", "time", "weekend"};
  const std::string word = util::lower(tree.lemma(token));
  constexpr std::size_t of_year = 4;
  return std::find(std::begin(others), std::end(others), word) != std::end(others) ||
         month_of(word) || weekday_of(word) || season_of(word) || unit_of(word) ||
         is_part_of_day(word) || (word.size() == of_year && digits_of(word));
}

bool is_listed(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_one_of(const SentenceTree& tree, TokenId noun, std::span<const std::string_view> words) {
  const auto has = [&](std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  if (has(lower(tree.lemma(noun)))) return true;  // "the European Union" is a union
  const std::string compound = with_modifier(tree, noun);
  return !compound.empty() && has(compound);
}

bool is_mediation(const SentenceTree& tree, TokenId participle) {
  // "an idea published by X" is as little X's
  static constexpr std::string_view verbs[] = {"arrange",   "broadcast", "broker",    "facilitate",
                                               "guarantee", "mediate",   "negotiate", "oversee",
                                               "publish",   "quote",     "report",    "sponsor"};
  return std::find(std::begin(verbs), std::end(verbs), tree.lemma(participle)) != std::end(verbs);
}

bool makes_anew(std::string_view verb) {
  static constexpr std::string_view verbs[] = {
      "appoint",  "assemble",  "build",   "choose", "convene", "create", "draft",
      "elect",    "establish", "field",   "form",   "found",   "hire",   "name",
      "nominate", "pick",      "recruit", "select", "set_up"};
  return is_listed(verbs, verb);
}

bool moves_means(std::string_view verb) {
  static constexpr std::string_view verbs[] = {
      "add",      "bring",    "commit",   "contribute", "deploy",  "dispatch",
      "increase", "mobilise", "mobilize", "move",       "provide", "pull_out",
      "raise",    "send",     "supply",   "use",        "withdraw"};
  return is_listed(verbs, verb);
}

}  // namespace entente::relations
