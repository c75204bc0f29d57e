// An extractor reads the annotated, resolved document and adds triples.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/text/document.hpp"

namespace entente::relations {

/// One row of the registry; it feeds `--extractor`, the help text and the docs.
struct ExtractorInfo {
  std::string_view name;
  std::string_view summary;  ///< an example of what it reads
};

/// All extractors, in the order in which they run.
std::span<const ExtractorInfo> extractors();

/// Runs the named extractors (all if the list is empty) and sets
/// Document::triples, in order of sentence and span. Throws Error on an unknown name.
/// Keeps no state: threads may call it at once.
void extract_triples(text::Document& document, const std::vector<std::string>& names = {});

}  // namespace entente::relations
