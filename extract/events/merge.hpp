// Triples of a document to relations of the graph: what is one event is one.
#pragma once

#include <vector>

#include "extract/text/document.hpp"
#include "graph/relation.hpp"

namespace entente::events {

/// The document's relations, each with all its evidences, in order of the first.
std::vector<graph::Relation> merge(const text::Document& document);

}  // namespace entente::events
