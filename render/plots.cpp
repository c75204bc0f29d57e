#include "render/plots.hpp"

#include <algorithm>
#include <array>

#include "render/charts.hpp"
#include "render/escape.hpp"
#include "util/counted.hpp"
#include "util/lower.hpp"

namespace entente::render {
namespace {

std::string title_of(const PlotOptions& options, const char* own) {
  return options.title.empty() ? own : options.title;
}

std::string note_of(const Tally& tally) {
  const auto& events = tally.events();
  const auto count = cooperation_in(events) + conflict_in(events);
  return util::counted(count, "event") + " told as done, " +
         util::counted(tally.documents(), "article");
}

void write_activity(const Tally& tally, const PlotOptions& options, std::ostream& out) {
  PeriodChart chart{title_of(options, "Events over time"), note_of(tally), tally.periods()};
  if (chart.periods.left_out != 0) {
    chart.note += "; " + std::to_string(chart.periods.left_out) + " of unknown time not shown";
  }
  write_chart(chart, options.theme, out);
}

void write_classes(const Tally& tally, const PlotOptions& options, std::ostream& out) {
  BarChart chart{title_of(options, "What happened"), note_of(tally), {}};
  for (const auto& [type, count] : tally.classes()) {
    if (chart.rows.size() == options.rows) break;
    chart.rows.push_back({words_of(type), graph::quad_of(type), count});
  }
  write_chart(chart, options.theme, out);
}

/// Room for both names.
std::string pair_of(const DyadCount& dyad) {
  constexpr std::size_t half = 18;  // code points
  return clipped(dyad.one, half) + " \u2013 " + clipped(dyad.other, half);
}

void write_tone(const Tally& tally, const PlotOptions& options, std::ostream& out) {
  BalanceChart chart{title_of(options, "Who gets on with whom"), note_of(tally), {}};
  for (const auto& dyad : tally.dyads()) {
    if (chart.rows.size() == options.rows) break;
    chart.rows.push_back({pair_of(dyad), dyad.events});
  }
  write_chart(chart, options.theme, out);
}

constexpr std::array<PlotInfo, 3> rows{{
    {"activity", "events over time: cooperation above the line, conflict below", &write_activity},
    {"classes", "what sorts of events there are", &write_classes},
    {"tone", "pairs of actors: conflict to the left, cooperation to the right", &write_tone},
}};

}  // namespace

std::span<const PlotInfo> plots() { return rows; }

const PlotInfo* find_plot(std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [name](const PlotInfo& plot) { return plot.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

std::string words_of(graph::RelationClass type) {
  std::string words = util::lower(graph::name_of(type));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace entente::render
