// Annotated documents as CoNLL-U and as JSON lines, and CoNLL-U as documents.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::annotate {

/// Reads forms, multiword tokens, sentences and comments; all other columns are
/// passed over. A document begins at each `# newdoc`. Its text is the forms with
/// single spaces between tokens, none after `SpaceAfter=No`, and a line break
/// between sentences. Throws InputError naming `file` and the line.
std::vector<text::Document> read_conllu(std::istream& in, const std::string& file);

/// Writes a document's sentences. Comments that the sentence came with are
/// kept; else `# newdoc`, `# sent_id` and `# text` are made.
void write_conllu(const text::Document& document, std::ostream& out);

/// Writes one JSON object a sentence, a line each: id, text, byte range, tokens.
void write_json(const text::Document& document, std::ostream& out);

}  // namespace entente::annotate
