// What the stages of resolving share while they work on one document.
// Internal to extract/actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/doc_view.hpp"

namespace entente::actors {

/// A title that the text gives a person.
struct Office {
  std::string title;                          ///< canonical
  std::optional<std::uint32_t> organisation;  ///< actor
  bool former = false;
};

/// What is known of an actor beside graph::Actor.
struct ActorFacts {
  std::optional<std::uint32_t> entry;  ///< row of the tables
  char gender = 0;
  std::vector<std::string> words;           ///< of the name, as keys
  std::vector<Office> offices;              ///< by this document
  std::optional<std::uint32_t> speaks_for;  ///< actor: of a spokesperson without a name
  bool one_official = false;  ///< "a spokesman of X": a group of one, whom "he" may mean
  std::uint32_t first_sentence = 0;
  std::uint32_t mentions = 0;
};

/// A stretch of tokens that names something, before it is known what.
struct NameHit {
  Range range;
  std::vector<Alias> aliases;  ///< candidates of the tables, none if they do not know it
  EntityType entity = EntityType::none;
  bool blocked = false;
};

/// A title without its state or body, to be told by what the whole text is about.
struct PendingOffice {
  std::uint32_t mention = 0;
  std::uint32_t person = 0;
  std::string title;
  Range words;
  bool former = false;
};

class Work {
 public:
  Work(const ActorIndex& index, text::Document& document);

  const ActorIndex& index;
  text::Document& document;
  const DocView view;
  std::vector<ActorFacts> facts;  ///< parallel to Document::actors
  std::vector<NameHit> hits;      ///< in order, not overlapping
  std::vector<PendingOffice> pending;
  /// Mention headed by the token, or none.
  std::vector<std::int32_t> at_head;
  /// Name hit that covers the token, or none.
  std::vector<std::int32_t> hit_at;
  /// Tokens already dealt with by the pass over roles and pronouns.
  std::vector<bool> visited;

  [[nodiscard]] const graph::Actor& actor(std::uint32_t i) const { return document.actors[i]; }
  [[nodiscard]] const std::optional<util::Date>& date() const { return document.date; }

  /// The document's actor with that id, added if need be.
  std::uint32_t add_actor(graph::Actor actor);
  std::uint32_t add_entry(std::uint32_t entry);
  [[nodiscard]] std::optional<std::uint32_t> find_actor(std::string_view id) const;

  /// Adds a mention; one with the same head gives way to a longer one. Its index.
  std::uint32_t add_mention(Range range, text::MentionKind kind, std::vector<std::uint32_t> actors,
                            double confidence, text::Reason reason,
                            std::optional<std::uint32_t> head = std::nullopt);
  void bind(std::uint32_t mention, std::vector<std::uint32_t> actors, double confidence,
            text::Reason reason);
  [[nodiscard]] text::Mention* mention_at(std::uint32_t token);
  [[nodiscard]] const text::Mention* mention_at(std::uint32_t token) const;
  /// The one actor of the mention headed by the token.
  [[nodiscard]] std::optional<std::uint32_t> actor_at(std::uint32_t token) const;
  /// The mention whose range covers the token, the smallest; a name hit's rather.
  [[nodiscard]] const text::Mention* covering(std::uint32_t token) const;

  /// The state to which an actor belongs, as an actor.
  std::optional<std::uint32_t> state_of(std::uint32_t actor);
  /// "Russian" for Russia, "United States" for the United States, the name for others.
  [[nodiscard]] std::string adjective_of(std::uint32_t actor) const;
  [[nodiscard]] char gender_of_given_name(std::string_view key) const;
  /// The sentence in words: "sentence 3".
  [[nodiscard]] std::string sentence_name(std::uint32_t token) const;

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

/// Splits a key into its words.
std::vector<std::string> words_of(std::string_view key);

// The stages, in order. Each is a file of its own.
void find_names(Work& work);       ///< fills Work::hits
void resolve_names(Work& work);    ///< states, bodies, places; persons stay for the next
void resolve_persons(Work& work);  ///< full names first, then surnames; their titles
void resolve_rest(Work& work);     ///< roles, groups, descriptions, pronouns, in order

}  // namespace entente::actors
