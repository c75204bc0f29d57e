// Rows of a query as text, in several formats.
#pragma once

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/query.hpp"

namespace entente::cli {

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  /// A new result begins, with these columns.
  virtual void columns(std::span<const std::string_view> names) = 0;
  virtual void row(std::span<const store::Cell> cells) = 0;
  /// Must be called once, at the end.
  virtual void finish() = 0;
};

std::vector<std::string> row_formats();
std::string row_formats_help();

/// The format must be one of row_formats(). The stream must outlive the writer.
std::unique_ptr<RowWriter> make_row_writer(std::string_view format, std::ostream& out);

}  // namespace entente::cli
