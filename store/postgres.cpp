#include "store/postgres.hpp"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <ostream>
#include <string>
#include <vector>

#include "embedded/postgres.hpp"
#include "store/database.hpp"
#include "util/utf8.hpp"

namespace entente::store {
namespace {

struct TableShape {
  std::string name;
  std::string columns;  ///< quoted, for "symmetric" is a keyword of PostgreSQL
  std::string key;      ///< the columns that order its rows
};

/// Neither SQLite's own tables nor the full-text indexes.
std::vector<std::string> table_names(Connection& connection) {
  std::vector<std::string> names;
  Statement rows(connection,
                 "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                 " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  while (rows.step()) names.emplace_back(rows.text(0));
  return names;
}

TableShape shape_of(Connection& connection, const std::string& name) {
  TableShape shape{name, {}, {}};
  Statement rows(
      connection,
      "SELECT group_concat(quoted, ', '), group_concat(quoted, ', ') FILTER (WHERE pk > 0)"
      " FROM (SELECT '\"' || name || '\"' AS quoted, pk FROM pragma_table_info(?)"
      " ORDER BY cid)");
  rows.bind(1, std::string_view(name)).step();
  shape.columns = rows.text(0);
  shape.key = rows.text(1);
  return shape;
}

void append_byte(std::string& line, char c) {
  switch (c) {
    case '\\':
      line += "\\\\";
      break;
    case '\t':
      line += "\\t";
      break;
    case '\n':
      line += "\\n";
      break;
    case '\r':
      line += "\\r";
      break;
    case '\0':
      line += ' ';
      break;
    default:
      line += c;
  }
}

void append_text(std::string& line, std::string_view text) {
  while (!text.empty()) {
    const auto bad = util::first_invalid_utf8(text);
    for (const char c : text.substr(0, bad.value_or(text.size()))) append_byte(line, c);
    if (!bad) return;
    line += '?';
    text.remove_prefix(*bad + 1);
  }
}

void append_bytes(std::string& line, std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  line += "\\\\x";
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    line += digits[value >> 4];
    line += digits[value & 15];
  }
}

template <typename Number>
void append_number(std::string& line, Number number) {
  std::array<char, 32> digits{};
  line.append(digits.data(),
              std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_cell(std::string& line, const Statement& row, int column) {
  switch (sqlite3_column_type(row.handle(), column)) {
    case SQLITE_INTEGER:
      return append_number(line, row.integer(column));
    case SQLITE_FLOAT:
      return append_number(line, row.real(column));
    case SQLITE_BLOB:
      return append_bytes(line, row.text(column));
    case SQLITE_TEXT:
      return append_text(line, row.text(column));
    default:
      line += "\\N";
  }
}

void copy_rows(Connection& connection, const TableShape& table, std::ostream& out) {
  out << "\nCOPY " << table.name << " (" << table.columns << ") FROM stdin;\n";
  Statement row(connection,
                "SELECT " + table.columns + " FROM " + table.name + " ORDER BY " + table.key);
  std::string line;
  while (row.step()) {
    line.clear();
    for (int column = 0; column < row.columns(); ++column) {
      if (column > 0) line += '\t';
      append_cell(line, row, column);
    }
    line += '\n';
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
  }
  out << "\\.\n";
}

/// All that is read in its scope is of one moment, whoever writes meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) { connection.exec("BEGIN"); }
  ~Snapshot() { sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

}  // namespace

std::int64_t write_postgres(Connection& connection, std::ostream& out) {
  const Snapshot snapshot(connection);
  const auto parts = embedded::postgres();
  out << "-- A graph of Entente, schema " << schema_version()
      << ", for an empty schema of a PostgreSQL database in UTF-8: psql -f THIS DATABASE\n"
         "\\set ON_ERROR_STOP on\n"
         "BEGIN;\n"
         "SET LOCAL client_encoding = 'UTF8';\n"
         "SET LOCAL standard_conforming_strings = on;\n\n"
      << parts[0].content;
  for (const auto& name : table_names(connection)) {
    copy_rows(connection, shape_of(connection, name), out);
  }
  out << '\n' << parts[1].content << "\nCOMMIT;\nANALYZE;\n";
  return connection.number("SELECT count(*) FROM relations");
}

}  // namespace entente::store
