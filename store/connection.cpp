#include "store/connection.hpp"

#include <sqlite3.h>

#include <filesystem>

#include "store/sqlite_error.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

constexpr int busy_wait_ms = 2000;

/// One thread at a time uses a connection, so SQLite need not lock it at every call.
int flags_of(OpenMode mode) {
  constexpr int all = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  switch (mode) {
    case OpenMode::create:
      return all | SQLITE_OPEN_CREATE;
    case OpenMode::write:
    case OpenMode::read_only:  // so that it can tidy up the log it reads; see below
      break;
  }
  return all;
}

/// '%', '?' and '#' mean something in a URI.
std::string uri_of(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%') {
      uri += "%25";
    } else if (c == '?') {
      uri += "%3f";
    } else if (c == '#') {
      uri += "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

/// Not where a write-ahead log cannot have its index: in a read-only folder.
bool is_readable(sqlite3* handle) {
  sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  const int code = sqlite3_errcode(handle) & 0xFF;
  return code != SQLITE_CANTOPEN && code != SQLITE_READONLY;
}

/// The file alone is not all there is if a log stands beside it.
void check_no_log(const std::string& path) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path + "-wal", missing);
  if (missing || size == 0) return;
  throw StoreError(path +
                   ": cannot be read without writing: a program that was stopped left its last"
                   " changes in " +
                   path + "-wal; run entente check once where the folder may be written");
}

void check_exists(const std::string& path) {
  std::error_code ignored;
  if (path != ":memory:" && !std::filesystem::exists(path, ignored)) {
    throw StoreError(path + ": no such database; make one with entente build PATH... --db " + path);
  }
}

}  // namespace

void throw_sqlite_error(sqlite3* handle, const std::string& path) {
  switch (sqlite3_errcode(handle) & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError(path + ": is locked by another program; try again when it has finished");
    case SQLITE_READONLY:
      throw StoreError(path +
                       ": cannot be written; check the permissions of the file and its folder");
    case SQLITE_CANTOPEN:
      throw StoreError(path +
                       ": cannot be opened; check that its folder exists and may be written");
    case SQLITE_NOTADB:
      throw StoreError(path + ": is not an Entente database; give another file with --db");
    case SQLITE_FULL:
      throw StoreError(path + ": the disk is full; free some space and run the same command again");
    case SQLITE_IOERR:
      throw StoreError(path + ": " + sqlite3_errmsg(handle) +
                       "; check the disk and run the same command again");
    case SQLITE_CORRUPT:
      throw StoreError(path + ": is damaged; restore a copy or build it anew");
    default:
      throw StoreError(path + ": " + sqlite3_errmsg(handle));
  }
}

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Connection::Connection(const std::string& path, OpenMode mode) : path_(path) {
  if (mode != OpenMode::create) check_exists(path);
  const auto open = [this](const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw_sqlite_error(handle, path_);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busy_wait_ms);
  };
  open(path, flags_of(mode));
  if (mode != OpenMode::read_only) return;
  if (!is_readable(handle())) {
    check_no_log(path);
    open(uri_of(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  }
  exec("PRAGMA query_only = ON");
}

void Connection::exec(const std::string& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw_sqlite_error(handle(), path_);
  }
}

std::int64_t Connection::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(handle()); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(const Connection& connection, std::string_view sql)
    : connection_(&connection) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) fail();
}

Statement& Statement::bind(int index, std::int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), index, value) != SQLITE_OK) fail();
  return *this;
}
Statement& Statement::bind(int index, double value) {
  if (sqlite3_bind_double(statement_.get(), index, value) != SQLITE_OK) fail();
  return *this;
}
Statement& Statement::bind(int index, std::string_view value) {
  // A null pointer would bind NULL, an empty text must stay one.
  const char* data = value.data() != nullptr ? value.data() : "";
  if (sqlite3_bind_text64(statement_.get(), index, data, value.size(), SQLITE_STATIC,
                          SQLITE_UTF8) != SQLITE_OK) {
    fail();
  }
  return *this;
}
Statement& Statement::bind(int index, Blob value) {
  if (sqlite3_bind_blob64(statement_.get(), index, value.bytes.data(), value.bytes.size(),
                          SQLITE_STATIC) != SQLITE_OK) {
    fail();
  }
  return *this;
}
Statement& Statement::bind_null(int index) {
  if (sqlite3_bind_null(statement_.get(), index) != SQLITE_OK) fail();
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
  return code == SQLITE_ROW;
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
std::string_view Statement::column_name(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Statement::text(int column) const {
  const auto* data = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return {static_cast<const char*>(data), data != nullptr ? size : 0};
}

void Statement::fail() const { throw_sqlite_error(connection_->handle(), connection_->path()); }

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // A failure here means that SQLite has rolled back by itself already.
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.exec("COMMIT");
  open_ = false;
}

}  // namespace entente::store
