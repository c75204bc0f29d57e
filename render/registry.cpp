#include "render/registry.hpp"

#include <algorithm>
#include <array>

#include "render/mermaid.hpp"

namespace entente::render {
namespace {

void write_svg(const Diagram& diagram, const DrawStyle& style, std::ostream& out) {
  write_picture(diagram, style, "svg", out);
}
void write_png(const Diagram& diagram, const DrawStyle& style, std::ostream& out) {
  write_picture(diagram, style, "png", out);
}
void write_pdf(const Diagram& diagram, const DrawStyle& style, std::ostream& out) {
  write_picture(diagram, style, "pdf", out);
}
void write_mermaid(const Diagram& diagram, const DrawStyle&, std::ostream& out) {
  render::write_mermaid(diagram, out);
}

constexpr std::array<ViewInfo, 5> rows{{
    {"svg", "picture for browsers and documents", &write_svg},
    {"png", "picture in pixels", &write_png},
    {"pdf", "picture for print", &write_pdf},
    {"dot", "the same as Graphviz's input", &write_dot},
    {"mermaid", "the same as a Mermaid flowchart, for Markdown", &write_mermaid},
}};

}  // namespace

std::span<const ViewInfo> views() { return rows; }

const ViewInfo* find_view(std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [name](const ViewInfo& view) { return view.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace entente::render
