// What a reader of a database can see, as text to compare.
#pragma once

#include <string>

#include "store/connection.hpp"

namespace entente::tests {

/// Everything but internal row ids, in an order that does not depend on them.
std::string content_of(store::Connection& db);

}  // namespace entente::tests
