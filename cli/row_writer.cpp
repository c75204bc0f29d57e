#include "cli/row_writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/terminal.hpp"
#include "render/escape.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

using store::Cell;
using store::CellType;

bool is_number(const Cell& cell) {
  return cell.type == CellType::integer || cell.type == CellType::real;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string text_of(const Cell& cell) {
  return cell.type == CellType::blob ? hex_of(cell.text) : std::string(cell.text);
}

std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text;
}

/// Holds a result to its end, for the widths of its columns.
class TableWriter : public RowWriter {
 public:
  explicit TableWriter(std::ostream& out) : out_(out) {}

  void columns(std::span<const std::string_view> names) override {
    finish();
    rows_.assign(1, {});
    for (const auto name : names) rows_[0].emplace_back(name);
    right_.assign(names.size(), true);
  }
  void row(std::span<const Cell> cells) override {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      right_[i] = right_[i] && (is_number(cells[i]) || cells[i].type == CellType::null);
      texts.push_back(on_one_line(text_of(cells[i])));
    }
    rows_.push_back(std::move(texts));
  }
  void finish() override {
    if (rows_.empty()) return;
    const auto widths = widths_of_columns();
    write_row(rows_[0], widths);
    std::vector<std::string> rules;
    for (const auto width : widths) rules.emplace_back(width, '-');
    write_row(rules, widths);
    for (std::size_t i = 1; i < rows_.size(); ++i) write_row(rows_[i], widths);
    rows_.clear();
  }

 private:
  std::vector<std::size_t> widths_of_columns() const {
    std::vector<std::size_t> widths(rows_[0].size(), 1);
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i)
        widths[i] = std::max(widths[i], width_of(row[i]));
    }
    return widths;
  }
  void write_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - width_of(row[i]), ' ');
      const bool last = i + 1 == row.size();
      out_ << (right_[i] ? gap : "") << row[i] << (right_[i] || last ? "" : gap)
           << (last ? "\n" : "  ");
    }
  }

  std::ostream& out_;
  std::vector<std::vector<std::string>> rows_;  ///< the first one is the header
  std::vector<bool> right_;                     ///< columns of numbers
};

/// RFC 4180, with LF line ends. Text that a spreadsheet would take for a formula is made text.
class CsvWriter : public RowWriter {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {}

  void columns(std::span<const std::string_view> names) override {
    for (const auto name : names) render::append_csv(next(), name);
    end();
  }
  void row(std::span<const Cell> cells) override {
    for (const auto& cell : cells) {
      const bool number = cell.type == CellType::integer || cell.type == CellType::real;
      if (number) {
        next() += cell.text;  // -1 is no formula
      } else {
        render::append_csv(next(), text_of(cell));
      }
    }
    end();
  }
  void finish() override {}

 private:
  std::string& next() {
    if (!first_) line_ += ',';
    first_ = false;
    return line_;
  }
  void end() {
    out_ << line_ << '\n';
    line_.clear();
    first_ = true;
  }

  std::ostream& out_;
  std::string line_;
  bool first_ = true;
};

/// One object a row: a line each, or all in one array.
class JsonRowWriter : public RowWriter {
 public:
  JsonRowWriter(std::ostream& out, bool lines) : out_(out), lines_(lines) {}

  void columns(std::span<const std::string_view> names) override {
    names_.assign(names.begin(), names.end());
  }
  void row(std::span<const Cell> cells) override {
    if (!lines_) out_ << (first_ ? "[\n" : ",\n");
    first_ = false;
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      json.Key(names_[i].data(), static_cast<rapidjson::SizeType>(names_[i].size()));
      write(json, cells[i]);
    }
    json.EndObject();
    out_ << std::string_view(buffer.GetString(), buffer.GetSize()) << (lines_ ? "\n" : "");
  }
  void finish() override {
    if (!lines_) out_ << (first_ ? "[]\n" : "\n]\n");
  }

 private:
  static void write(rapidjson::Writer<rapidjson::StringBuffer>& json, const Cell& cell) {
    const auto size = static_cast<rapidjson::SizeType>(cell.text.size());
    if (cell.type == CellType::null) {
      json.Null();
    } else if (is_number(cell) && cell.text.find_first_of("IN") == std::string_view::npos) {
      json.RawValue(cell.text.data(), size, rapidjson::kNumberType);
    } else {
      const std::string text = text_of(cell);
      json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
  }

  std::ostream& out_;
  bool lines_;
  bool first_ = true;
  std::vector<std::string> names_;
};

class MarkdownWriter : public RowWriter {
 public:
  explicit MarkdownWriter(std::ostream& out) : out_(out) {}

  void columns(std::span<const std::string_view> names) override {
    for (const auto name : names) write(name);
    out_ << "|\n";
    for (std::size_t i = 0; i < names.size(); ++i) out_ << "|---";
    out_ << "|\n";
  }
  void row(std::span<const Cell> cells) override {
    for (const auto& cell : cells) write(on_one_line(text_of(cell)));
    out_ << "|\n";
  }
  void finish() override {}

 private:
  void write(std::string_view text) {
    out_ << "| ";
    for (const char c : text) {
      if (c == '|' || c == '\\') out_ << '\\';
      out_ << c;
    }
    out_ << ' ';
  }

  std::ostream& out_;
};

struct Format {
  std::string_view name;
  std::unique_ptr<RowWriter> (*make)(std::ostream& out);
};

template <typename Writer>
std::unique_ptr<RowWriter> make(std::ostream& out) {
  return std::make_unique<Writer>(out);
}
template <bool lines>
std::unique_ptr<RowWriter> make_json(std::ostream& out) {
  return std::make_unique<JsonRowWriter>(out, lines);
}

constexpr std::array<Format, 5> formats{{
    {"table", &make<TableWriter>},
    {"csv", &make<CsvWriter>},
    {"json", &make_json<false>},
    {"jsonl", &make_json<true>},
    {"markdown", &make<MarkdownWriter>},
}};

}  // namespace

std::vector<std::string> row_formats() {
  std::vector<std::string> names;
  for (const auto& format : formats) names.emplace_back(format.name);
  return names;
}

std::string row_formats_help() { return "how to print the rows"; }

std::unique_ptr<RowWriter> make_row_writer(std::string_view format, std::ostream& out) {
  for (const auto& known : formats) {
    if (known.name == format) return known.make(out);
  }
  throw Error("there is no format named " + std::string(format));
}

}  // namespace entente::cli
