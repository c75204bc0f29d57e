// A document whose names are made to break formats.
#pragma once

#include <string>
#include <vector>

#include "store/document_record.hpp"

namespace entente::tests {

/// Quotes, backslashes, markup, line ends, controls, right-to-left, four bytes, formulas,
/// 500 characters.
std::vector<std::string> hostile_names();
/// One actor that consults all of those.
store::DocumentRecord hostile_document();
void write_hostile_database(const std::string& path);

}  // namespace entente::tests
