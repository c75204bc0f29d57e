// Documents for tests that need words but no parser.
#pragma once

#include <string>
#include <string_view>

#include "extract/text/document.hpp"

namespace entente::test {

/// One sentence whose tokens stand between blanks, without tags or tree.
text::Document plain_sentence(std::string_view words);

/// One sentence of "form/upos/head/deprel[/lemma]" words; heads count from 1, 0 is the root.
/// Without a lemma the form in lower case. Verbs in -ed and after "/past" are in the past tense.
text::Document parsed_sentence(std::string_view words);

/// Adds one more sentence of blank-separated words.
void add_sentence(text::Document& document, std::string_view words);

/// The content of a file of the source tree.
std::string read_source_file(const std::string& path);

}  // namespace entente::test
