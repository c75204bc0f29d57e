// What the rules on members, parts and places share. Internal to extract/relations.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/act.hpp"
#include "extract/relations/analysis.hpp"
#include "extract/text/triple.hpp"

namespace entente::relations {

/// A sentence and the triples that it gives. The rules derive from it.
class StandingWriter {
 public:
  StandingWriter(SentenceAnalysis& analysis, std::vector<text::Triple>& triples)
      : analysis_(analysis), tree_(analysis.tree()), triples_(triples) {}

 protected:
  [[nodiscard]] graph::ActorKind kind(std::uint32_t actor) const {
    return analysis_.document().actors[actor].kind;
  }
  [[nodiscard]] bool is_place(std::uint32_t actor) const {
    return kind(actor) == graph::ActorKind::place;
  }
  /// "Las Vegas in May, Mexico in June": a list of places of several countries.
  [[nodiscard]] bool lie_apart(std::uint32_t place, std::uint32_t around) const;
  /// The parties of a word, or the name in "X province", "the state of X".
  [[nodiscard]] std::vector<Party> land_at(TokenId token) const;
  /// An organisation, a company or armed forces.
  [[nodiscard]] bool is_body(std::uint32_t actor) const;
  /// The words that link: the preposition, or the name itself where there is none.
  [[nodiscard]] TokenId preposition_of(TokenId noun) const;
  /// The phrase with one of these prepositions on the noun.
  [[nodiscard]] std::optional<TokenId> phrase(
      TokenId noun, std::initializer_list<std::string_view> prepositions) const;
  void add(const Party& subject, const Party& object, graph::RelationClass type, TokenId word,
           std::string lemma, std::string frame, const Context& context);

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::vector<text::Triple>& triples_;
};

/// The bodies that persons are of, where no office there is told: "A, an analyst at B", "Labour MP
/// C". To be called after the positions have been extracted.
void read_bodies_of_persons(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);

/// Where bodies and places lie.
void read_places(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);

/// "X, a fierce critic of Y", "its former backer, Z": told beside a name.
void read_stances(SentenceAnalysis& analysis, std::vector<text::Triple>& triples);

}  // namespace entente::relations
