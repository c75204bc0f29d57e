#include "render/charts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ostream>

#include "render/escape.hpp"
#include "render/text_out.hpp"

namespace entente::render {
namespace {

using graph::Quad;

constexpr double width = 720;
constexpr double margin = 16;
constexpr double head_height = 68;  // title, small print, legend
constexpr double row_height = 22;
constexpr double names_width = 250;     // left of bars
constexpr double digits_width = 40;     // beside bars
constexpr std::size_t name_limit = 38;  // code points
constexpr std::array<Quad, 2> above{Quad::material_cooperation, Quad::verbal_cooperation};
constexpr std::array<Quad, 2> below{Quad::verbal_conflict, Quad::material_conflict};

std::size_t count_of(const QuadCounts& counts, Quad quad) {
  return counts[static_cast<std::size_t>(quad)];
}

enum class Anchor { start, middle, end };

/// An SVG document in the making.
class Sheet {
 public:
  Sheet(std::ostream& out, Theme theme, double height, const std::string& title,
        const std::string& note)
      : out_(out), theme_(theme) {
    out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << whole(width) << ' '
         << whole(height) << "\" width=\"" << whole(width) << "\" height=\"" << whole(height)
         << "\" role=\"img\" font-family=\"DejaVu Sans, Arial, sans-serif\" font-size=\"11\">\n"
         << "<title>" << escaped(append_xml, title) << "</title>\n";
    rectangle(0, 0, width, height, palette().background, {});
    out_ << "<text x=\"" << margin << "\" y=\"20.0\" fill=\"" << palette().text
         << "\" font-size=\"14\" font-weight=\"bold\">" << escaped(append_xml, title)
         << "</text>\n";
    label(margin, 37, note, Anchor::start, palette().muted);
  }

  void rectangle(double x, double y, double w, double h, const char* colour,
                 const std::string& tooltip) {
    out_ << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << w << "\" height=\"" << h
         << "\" fill=\"" << colour << "\"";
    if (tooltip.empty()) {
      out_ << "/>\n";
    } else {
      out_ << "><title>" << escaped(append_xml, tooltip) << "</title></rect>\n";
    }
  }

  void label(double x, double y, const std::string& words, Anchor anchor, const char* colour) {
    constexpr std::array<const char*, 3> names{"start", "middle", "end"};
    if (words.empty()) return;
    out_ << "<text x=\"" << x << "\" y=\"" << y << "\" text-anchor=\""
         << names[static_cast<std::size_t>(anchor)] << "\" fill=\"" << colour << "\">"
         << escaped(append_xml, words) << "</text>\n";
  }

  void line(double x1, double y1, double x2, double y2, const char* opacity) {
    out_ << "<line x1=\"" << x1 << "\" y1=\"" << y1 << "\" x2=\"" << x2 << "\" y2=\"" << y2
         << "\" stroke=\"" << palette().muted << "\" stroke-opacity=\"" << opacity << "\"/>\n";
  }

  /// The sorts of events that occur, in their colours, below the small print.
  void legend(const QuadCounts& all) {
    constexpr double y = 57;
    double x = margin;
    for (const Quad quad : {above[1], above[0], below[0], below[1]}) {
      if (count_of(all, quad) == 0) continue;
      const std::string name(graph::name_of(quad));
      rectangle(x, y - 9, 10, 10, colour_of(quad, theme_), {});
      label(x + 14, y, name, Anchor::start, palette().text);
      x += 36 + 6.6 * static_cast<double>(name.size());
    }
  }

  void finish() {
    out_ << "</svg>\n";
    out_.flush();
  }

  [[nodiscard]] const Palette& palette() const { return palette_of(theme_); }
  [[nodiscard]] const char* colour(Quad quad) const { return colour_of(quad, theme_); }

 private:
  static std::int64_t whole(double number) { return static_cast<std::int64_t>(number); }

  TextOut out_;
  Theme theme_;
};

/// 1, 2 or 5 times a power of ten: at most four steps to the top.
std::size_t step_of(std::size_t top) {
  for (std::size_t unit = 1;; unit *= 10) {
    for (const std::size_t factor : {1U, 2U, 5U}) {
      if (unit * factor * 4 >= top) return unit * factor;
    }
  }
}

QuadCounts sum_of(const std::vector<QuadCounts>& columns) {
  QuadCounts sum{};
  for (const auto& column : columns) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += column[i];
  }
  return sum;
}

/// Where values of a chart with columns stand.
struct Scale {
  double zero = 0;  ///< y of the line
  double unit = 0;  ///< height of one event
};

/// Lines at round numbers, on both sides of zero.
Scale draw_scale(Sheet& sheet, const Periods& periods, double left, double top, double bottom) {
  std::size_t highest = 0;
  std::size_t deepest = 0;
  for (const auto& column : periods.events) {
    highest = std::max(highest, cooperation_in(column));
    deepest = std::max(deepest, conflict_in(column));
  }
  const std::size_t step = step_of(std::max<std::size_t>(1, highest + deepest));
  const auto rounded = [step](std::size_t value) { return (value + step - 1) / step * step; };
  const std::size_t range = std::max<std::size_t>(1, rounded(highest) + rounded(deepest));
  Scale scale;
  scale.unit = (bottom - top) / static_cast<double>(range);
  scale.zero = top + scale.unit * static_cast<double>(rounded(highest));
  const auto grid = [&](std::size_t value, double y) {
    sheet.line(left, y, width - margin, y, value == 0 ? "0.9" : "0.25");
    sheet.label(left - 6, y + 4, std::to_string(value), Anchor::end, sheet.palette().muted);
  };
  for (std::size_t value = 0; value <= rounded(highest); value += step) {
    grid(value, scale.zero - scale.unit * static_cast<double>(value));
  }
  for (std::size_t value = step; value <= rounded(deepest); value += step) {
    grid(value, scale.zero + scale.unit * static_cast<double>(value));
  }
  return scale;
}

void draw_column(Sheet& sheet, const Scale& scale, const std::string& name,
                 const QuadCounts& counts, double x, double wide) {
  const auto draw = [&](Quad quad, double& y, bool up) {
    const auto count = count_of(counts, quad);
    if (count == 0) return;
    const double tall = scale.unit * static_cast<double>(count);
    if (up) y -= tall;
    sheet.rectangle(x, y, wide, tall, sheet.colour(quad),
                    name + ": " + std::to_string(count) + " " + std::string(name_of(quad)));
    if (!up) y += tall;
  };
  double y = scale.zero;
  for (const Quad quad : above) draw(quad, y, true);
  y = scale.zero;
  for (const Quad quad : below) draw(quad, y, false);
}

}  // namespace

void write_chart(const PeriodChart& chart, Theme theme, std::ostream& out) {
  constexpr double height = 280;
  constexpr double left = 48;
  constexpr double bottom = height - 30;
  constexpr double label_width = 64;
  const auto& periods = chart.periods;
  Sheet sheet(out, theme, height, chart.title, chart.note);
  sheet.legend(sum_of(periods.events));
  const Scale scale = draw_scale(sheet, periods, left, head_height, bottom);
  const auto count = std::max<std::size_t>(1, periods.names.size());
  const double pitch = (width - margin - left) / static_cast<double>(count);
  const double wide = std::min(pitch * 0.8, 40.0);
  const auto every = static_cast<std::size_t>(label_width / pitch) + 1;
  for (std::size_t i = 0; i < periods.names.size(); ++i) {
    const double middle = left + pitch * (static_cast<double>(i) + 0.5);
    draw_column(sheet, scale, periods.names[i], periods.events[i], middle - wide / 2, wide);
    if (i % every != 0) continue;
    const bool at_the_edge = middle > width - label_width / 2;
    sheet.label(at_the_edge ? width - 2 : middle, bottom + 18, periods.names[i],
                at_the_edge ? Anchor::end : Anchor::middle, sheet.palette().muted);
  }
  sheet.finish();
}

void write_chart(const BalanceChart& chart, Theme theme, std::ostream& out) {
  const double height = head_height + row_height * static_cast<double>(chart.rows.size()) + margin;
  Sheet sheet(out, theme, height, chart.title, chart.note);
  std::size_t widest = 1;
  for (const auto& row : chart.rows) {
    widest = std::max({widest, cooperation_in(row.events), conflict_in(row.events)});
  }
  const double middle = names_width + (width - names_width - margin) / 2;
  const double unit = (width - margin - middle - digits_width) / static_cast<double>(widest);
  sheet.label(middle - 8, head_height - 6, "conflict", Anchor::end, sheet.colour(below[1]));
  sheet.label(middle + 8, head_height - 6, "cooperation", Anchor::start, sheet.colour(above[0]));
  double y = head_height;
  for (const auto& row : chart.rows) {
    sheet.label(names_width - 8, y + 15, clipped(row.name, name_limit), Anchor::end,
                sheet.palette().text);
    const auto draw = [&](const std::array<Quad, 2>& quads, double direction, Anchor anchor) {
      double x = middle;
      std::size_t all = 0;
      for (const Quad quad : quads) {
        const auto count = count_of(row.events, quad);
        if (count == 0) continue;
        const double length = unit * static_cast<double>(count);
        sheet.rectangle(direction > 0 ? x : x - length, y + 3, length, row_height - 6,
                        sheet.colour(quad),
                        row.name + ": " + std::to_string(count) + " " + std::string(name_of(quad)));
        x += direction * length;
        all += count;
      }
      if (all != 0) {
        sheet.label(x + direction * 5, y + 15, std::to_string(all), anchor, sheet.palette().muted);
      }
    };
    draw(below, -1, Anchor::end);
    draw(above, 1, Anchor::start);
    y += row_height;
  }
  sheet.line(middle, head_height, middle, y, "0.9");
  sheet.finish();
}

void write_chart(const BarChart& chart, Theme theme, std::ostream& out) {
  const double height = head_height + row_height * static_cast<double>(chart.rows.size()) + margin;
  Sheet sheet(out, theme, height, chart.title, chart.note);
  std::size_t widest = 1;
  QuadCounts all{};
  for (const auto& row : chart.rows) {
    widest = std::max(widest, row.value);
    all[static_cast<std::size_t>(row.quad)] += row.value;
  }
  sheet.legend(all);
  const double unit = (width - names_width - margin - digits_width) / static_cast<double>(widest);
  double y = head_height;
  for (const auto& row : chart.rows) {
    const double length = unit * static_cast<double>(row.value);
    sheet.label(names_width - 8, y + 15, clipped(row.name, name_limit), Anchor::end,
                sheet.palette().text);
    sheet.rectangle(names_width, y + 3, length, row_height - 6, sheet.colour(row.quad), {});
    sheet.label(names_width + length + 5, y + 15, std::to_string(row.value), Anchor::start,
                sheet.palette().muted);
    y += row_height;
  }
  sheet.finish();
}

}  // namespace entente::render
