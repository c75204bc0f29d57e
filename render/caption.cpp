#include "render/caption.hpp"

#include <algorithm>
#include <array>

#include "render/escape.hpp"
#include "util/counted.hpp"

namespace entente::render {
namespace {

constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

std::string words_of(graph::PackedDate packed) {
  const auto date = graph::unpack(packed);
  if (!date) return {};
  std::string words;
  if (date->has_day()) words += std::to_string(date->day) + " ";
  if (date->has_month())
    words += std::string(months[static_cast<std::size_t>(date->month - 1)]) + " ";
  return words + std::to_string(date->year);
}

std::string row(const std::string& html) { return "<TR><TD>" + html + "</TD></TR>"; }

std::string coloured(const std::string& html, const char* colour, const char* size = "10") {
  return "<FONT POINT-SIZE=\"" + std::string(size) + "\" COLOR=\"" + colour + "\">" + html +
         "</FONT>";
}

std::string row_of_cells(const std::string& cells) {
  return row("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\"><TR>" + cells +
             "</TR></TABLE>");
}

/// The kinds that occur, as coloured boxes.
std::string kinds_legend(const Diagram& diagram, Theme theme) {
  std::string cells;
  for (const auto& colours : palette_of(theme).kinds) {
    const bool occurs = std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                                    [&](const auto& node) { return node.kind == colours.kind; });
    if (!occurs) continue;
    std::string name(graph::name_of(colours.kind));
    std::replace(name.begin(), name.end(), '_', ' ');
    cells += "<TD BORDER=\"1\" STYLE=\"rounded\" CELLPADDING=\"4\" BGCOLOR=\"" +
             std::string(colours.fill) + "\" COLOR=\"" + colours.border + "\">" +
             coloured(name, palette_of(theme).text) + "</TD>";
  }
  return cells.empty() ? cells : row_of_cells(cells);
}

/// The sorts of links that occur, as words in their colour, and what broken lines mean.
std::string links_legend(const Diagram& diagram, Theme theme) {
  using graph::Quad;
  const auto any = [&](const auto& is) {
    return std::any_of(diagram.links.begin(), diagram.links.end(), is);
  };
  std::string cells;
  const auto add = [&](const std::string& words, const char* colour) {
    cells += "<TD>" + coloured(words, colour) + "</TD>";
  };
  for (const Quad quad : {Quad::verbal_cooperation, Quad::material_cooperation,
                          Quad::verbal_conflict, Quad::material_conflict, Quad::none}) {
    if (!any([&](const DiagramLink& link) { return link.quad == quad; })) continue;
    const std::string words = quad == Quad::none ? "standing relation" : std::string(name_of(quad));
    add("\u2501 " + words, colour_of(quad, theme));
  }
  const char* text = palette_of(theme).text;
  if (any([](const DiagramLink& link) { return !link.fact && !link.negated; })) {
    add("\u2505 planned, possible or demanded", text);
  }
  if (any([](const DiagramLink& link) { return link.negated; })) add("\u2508\u22a3 denied", text);
  return cells.empty() ? cells : row_of_cells(cells);
}

/// "2015 to 2023 · 51 actors · 60 links; 47 weaker ones are not drawn"
std::string summary_of(const Diagram& diagram) {
  std::string words = period_of(diagram.first, diagram.last);
  if (!words.empty()) words += " \u00b7 ";
  words += util::counted(diagram.nodes.size(), "actor") + " \u00b7 " +
           util::counted(diagram.links.size(), "link") + " of " +
           util::counted(diagram.relations, "relation");
  if (diagram.left_out == 1) words += " \u00b7 1 weaker link is not drawn";
  if (diagram.left_out > 1) {
    words += " \u00b7 " + std::to_string(diagram.left_out) + " weaker links are not drawn";
  }
  return words;
}

}  // namespace

std::string period_of(graph::PackedDate first, graph::PackedDate last) {
  const std::string begin = words_of(first);
  const std::string end = words_of(last);
  return begin == end ? begin : begin + " to " + end;
}

std::string caption_of(const Diagram& diagram, Theme theme) {
  const auto& palette = palette_of(theme);
  std::string rows;
  if (!diagram.title.empty()) {
    rows += row("<B>" + coloured(escaped(append_xml, diagram.title), palette.text, "18") + "</B>");
  }
  if (diagram.links.empty()) {
    rows += row(coloured("The graph holds no relation to draw.", palette.text, "12"));
  } else if (diagram.legend) {
    rows += row(coloured(summary_of(diagram), palette.muted));
    rows += kinds_legend(diagram, theme) + links_legend(diagram, theme);
  }
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\">" + rows + "</TABLE>";
}

}  // namespace entente::render
