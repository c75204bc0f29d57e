#include "store/database.hpp"

#include "embedded/migrations.hpp"
#include "store/bulk_load.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

/// A file without any table: new, or touched by somebody.
bool is_blank(Connection& connection) {
  return connection.number("SELECT count(*) FROM sqlite_schema") == 0;
}

void check_ours(Connection& connection) {
  const auto found = connection.number("PRAGMA application_id");
  const bool ours = found == application_id || (found == 0 && is_blank(connection));
  if (!ours) {
    throw StoreError(connection.path() +
                     ": is a database of another program; give another file with --db");
  }
  const auto version = connection.number("PRAGMA user_version");
  if (version > schema_version()) {
    throw StoreError(connection.path() + ": was written by a newer Entente (schema " +
                     std::to_string(version) + ", this program knows " +
                     std::to_string(schema_version()) + "); update the program");
  }
}

void migrate(Connection& connection) {
  if (connection.number("PRAGMA user_version") == schema_version()) return;
  Transaction transaction(connection);
  // Asked again: another program may have migrated while this one waited.
  const auto files = embedded::migrations();
  const auto done = static_cast<std::size_t>(connection.number("PRAGMA user_version"));
  for (std::size_t next = done; next < files.size(); ++next) {
    connection.exec(std::string(files[next].content));
  }
  connection.exec("PRAGMA application_id = " + std::to_string(application_id));
  connection.exec("PRAGMA user_version = " + std::to_string(schema_version()));
  transaction.commit();
}

void prepare_for_writing(Connection& connection) {
  // Of SQLite's usual 4096 bytes an article of news leaves a quarter unused. Cannot be
  // changed later.
  if (is_blank(connection)) connection.exec("PRAGMA page_size = 8192");
  // In this mode a commit survives a crash of the program, and of the machine the
  // file stays whole, though it may lose the last commits.
  connection.exec("PRAGMA journal_mode = WAL");
  connection.exec("PRAGMA synchronous = NORMAL");
  connection.exec("PRAGMA foreign_keys = ON");
  // Documents touch pages all over the indexes; these bounds let a page that is changed
  // again and again be written once.
  connection.exec("PRAGMA cache_size = -65536");
  connection.exec("PRAGMA wal_autocheckpoint = 4096");
  heal_bulk_load(connection);
  migrate(connection);
}

/// A reader too needs this program's schema: an older file is brought to it first.
void update_for_reading(Connection& connection) {
  const auto version = connection.number("PRAGMA user_version");
  if (version == schema_version() && !is_bulk_loading(connection)) return;
  if (version == 0) {
    throw StoreError(connection.path() + ": holds no graph; run entente build PATH... --db " +
                     connection.path());
  }
  try {
    Connection writer(connection.path(), OpenMode::write);
    prepare_for_writing(writer);
  } catch (const StoreError& error) {
    const std::string why =
        version == schema_version()
            ? "was not filled to the end, and its indexes must be made before it is read"
            : "is of an older Entente, schema " + std::to_string(version) +
                  ", and must be updated before it is read";
    throw StoreError(std::string(error.what()) + " (it " + why + ")");
  }
}

}  // namespace

int schema_version() { return static_cast<int>(embedded::migrations().size()); }

Connection open_database(const std::string& path, OpenMode mode) {
  Connection connection(path, mode);
  check_ours(connection);
  if (mode == OpenMode::read_only) {
    update_for_reading(connection);
    return connection;
  }
  prepare_for_writing(connection);
  return connection;
}

}  // namespace entente::store
