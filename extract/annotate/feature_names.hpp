// The FEATS column of CoNLL-U.
#pragma once

#include <string_view>

#include "extract/text/token.hpp"

namespace entente::annotate {

/// The features that rules read, out of "Mood=Ind|Tense=Past|VerbForm=Fin".
text::Features parse_features(std::string_view feats);

}  // namespace entente::annotate
