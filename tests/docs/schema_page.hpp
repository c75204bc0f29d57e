// docs/schema.md from the migrations: tables with what their comments say of each column.
#pragma once

#include <string>

#include "render/diagram.hpp"
#include "store/connection.hpp"

namespace entente::tests {

/// `ddl` is the text of all migrations, `db` an empty graph of that schema.
std::string schema_page(const std::string& ddl, store::Connection& db);

/// Tables with their columns, and who refers to whom.
render::Diagram schema_diagram(store::Connection& db);

}  // namespace entente::tests
