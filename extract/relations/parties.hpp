// From a word that fills a slot to the actors that it stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/clause.hpp"
#include "extract/text/document.hpp"
#include "util/date.hpp"

namespace entente::relations {

/// An actor in a role, and the words that put it there.
struct Party {
  std::uint32_t actor = 0;  ///< index into Document::actors
  util::TextSpan span;
  std::string_view reason;  ///< of the resolution; lives as long as the document's mentions
  text::Footing footing = text::Footing::told;
  double confidence = 0.0;
  /// 0 if the word itself names the actor; more where the actor was found as the
  /// owner or complement of that word ("Ukraine" for "the borders of Ukraine").
  int distance = 0;
  bool plural_mention = false;        ///< one of several actors of a mention ("the two leaders")
  bool unnamed = false;               ///< known in this document alone: "20 prisoners", "a court"
  TokenId slot = 0;                   ///< the word, or one joined to it, that was asked for
  std::optional<util::Date> told_on;  ///< of the event told before that it was taken from
};

/// Steps from the word of a slot to its actor, at most.
inline constexpr int furthest_party = 3;

/// Whether the actor is one of the parties.
bool contains(const std::vector<Party>& parties, std::uint32_t actor);

/// The state, if the document names it, of an actor's country.
std::optional<std::uint32_t> state_of(const text::Document& document, std::uint32_t actor);

/// Why a party stands for a noun that takes up what earlier sentences told.
inline constexpr std::string_view told_before_reason = "from the event told before";

/// "opponents of X", "the sister of X": people who are told apart from X by X.
bool is_apart(const SentenceTree& tree, TokenId token);

/// Which actor stands for an act or attitude that fills a slot.
enum class Reach : std::uint8_t {
  direct,           ///< only the word itself, its conjuncts and appositions
  owner,            ///< also who owns or makes it: "Iran's offer", "the Kuwaiti boats"
  agent,            ///< of an event noun only who acts: whom one stands up to
  culprit,          ///< the same, told before if need be: whom one condemns for "the attack"
  agent_or_target,  ///< else whom it strikes: what one welcomes or asks for
  sides,            ///< the same, told before if need be: whose talks one mediates
  author,           ///< the same, told before if need be: whose request one turns down
  victim,           ///< whom it struck, told before: who claims "the attack" has struck them
};

class ToldEvents;

/// Looks up the mentions of a document by their heads. A view of the document and of
/// the events told so far, if any are given.
class PartyFinder {
 public:
  explicit PartyFinder(const text::Document& document, const ToldEvents* told = nullptr);

  /// The mention headed by the token; null if none or bound to no actor.
  [[nodiscard]] const text::Mention* mention_at(TokenId token) const;
  [[nodiscard]] std::vector<Party> find(const SentenceTree& tree, TokenId token, Reach reach) const;
  /// The unnamed parties that the word and its conjuncts are: "20 prisoners".
  [[nodiscard]] std::vector<Party> unnamed(const SentenceTree& tree, TokenId token) const;
  /// Only who owns or makes it: Iran for "Iran's news agency".
  [[nodiscard]] std::vector<Party> owners(const SentenceTree& tree, TokenId token) const;
  /// Who issued the paper, told of before, that a subject means: "the report says".
  [[nodiscard]] std::vector<Party> issuers(const SentenceTree& tree, TokenId token) const;
  /// Who has accused the party before, as the other side of a denial at that word.
  [[nodiscard]] std::vector<Party> accusers_of(const SentenceTree& tree, TokenId word,
                                               const Party& accused) const;

 private:
  [[nodiscard]] util::TextSpan naming_span(const text::Mention& mention) const;
  /// "[A] and its allies", A taken for a part of the phrase.
  [[nodiscard]] std::vector<TokenId> joined_before(const SentenceTree& tree, TokenId noun) const;
  [[nodiscard]] const text::Mention* name_given_to(const SentenceTree& tree, TokenId noun) const;
  [[nodiscard]] bool is_general(const SentenceTree& tree, TokenId noun, TokenId modifier) const;
  [[nodiscard]] bool names_person(TokenId token) const;
  void add_mention(const text::Mention& mention, int distance, std::vector<Party>& found) const;
  bool add_named(const SentenceTree& tree, TokenId token, int distance,
                 std::vector<Party>& found) const;
  void add_owner(const SentenceTree& tree, TokenId token, Reach reach, int distance,
                 std::vector<Party>& found) const;
  bool add_compatriots(const SentenceTree& tree, TokenId token, std::vector<Party>& found) const;
  void add_nationality(const SentenceTree& tree, TokenId token, int distance,
                       std::vector<Party>& found) const;
  bool add_by_participle(const SentenceTree& tree, TokenId token, Reach reach, int distance,
                         std::vector<Party>& found) const;
  bool add_by_preposition(const SentenceTree& tree, TokenId token,
                          const std::vector<std::string_view>& prepositions, Reach reach,
                          int distance, std::vector<Party>& found) const;

  void add_beside_names(const SentenceTree& tree, const std::vector<TokenId>& members,
                        std::vector<Party>& found) const;
  void add_from_told(const SentenceTree& tree, TokenId noun, Reach reach,
                     std::vector<Party>& found) const;

  const text::Document& document_;
  const ToldEvents* told_;
  std::vector<std::int32_t> by_head_;       // mention index or -1
  std::vector<std::int32_t> unnamed_here_;  // likewise, of those without a name
};

}  // namespace entente::relations
