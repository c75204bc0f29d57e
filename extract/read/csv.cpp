// Tables of articles: a first row of column names, then an article a row (RFC 4180).
#include <istream>
#include <string>
#include <vector>

#include "extract/read/fields.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

constexpr int stream_end = std::char_traits<char>::eof();

/// Rows of cells; quoted cells may hold separators, line ends and doubled quotes.
class Table {
 public:
  Table(std::istream& input, char separator, std::size_t most_bytes)
      : buffer_(*input.rdbuf()), separator_(separator), most_bytes_(most_bytes) {}

  enum class Row { none, whole, too_long, open_quote };

  Row next(std::vector<std::string>& cells) {
    cells.clear();
    first_line_ = line_;
    if (buffer_.sgetc() == stream_end) return Row::none;
    std::size_t bytes = 0;
    std::string cell;
    bool quoted = false;
    for (;;) {
      const int next = buffer_.sbumpc();
      if (next == '\n' || next == stream_end) ++line_;
      if (next == stream_end && quoted) return Row::open_quote;
      if (next == stream_end || (next == '\n' && !quoted)) break;
      if (++bytes > most_bytes_) {
        cell.clear();  // the row goes on to its end, but is not kept
      }
      const char c = static_cast<char>(next);
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (buffer_.sgetc() == '"') {
          buffer_.sbumpc();
          cell += '"';
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.empty() && separator_ != '\t') {
        quoted = true;
      } else if (c == separator_) {
        cells.push_back(std::move(cell));
        cell.clear();
      } else {
        cell += c;
      }
    }
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    cells.push_back(std::move(cell));
    return bytes > most_bytes_ ? Row::too_long : Row::whole;
  }

  /// 1-based, of the row that `next` gave.
  [[nodiscard]] std::size_t line() const { return first_line_; }

 private:
  std::streambuf& buffer_;
  char separator_;
  std::size_t most_bytes_;
  std::size_t line_ = 1;
  std::size_t first_line_ = 1;
};

void check_columns(const std::vector<std::string>& names, const Place& place) {
  Fields columns;
  for (const auto& name : names) columns.emplace_back(name, "x");
  if (!field_of(columns, "text", place.options).empty()) return;
  throw InputError(place.path, 1,
                   "has no column of texts; name it with --map text=COLUMN; skipped");
}

Fields record_of(std::vector<std::string>& names, std::vector<std::string>& cells) {
  Fields record;
  for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
    record.emplace_back(names[i], std::move(cells[i]));
  }
  return record;
}

void read_rows(Table& table, std::vector<std::string>& names, const Place& place) {
  std::vector<std::string> cells;
  for (;;) {
    const auto row = table.next(cells);
    if (row == Table::Row::none) return;
    try {
      if (row == Table::Row::open_quote) {
        throw InputError(place.path, table.line(), "opens a quotation mark that nothing closes");
      }
      if (row == Table::Row::too_long) {
        throw InputError(place.path, table.line(),
                         "is too long a row; raise --max-document; skipped");
      }
      if (cells.size() == 1 && cells[0].empty()) continue;  // a blank line
      if (cells.size() > names.size()) {
        throw InputError(place.path, table.line(),
                         "has more cells than there are columns; skipped");
      }
      place.sink.document(document_of(record_of(names, cells), place, table.line()));
    } catch (const InputError& error) {
      place.sink.problem(error);
    }
  }
}

void read_table(std::istream& input, const Place& place, char separator) {
  Table table(input, separator, place.options.limits.record_bytes());
  std::vector<std::string> names;
  const auto row = table.next(names);
  if (row == Table::Row::none) throw InputError(place.path, 0, "is empty; skipped");
  if (row != Table::Row::whole) throw InputError(place.path, 1, "is no table; skipped");
  names[0] = util::without_bom(names[0]);
  check_columns(names, place);
  read_rows(table, names, place);
}

}  // namespace

void read_csv(std::istream& input, const Place& place) { read_table(input, place, ','); }
void read_tsv(std::istream& input, const Place& place) { read_table(input, place, '\t'); }

}  // namespace entente::read
