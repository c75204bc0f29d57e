// A small fixed graph for tests of everything behind the language stages.
#pragma once

#include <string>
#include <vector>

#include "store/document_record.hpp"

namespace entente::tests {

/// Three short articles about invented states, with actors of every kind, every
/// modality, a denial, a symmetric relation told twice, and hostile names.
std::vector<store::DocumentRecord> sample_documents();

/// Stores them in a new file, replacing what is there.
void write_sample_database(const std::string& path);

}  // namespace entente::tests
