#include "util/tsv.hpp"

#include <algorithm>
#include <utility>

#include "util/error.hpp"

namespace entente::util {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  if (text.empty()) return pieces;
  pieces.reserve(1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), separator)));
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    pieces.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return pieces;
    begin = end + 1;
  }
}

std::string_view TsvRow::operator[](std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] == column) return cells_[i];
  }
  return {};
}

void read_tsv(std::string_view text, const std::string& file,
              const std::function<void(const TsvRow&)>& use) {
  std::vector<std::string_view> columns;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    auto cells = split(line, '\t');
    if (columns.empty()) {
      columns = std::move(cells);
      continue;
    }
    if (cells.size() != columns.size()) {
      throw InputError(file, line_number,
                       "has " + std::to_string(cells.size()) + " cells where the header names " +
                           std::to_string(columns.size()) + " columns; separate cells by tabs");
    }
    use(TsvRow(columns, std::move(cells), line_number));
  }
}

}  // namespace entente::util
