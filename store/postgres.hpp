// The whole database as a script for PostgreSQL.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "store/connection.hpp"

namespace entente::store {

/// Writes one transaction that psql runs: tables, rows (COPY), keys and views. Memory does
/// not grow with the rows, and one file always gives the same bytes. What PostgreSQL cannot
/// hold, NUL and what is no UTF-8, becomes a space or '?', so that places in texts stay right.
/// Returns the number of relations.
std::int64_t write_postgres(Connection& connection, std::ostream& out);

}  // namespace entente::store
