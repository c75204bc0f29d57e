// SQLite's result codes as messages with a remedy.
#pragma once

#include <string>

struct sqlite3;

namespace entente::store {

/// Throws StoreError for the connection's last error.
[[noreturn]] void throw_sqlite_error(sqlite3* handle, const std::string& path);

}  // namespace entente::store
