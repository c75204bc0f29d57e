// The loop that every query of a user goes through.
#pragma once

#include <string_view>

#include "store/query.hpp"

namespace entente::store {

/// Runs statement after statement. Who may do what is set on the connection before.
void run_statements(Connection& connection, std::string_view sql, const QuerySink& sink);

}  // namespace entente::store
