// SQLite handles that close themselves. The C interface stays in the .cpp files.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::store {

enum class OpenMode {
  create,     ///< read and write; the file is made if there is none
  write,      ///< read and write an existing file
  read_only,  ///< the file and its folder may be read-only
};

/// An open database file. One thread at a time may use it and its statements.
class Connection {
 public:
  /// Throws StoreError naming the file and the remedy. ":memory:" is a database
  /// without a file. Waits up to two seconds for another program's lock.
  explicit Connection(const std::string& path, OpenMode mode = OpenMode::create);

  /// Runs statements that give no rows.
  void exec(const std::string& sql);
  /// The first column of the first row as a number; 0 if there is none.
  std::int64_t number(const std::string& sql);
  /// The row id of the last INSERT.
  [[nodiscard]] std::int64_t last_id() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement. Must not outlive its connection. Values that are bound
/// are not copied: they must live until the statement is reset. Views that columns
/// give live until the next step or reset.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);

  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind(int index, std::string_view value);
  Statement& bind(int index, Blob value);
  Statement& bind_null(int index);
  template <typename T>
  Statement& bind(int index, const std::optional<T>& value) {
    return value ? bind(index, *value) : bind_null(index);
  }

  /// True if there is a row.
  bool step();
  void reset();
  /// Binds the values from 1 on, runs the statement to its end and resets it.
  template <typename... Values>
  void run(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
    while (step()) {
    }
    reset();
  }

  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string_view column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] sqlite3_stmt* handle() const { return statement_.get(); }

 private:
  [[noreturn]] void fail() const;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Rolls back unless it was committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace entente::store
