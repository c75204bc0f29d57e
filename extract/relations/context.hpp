// In what light a predication stands: affirmed or negated, done or only planned,
// supposed or demanded, and by whom it is told.
#pragma once

#include <optional>
#include <vector>

#include "extract/relations/clause.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/parties.hpp"
#include "graph/relation.hpp"

namespace entente::relations {

struct Context {
  graph::Polarity polarity = graph::Polarity::affirmed;
  graph::Modality modality = graph::Modality::actual;
  std::optional<TokenId> negated_by;  ///< the word that turned the polarity last
  std::optional<TokenId> set_by;      ///< the word that made it other than actual
  std::vector<Party> speakers;        ///< who says so; empty where the article itself does
  bool future = false;                ///< its own verb is in the future

  void negate(TokenId by);
  void raise(graph::Modality to, TokenId by);  ///< if it is the stronger one
  void stand_like(const Context& other);       ///< in polarity and modality
};

/// What the operator above does to the act below it.
void apply(Operator op, TokenId by, Context& context);

/// Whether its subject is the source of what stands below it.
bool reports(Operator op);

/// The contexts of all predications of a sentence, by index. `carried` are the
/// speakers of a quotation that runs on from an earlier sentence.
std::vector<Context> contexts_of(const Clauses& clauses, const PartyFinder& parties,
                                 const std::vector<Party>& carried);

/// The verb of saying whose report the predication is; null if none. Its subject
/// is the source.
const Predication* speech_of(const Clauses& clauses, const Predication& predication);

}  // namespace entente::relations
