// A row that no SQL gave, for where rows of queries go.
#pragma once

#include <cstdint>
#include <cstdio>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "store/query.hpp"

namespace entente::store {

class CellRow {
 public:
  CellRow& text(std::string words) { return add(CellType::text, std::move(words)); }
  CellRow& text_or_null(std::string words) {
    return words.empty() ? add(CellType::null, {}) : text(std::move(words));
  }
  CellRow& number(std::int64_t value) { return add(CellType::integer, std::to_string(value)); }
  CellRow& real(double value, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    return add(CellType::real, buffer);
  }
  void give(const QuerySink& sink) const { sink.row(cells_); }

 private:
  CellRow& add(CellType type, std::string words) {
    texts_.push_back(std::move(words));
    cells_.push_back({type, texts_.back()});
    return *this;
  }

  std::deque<std::string> texts_;  // whose addresses stay
  std::vector<Cell> cells_;
};

}  // namespace entente::store
