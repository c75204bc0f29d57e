// From the product of a rule's and its parties' scores to a probability.
#pragma once

#include "graph/relation.hpp"

namespace entente::relations {

/// How often triples with this raw score (0 to 1) were right, by the reliability
/// table in docs/quality.md. Rises with the score.
double calibrated_confidence(double score, graph::RelationClass type);

}  // namespace entente::relations
