// The bridge between the stages that find things and the store that keeps them.
#pragma once

#include <vector>

#include "extract/text/document.hpp"
#include "graph/relation.hpp"
#include "store/document_record.hpp"

namespace entente::cli {

store::SourceRecord source_record(const text::Document& document);

/// Keeps the sentences, the mentions that are bound to actors, and of the actors
/// those that a mention or relation names.
store::DocumentRecord document_record(text::Document&& document,
                                      std::vector<graph::Relation> relations);

}  // namespace entente::cli
