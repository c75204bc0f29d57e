// Opening a graph's database: is it ours, is it of this version, and if not yet,
// make it so.
#pragma once

#include <string>

#include "store/connection.hpp"

namespace entente::store {

/// Opens the file. An older one is brought to this program's schema, and so is a new
/// one unless it is to be read. Throws StoreError if it is not ours, or newer.
Connection open_database(const std::string& path, OpenMode mode);

/// PRAGMA user_version of this program's databases: the number of migrations.
int schema_version();

/// PRAGMA application_id of our files: "Ente".
inline constexpr int application_id = 0x456E7465;

}  // namespace entente::store
