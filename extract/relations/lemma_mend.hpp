// Lemmas of verbs that the lexicon knows under another spelling.
#pragma once

#include "extract/text/document.hpp"

namespace entente::relations {

/// A lemmatizer guesses at verbs that its training never saw: "expell" for
/// "expelled", "fre" for "freed". Where the lexicon does not have a verb's lemma
/// but has one that its form may come from, that one is taken.
void mend_lemmas(text::Document& document);

}  // namespace entente::relations
