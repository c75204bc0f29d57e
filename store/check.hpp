// Is a database whole?
#pragma once

#include <string>
#include <vector>

#include "store/connection.hpp"

namespace entente::store {

/// What is wrong, in words, one entry a kind of damage; empty if nothing is.
std::vector<std::string> check_database(Connection& connection);

}  // namespace entente::store
