// Writes a trained network into a model file, with 8-bit weights.
#pragma once

#include "extract/annotate/model_file.hpp"
#include "train/name_network.hpp"
#include "train/network.hpp"

namespace entente::train {

/// Adds every section that annotate::Network reads, and the FEATS strings. The
/// FEATS that each tag may have are those seen together in `sentences`.
void add_network(annotate::ModelWriter& writer, Network& network, const NetworkShape& shape,
                 const Vocabulary& vocabulary, const std::vector<Sentence>& sentences);

/// Adds every section that annotate::NameTagger reads. A writer that holds the
/// same word vectors already keeps them; throws ModelError if they are others.
void add_names(annotate::ModelWriter& writer, NameNetwork& network, const EncoderShape& shape,
               const Vocabulary& vocabulary);

}  // namespace entente::train
