// From what is known of a triple to how likely it is right.
#pragma once

#include "extract/text/document.hpp"
#include "extract/text/triple.hpp"

namespace entente::relations {

/// The share of triples like this one that are right: a logistic model over its raw score (the
/// product of its rule's and its actors' own), its kind, and how its actors and frame were found;
/// OTHER and STATEMENT, which say little, by a curve that stays low. Fitted on triples that were
/// read against their sentences (docs/quality.md). Rises with the raw score, which
/// `triple.confidence` still holds.
double calibrated_confidence(const text::Document& document, const text::Triple& triple);

/// True if the words bear the triple out too weakly to keep it: the other side stands in no slot of
/// the frame and is more likely another than not.
bool is_baseless(const text::Triple& triple);

}  // namespace entente::relations
