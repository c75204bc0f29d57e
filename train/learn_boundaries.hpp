// Trains the classifiers that cut text into words and sentences.
#pragma once

#include <vector>

#include "extract/annotate/model_file.hpp"
#include "train/corpus.hpp"

namespace entente::train {

/// Adds sections "cuts" and "ends", learnt from the documents of treebanks.
/// `favoured` marks sentences whose examples count twice.
void add_boundaries(annotate::ModelWriter& writer, const std::vector<Sentence>& sentences,
                    const std::vector<bool>& favoured);

}  // namespace entente::train
