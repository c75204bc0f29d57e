// One row of comma-separated values.
#pragma once

#include "render/escape.hpp"
#include "render/fields.hpp"
#include "render/text_out.hpp"

namespace entente::render {

/// Cells one after the other, then end().
class CsvRow {
 public:
  explicit CsvRow(TextOut& out) : out_(out) {}

  CsvRow& cell(std::string_view text) {
    comma();
    append_csv(out_.buffer(), text);
    return *this;
  }
  CsvRow& field(const FieldValue& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return cell(*text);
    comma();
    if (const auto* flag = std::get_if<bool>(&value)) {
      out_ << (*flag ? "true" : "false");
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      out_ << *whole;
    } else {
      out_ << std::get<double>(value);
    }
    return *this;
  }
  void end() { out_ << "\n"; }

 private:
  void comma() {
    if (!first_) out_ << ',';
    first_ = false;
  }

  TextOut& out_;
  bool first_ = true;
};

}  // namespace entente::render
