// Events that earlier sentences told, for "the attack", "the move".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/relations/parties.hpp"
#include "extract/text/triple.hpp"
#include "util/date.hpp"

namespace entente::relations {

class SentenceAnalysis;

/// One side may be unknown: "A bomb attack on B killed ten."
struct ToldEvent {
  graph::RelationClass type = graph::RelationClass::other;
  std::string mode;  ///< empty: none in particular
  bool mutual = false;
  std::uint32_t sentence = 0;
  std::vector<std::uint32_t> agents;  ///< indices into Document::actors
  std::vector<std::uint32_t> targets;
  std::optional<util::Date> date;
  bool by_court = false;
};

/// "the move", "the verdict": what stands for who did it before.
bool takes_up_deed(const SentenceTree& tree, TokenId noun);

/// Fed the sentences of a document in order.
class ToldEvents {
 public:
  /// Takes note of what a sentence told.
  void note(const SentenceAnalysis& analysis, const std::vector<text::Triple>& triples);
  /// The event that a definite noun without parties of its own takes up ("the
  /// operation", "these attacks", "the move"); null if none is near enough. For Reach::sides
  /// only what two sides do together ("the talks", "the deal"), for Reach::victim what has
  /// struck somebody, for Reach::author what was said ("the request", "the offer"), else what
  /// somebody did.
  [[nodiscard]] const ToldEvent* antecedent(const SentenceTree& tree, TokenId noun,
                                            Reach reach) const;

  /// Who issued the paper that a definite noun takes up: "The Senate passed a resolution. The
  /// resolution demands ..."; empty if nobody did, or too long ago.
  [[nodiscard]] std::vector<std::uint32_t> issuers_of(const SentenceTree& tree, TokenId noun) const;

  /// Who has accused the actor last, not too long ago.
  [[nodiscard]] std::vector<std::uint32_t> accusers_of(std::uint32_t actor) const;

 private:
  struct Paper {
    std::string noun;
    std::uint32_t sentence = 0;
    std::vector<std::uint32_t> issuers;
  };
  /// Who has asked, offered, threatened or charged, for "the request", "the offer".
  [[nodiscard]] const ToldEvent* word_told(const EventNoun* entry) const;
  /// Who spoke or blamed last, for "the claim", "the remarks".
  [[nodiscard]] const ToldEvent* last_word() const;
  /// What "the move" takes up.
  [[nodiscard]] const ToldEvent* last_deed(const SentenceTree& tree, TokenId noun) const;
  void note_papers(const SentenceAnalysis& analysis);

  std::vector<ToldEvent> events_;
  std::vector<Paper> papers_;
  std::uint32_t next_sentence_ = 0;
};

}  // namespace entente::relations
