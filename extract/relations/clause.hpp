// The predications of a sentence: who does what by the grammar, before any
// lexicon is asked. Every extractor reads this one structure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/syntax.hpp"

namespace entente::relations {

enum class PredicationKind : std::uint8_t { verb, adjective, nominal, noun };

/// How a predication hangs on its parent.
enum class Link : std::uint8_t {
  root,        ///< stands by itself
  complement,  ///< xcomp, ccomp, csubj: what is said, wanted, begun
  adverbial,   ///< advcl: if, while, after, "-ing"
  relative,    ///< acl, acl:relcl
  conjunct,    ///< conj, parataxis of equals
  noun,        ///< an event noun that is an argument of its parent
};

/// A word that fills a slot: "subj", "obj", "iobj", "to_inf", "that", "pred" (what
/// the verb says of its object: "called him a liar"), or a
/// preposition's lemma ("with", "according_to", "'s", "of").
struct Argument {
  std::string slot;
  TokenId token = 0;
  bool inherited = false;  ///< found by control, coordination or a relative pronoun
};

/// A verb, a predicative adjective or noun, or a noun (as a candidate for an event noun).
struct Predication {
  TokenId token = 0;
  PredicationKind kind = PredicationKind::verb;
  std::string lemma;  ///< with a particle: "call_off"
  std::optional<TokenId> particle;
  std::vector<Argument> arguments;  ///< roles of the active voice
  bool passive = false;
  std::optional<TokenId> surface_subject;  ///< the grammatical subject, inherited or not
  std::optional<std::uint32_t> parent;     ///< index into Clauses::predications
  Link link = Link::root;
  std::string marker;  ///< "if", "to", "after", ...
};

/// All predications of one sentence; parents come before their children.
class Clauses {
 public:
  explicit Clauses(const SentenceTree& tree);

  [[nodiscard]] const SentenceTree& tree() const { return tree_; }
  [[nodiscard]] const std::vector<Predication>& predications() const { return predications_; }
  /// The predication of that token, if it is one.
  [[nodiscard]] const Predication* of(TokenId token) const;
  [[nodiscard]] std::optional<std::uint32_t> index_of(TokenId token) const;

 private:
  void visit(TokenId token, std::optional<std::uint32_t> parent);
  void add(TokenId token, PredicationKind kind, std::optional<std::uint32_t> parent);
  void share_object(const Predication& second);

  const SentenceTree& tree_;
  std::vector<Predication> predications_;
  std::vector<std::int32_t> by_token_;  // -1 if none; offset by tree.first()
};

/// The first argument in that slot.
const Argument* argument(const Predication& predication, std::string_view slot);

/// What the predication does to its complement: "agree", "plan", "deny" ...
Operator operator_of(const SentenceTree& tree, const Predication& predication);

}  // namespace entente::relations
