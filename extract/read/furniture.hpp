// Datelines, agency credits and bylines: facts of the document, not sentences.
#pragma once

#include "extract/text/document.hpp"

namespace entente::read {

/// Finds "WASHINGTON (Reuters) -", "(Bloomberg) --", "By Jane Roe" and the like at
/// the front of the text, and "(Reporting by ...)" at its end. Sets `furniture`,
/// and `place` and `source` where they are still empty.
void find_furniture(text::Document& document);

}  // namespace entente::read
