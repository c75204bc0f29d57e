// Records with named fields, by whatever names, to documents.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/read/reader.hpp"

namespace entente::read {

/// The fields of one record in the order of the input.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// The first of the usual names of `field` ("text", "title", "date", "url", "source",
/// "id", "language") that the record has with a value; before them the one that
/// Options::fields maps. Case does not count. Empty if there is none.
std::string_view field_of(const Fields& record, std::string_view field, const Options& options);

/// Makes a document of a record. `line` is for messages and the id of a record without
/// one; 0 leaves both out. Throws InputError if there is no text.
text::Document document_of(const Fields& record, const Place& place, std::size_t line);

}  // namespace entente::read
