// Which actor named before a pronoun or description points to. Internal to extract/actors.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "extract/actors/work.hpp"

namespace entente::actors {

struct Antecedent {
  std::uint32_t actor = 0;
  std::uint32_t token = 0;  ///< head of the mention found
  double confidence = 0.0;
};

/// Tells which actors may be meant.
using ActorTest = std::function<bool(std::uint32_t actor)>;

class Coreference {
 public:
  /// Actors and how much is told of them.
  using Weights = std::vector<std::pair<std::uint32_t, double>>;

  explicit Coreference(Work& work);

  /// The most salient fitting actor named before the token, none if two are about equal.
  /// `reach` is in sentences back.
  [[nodiscard]] std::optional<Antecedent> find(std::uint32_t token, std::uint32_t reach,
                                               const ActorTest& fits, bool possessive = false,
                                               double margin = 0.18) const;
  /// The same for a description such as "the country", which, other than a pronoun, seldom
  /// means the subject of its own clause.
  [[nodiscard]] std::optional<Antecedent> described(std::uint32_t token, std::uint32_t reach,
                                                    const ActorTest& fits,
                                                    double margin = 0.1) const;
  /// The two most recent fitting actors of this and so many sentences before, in order of the
  /// text; empty unless just two compete.
  [[nodiscard]] std::vector<std::uint32_t> pair(std::uint32_t token, const ActorTest& fits,
                                                std::uint32_t sentences = 6) const;
  /// The same for states, and bodies if asked; leaders count as their states where these are
  /// not named.
  [[nodiscard]] std::vector<std::uint32_t> pair_of_sides(std::uint32_t token, bool bodies);
  /// "the three countries", "the four leaders": those of a sentence just before that names just
  /// so many.
  [[nodiscard]] std::vector<std::uint32_t> several(std::uint32_t token, std::size_t number,
                                                   bool states);
  /// The state the text is about at that place, if one stands out. Who speaks names others in
  /// what is quoted, so that its words may be left out.
  [[nodiscard]] std::optional<std::uint32_t> context_country(std::uint32_t token,
                                                             bool quotes = true,
                                                             const ActorTest& fits = nullptr) const;
  /// The federal state ("region") or town ("city") named last before the word.
  [[nodiscard]] std::optional<std::uint32_t> context_part(std::uint32_t token,
                                                          std::string_view kind) const;
  /// The body named last before the word that has the noun in its name, if titles begin with it.
  [[nodiscard]] std::optional<std::uint32_t> context_body(std::uint32_t token,
                                                          std::string_view noun) const;

  /// The state whose ministry or minister is meant where the words name none: the speaker's, the
  /// one that the text is about, the one whose acts were just told.
  /// `fits` tells which states have such an organ; all if empty.
  [[nodiscard]] std::optional<std::uint32_t> home(std::uint32_t token,
                                                  const ActorTest& fits = nullptr);

  /// The state in which the clause has what its subject does: "In Ankara, the ministry said".
  [[nodiscard]] std::optional<std::uint32_t> scene(std::uint32_t token);

  /// Who issued the text, if it is a statement: a state or body.
  [[nodiscard]] std::optional<std::uint32_t> issuer() const;

  void resolve_pronoun(std::uint32_t token);

  [[nodiscard]] bool quoted(std::uint32_t token) const { return quote_[token] != 0; }

 private:
  enum class Reading { he, she, it, they, we, i, who, other };

  static Reading reading_of(std::string_view key);
  /// How much a word for a state says of whose affairs are told there.
  [[nodiscard]] double weight_of_state(std::uint32_t word) const;
  /// "Norway urged the military to step down": another state's.
  [[nodiscard]] bool judges_from_outside(std::uint32_t subject, std::uint32_t actor,
                                         std::uint32_t token) const;
  /// States, and their ministries and missions for foreign affairs.
  [[nodiscard]] bool faces_others(std::uint32_t actor) const;
  /// "The opposition urged Norway to act": whether the state is the object of what the subject
  /// says.
  [[nodiscard]] bool judged_by(std::uint32_t subject, std::uint32_t state) const;
  /// Whether the clause sets the state against what the token names, one way or the other.
  [[nodiscard]] bool foreign_to(std::uint32_t token, std::uint32_t state) const;
  /// The state of nearly all whom the text names; one on home affairs may never name it.
  [[nodiscard]] std::optional<std::uint32_t> only_state() const;
  /// A secretary-general: what he does tells nothing of the state that he comes from.
  [[nodiscard]] bool serves_many_states(std::uint32_t person) const;
  /// Whom an actor counts as for pair().
  using ActorMap = std::function<std::optional<std::uint32_t>(std::uint32_t)>;
  /// How often each has been spoken of before the token, the most frequent first. What stands in
  /// the phrase `aside` does not count.
  [[nodiscard]] Weights weights(std::uint32_t token, Range aside, const ActorMap& first_choice,
                                const ActorMap& second_choice) const;
  /// "A and B", shortly before the token.
  [[nodiscard]] bool joined(const std::vector<std::uint32_t>& two, std::uint32_t token) const;
  [[nodiscard]] std::vector<std::uint32_t> pair(std::uint32_t token, const ActorMap& first_choice,
                                                const ActorMap& second_choice, bool sides,
                                                std::uint32_t sentences) const;
  /// "U.S.-Japan-Korea": the last states named in one run, if just so many.
  [[nodiscard]] std::vector<std::uint32_t> run_of_states(Range range, std::uint32_t end,
                                                         std::size_t number) const;
  void mark_quotes();
  [[nodiscard]] std::optional<std::uint32_t> speaker_at(std::uint32_t token) const;
  struct Speaker {
    std::optional<std::uint32_t> actor;  ///< none if the words mean nobody known
  };
  /// Who says something in the sentence, outside quotations; none if nobody does.
  [[nodiscard]] std::optional<Speaker> speaker_in(Range sentence) const;
  [[nodiscard]] bool excluded(std::uint32_t pronoun, std::uint32_t candidate,
                              bool possessive) const;
  /// Of a pronoun in a relative clause: the subject of the clause that holds its noun.
  [[nodiscard]] std::optional<std::uint32_t> subject_above(std::uint32_t pronoun) const;
  /// Actors that an object pronoun cannot mean: the understood subject of its clause and what
  /// stands beside it there.
  [[nodiscard]] std::vector<std::uint32_t> barred(std::uint32_t pronoun) const;
  [[nodiscard]] std::optional<std::uint32_t> understood_subject(std::uint32_t verb) const;
  [[nodiscard]] std::optional<std::uint32_t> met_by(std::uint32_t token) const;
  /// "it" that means nothing, or at least nobody: "it is clear that ..."
  [[nodiscard]] bool impersonal(std::uint32_t token) const;
  [[nodiscard]] bool fragment(std::uint32_t sentence) const;
  [[nodiscard]] bool speaks_above(std::uint32_t subject, std::uint32_t token) const;
  [[nodiscard]] bool object_of_first(std::uint32_t pronoun, std::uint32_t candidate) const;
  /// How the clause has what the token names: an apposition as the noun beside it.
  [[nodiscard]] Deprel relation_of(std::uint32_t token) const;
  [[nodiscard]] bool acting_noun(std::uint32_t token) const;
  [[nodiscard]] std::optional<Antecedent> search(std::uint32_t token, std::uint32_t reach,
                                                 const ActorTest& fits, bool possessive,
                                                 double margin, bool description) const;
  static char gender_of(std::string_view key);
  static int plural_of(std::string_view key);
  /// "threatened Moscow with reprisals if its troops march": the object of such a verb.
  /// "A attacked B, saying he should resign": who says so is not who should.
  [[nodiscard]] bool prescribed(std::uint32_t pronoun, std::uint32_t actor) const;
  [[nodiscard]] bool influenced(std::uint32_t pronoun, std::uint32_t candidate) const;
  /// The handicap of things where only somebody who acts can be meant.
  [[nodiscard]] double actor_evidence(std::uint32_t token, bool possessive) const;
  [[nodiscard]] double thing_before(std::uint32_t token, int plural) const;
  [[nodiscard]] bool public_body(std::uint32_t actor) const;
  /// For whom a body speaks: an organ for its state.
  [[nodiscard]] std::uint32_t represented(std::uint32_t body);
  /// The state for which somebody speaks.
  [[nodiscard]] std::optional<std::uint32_t> side_of_speaker(std::uint32_t speaker);
  /// The "we" of a person: the state or body whose office they hold.
  [[nodiscard]] std::optional<std::uint32_t> side_of(std::uint32_t person);
  [[nodiscard]] bool joint_statement(std::uint32_t token) const;
  void jointly(std::uint32_t token);
  void first_person(std::uint32_t token, bool plural);
  void third_person(std::uint32_t token, Reading reading);
  bool beside(std::uint32_t token, const ActorTest& fits);
  [[nodiscard]] bool somebody(std::uint32_t token) const;
  [[nodiscard]] bool one_person(std::uint32_t token) const;
  [[nodiscard]] std::optional<std::uint32_t> says_around(std::uint32_t token,
                                                         const ActorTest& fits) const;
  [[nodiscard]] bool nameless_above(std::uint32_t token, bool plural) const;
  /// "himself": who does what the clause tells.
  bool reflexive(std::uint32_t token, const ActorTest& fits);
  bool accused(std::uint32_t token, const ActorTest& fits);
  /// Adds the actors of those that "and" joins to the token, however the tree nests them.
  void with_conjuncts(std::uint32_t token, std::uint32_t end,
                      std::vector<std::uint32_t>& actors) const;
  /// The same of names that commas and "and" join in the text.
  void with_list(std::uint32_t token, std::uint32_t end, std::vector<std::uint32_t>& actors) const;
  void they(std::uint32_t token, bool possessive);
  void relative(std::uint32_t token);

  Work& work_;
  std::vector<std::uint32_t> quote_;  ///< of each token: number of the quotation, 0 outside
  /// Of each sentence: the one that says whose unquoted statement it is part of.
  std::vector<std::optional<std::uint32_t>> monologue_;
  mutable std::optional<std::optional<std::uint32_t>> issuer_;
};

}  // namespace entente::actors
