// Which documents tell the same story in nearly the same words.
#pragma once

#include <cstddef>
#include <functional>

#include "store/connection.hpp"

namespace entente::store {

/// Two documents are reprints of one story if they share this much of their runs of words.
inline constexpr double least_resemblance = 0.6;

/// Compares the documents that are not compared yet with all others, and fills
/// sketches.reprint_of. The outcome does not depend on the order of the documents, nor on
/// how many runs it took. Documents whose text is not kept are stories of their own.
/// Of more than 64 documents that share a band of their sketches only the first 64 by name
/// are compared with others, so that pages of one template cost no more than articles:
/// those alike are one story all the same, those just at the limit may depend on the order.
/// Gives the number of documents in the database that are reprints. Asks `go_on` now and
/// then; if it says no, what is left is done the next time.
std::size_t link_stories(Connection& connection, const std::function<bool()>& go_on);

}  // namespace entente::store
