// Attachments that a parser often gets wrong and that a rule can tell.
#pragma once

#include "extract/text/document.hpp"

namespace entente::relations {

/// Hangs words of the document's trees elsewhere: subjects that a coordination
/// joins, the subject before a parenthesis ("X, they said, ..."), the subject of a
/// clause without "that", further names after a name of several words. Needs the
/// mentions. Every sentence keeps one root and no cycle.
void mend_trees(text::Document& document);

}  // namespace entente::relations
