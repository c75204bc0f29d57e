// Words that point back to parties without a name: "hundreds marched ... they", "the crowd".
// Internal to extract/actors.
#pragma once

#include "extract/actors/doc_view.hpp"

namespace entente::actors {

/// "marched", "rallied", "protested": what makes a protester.
bool protests(std::string_view lemma);

/// Adds mentions, marked as unnamed, for plural pronouns, crowds and numbers that nothing else
/// has bound and that mean people told of just before. `document` is the one that is viewed.
void link_unnamed(const DocView& view, text::Document& document);

}  // namespace entente::actors
