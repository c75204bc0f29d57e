// When the events that an article reports as its news took place.
#pragma once

#include <optional>

#include "extract/text/document.hpp"
#include "util/date.hpp"

namespace entente::relations {

/// The day that the main clauses of the opening sentences give, if it is within a
/// week before the document's date; else the document's date.
std::optional<util::Date> news_date(const text::Document& document);

}  // namespace entente::relations
