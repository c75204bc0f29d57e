// Who is behind what is said: "the minister", "local officials", "the report".
#pragma once

#include <vector>

#include "extract/relations/clause.hpp"
#include "extract/relations/parties.hpp"

namespace entente::relations {

/// Who speaks by a word: "the minister", "local officials", or who issued "the report".
std::vector<Party> sources_at(const SentenceTree& tree, const PartyFinder& parties, TokenId word);

/// The sources at the subject of a verb of saying.
std::vector<Party> speakers_of(const SentenceTree& tree, const PartyFinder& parties,
                               const Predication& speech);

}  // namespace entente::relations
