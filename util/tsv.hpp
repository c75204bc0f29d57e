// Tables of tab-separated values with a header line, as data/ holds them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::util {

/// The pieces of `text` between separators; empty text has none.
std::vector<std::string_view> split(std::string_view text, char separator);

/// One data line. Views into the table's text.
class TsvRow {
 public:
  TsvRow(const std::vector<std::string_view>& columns, std::vector<std::string_view> cells,
         std::size_t line)
      : columns_(columns), cells_(std::move(cells)), line_(line) {}

  /// The cell of that column; empty if the table has no such column.
  [[nodiscard]] std::string_view operator[](std::string_view column) const;
  [[nodiscard]] std::size_t line() const { return line_; }  ///< 1-based

 private:
  const std::vector<std::string_view>& columns_;
  std::vector<std::string_view> cells_;
  std::size_t line_;
};

/// Calls `use` for every data line: empty lines and lines that begin with '#' are
/// skipped, the first other line names the columns, a CR at a line's end is dropped.
/// Throws InputError, naming `file` and the line, if a line has more or fewer cells
/// than there are columns.
void read_tsv(std::string_view text, const std::string& file,
              const std::function<void(const TsvRow&)>& use);

}  // namespace entente::util
