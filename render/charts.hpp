// Small charts as SVG.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "render/palette.hpp"
#include "render/tally.hpp"

namespace entente::render {

/// One column a period: cooperation stands above the line, conflict below.
struct PeriodChart {
  std::string title;
  std::string note;  ///< small print below the title
  Periods periods;
};
void write_chart(const PeriodChart& chart, Theme theme, std::ostream& out);

/// One bar a row: conflict to the left, cooperation to the right.
struct BalanceChart {
  struct Row {
    std::string name;
    QuadCounts events{};
  };
  std::string title;
  std::string note;
  std::vector<Row> rows;
};
void write_chart(const BalanceChart& chart, Theme theme, std::ostream& out);

/// One bar a row, with its number.
struct BarChart {
  struct Row {
    std::string name;
    graph::Quad quad{};  ///< its colour
    std::size_t value = 0;
  };
  std::string title;
  std::string note;
  std::vector<Row> rows;
};
void write_chart(const BarChart& chart, Theme theme, std::ostream& out);

}  // namespace entente::render
