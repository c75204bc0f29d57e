// The relation lexicon: which words carry which kind of act, in which frames.
// Read from data/lexicon/*.tsv, whose README says the format.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/relation.hpp"

namespace entente::relations {

/// What may fill a slot of a frame.
enum class Filler : std::uint8_t { target, agent, any, words };

struct FrameSlot {
  std::vector<std::string_view> names;  ///< "subj", "obj", "to_inf", "owner", prepositions ...
  Filler filler = Filler::any;
  std::vector<std::string_view> words;  ///< lemmas, sorted, where filler is `words`
};

/// "impose obj:@sanction on:TARGET", or an event noun with its prepositions, or
/// a predicative adjective.
struct Frame {
  std::string_view text;
  graph::RelationClass type = graph::RelationClass::other;
  std::string_view mode;
  std::vector<FrameSlot> slots;
  bool symmetric = false;
  bool needs_target = true;
  bool undergone = false;  ///< the subject suffers it: "is under attack by X"
};

struct EventNoun {
  graph::RelationClass type = graph::RelationClass::other;
  std::string_view mode;
  std::vector<std::string_view> target_prepositions;
  bool symmetric = false;
  /// This reading holds only beside one of these words: the strike of "workers", a "verbal"
  /// attack. Sorted; empty for the plain reading, which comes last.
  std::vector<std::string_view> beside;
};

/// What a word does to the act in its complement: "agree to ...", "deny ...".
enum class Operator : std::uint8_t {
  none,
  aspect,
  cease,
  intend,
  promise,
  attempt,
  manage,
  fail,
  refuse,
  threaten,
  demand,
  permit,
  prevent,
  cause,
  help,
  deny,
  say,
  believe,
  accuse,
  warn,
  suggest,
  know,
};

enum class WordModality : std::uint8_t { none, hypothetical, planned_future, negated, demanded };

/// Immutable, shared by all threads.
class Lexicon {
 public:
  static const Lexicon& built_in();

  /// The frames of a verb lemma, most constrained first.
  [[nodiscard]] std::span<const Frame> verb(std::string_view lemma) const;
  /// True if a frame of the verb says what its object is called: "call obj:X pred:Y".
  [[nodiscard]] bool names_its_object(std::string_view lemma) const;
  /// True if it has frames or is an operator.
  [[nodiscard]] bool knows_verb(std::string_view lemma) const;
  [[nodiscard]] std::span<const Frame> adjective(std::string_view lemma) const;
  /// The readings of an event noun, the plain one last.
  [[nodiscard]] std::span<const EventNoun> noun(std::string_view lemma) const;
  /// Adds nothing to an event noun as its object: "hold", "launch".
  [[nodiscard]] bool is_light(std::string_view verb) const;
  [[nodiscard]] Operator verb_operator(std::string_view lemma) const;
  [[nodiscard]] Operator noun_operator(std::string_view lemma) const;
  [[nodiscard]] WordModality modality(std::string_view lemma) const;
  /// What "X, a NOUN of Y" says X is to Y.
  [[nodiscard]] std::optional<graph::RelationClass> standing_noun(std::string_view lemma) const;
  [[nodiscard]] bool in_set(std::string_view set, std::string_view noun) const;
  [[nodiscard]] bool has_set(std::string_view set) const;

 private:
  Lexicon();
  void read_noun_sets();
  void read_frames(std::string_view file, bool adjectives);
  void read_nouns();
  void read_words();

  template <typename Value>
  using Table = std::unordered_map<std::string_view, Value>;
  Table<std::vector<std::string_view>> sets_;
  Table<std::vector<Frame>> verbs_;
  Table<std::vector<Frame>> adjectives_;
  Table<std::vector<EventNoun>> nouns_;
  Table<bool> light_;
  Table<Operator> verb_operators_;
  Table<Operator> noun_operators_;
  Table<WordModality> modality_;
  Table<graph::RelationClass> standing_nouns_;
};

}  // namespace entente::relations
