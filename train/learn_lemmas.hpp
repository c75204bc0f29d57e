// Learns the lemma rules of the treebanks, and of verbs that they lack.
#pragma once

#include <vector>

#include "extract/annotate/model_file.hpp"
#include "train/corpus.hpp"
#include "train/verb_forms.hpp"
#include "train/vocabulary.hpp"

namespace entente::train {

/// Adds the lemma rules to a model: for each key the rule of most words, where
/// the less specific keys would give another one. `verbs` fill in where the
/// treebanks have no such verb.
void add_lemmas(annotate::ModelWriter& writer, const std::vector<Sentence>& sentences,
                const Vocabulary& vocabulary, const std::vector<VerbForm>& verbs);

}  // namespace entente::train
