#include "render/mermaid.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "render/escape.hpp"
#include "render/palette.hpp"

namespace entente::render {
namespace {

std::string label_of(const DiagramNode& node) {
  std::string label = escaped(append_mermaid, node.name);
  for (const auto& office : node.offices) label += "<br/>" + escaped(append_mermaid, office);
  return label;
}

std::string label_of(const DiagramLink& link) {
  std::string label;
  for (const auto& words : link.words) {
    label += (label.empty() ? "" : "<br/>") + escaped(append_mermaid, words);
  }
  return label;
}

const char* arrow_of(const DiagramLink& link) {
  if (link.symmetric) return link.fact ? "---" : "-.-";
  return link.fact ? "-->" : "-.->";
}

}  // namespace

void write_mermaid(const Diagram& diagram, std::ostream& out) {
  if (!diagram.title.empty()) {
    // The title is YAML: a double-quoted scalar.
    std::string title;
    for (const char c : diagram.title) {
      if (c == '"' || c == '\\') title += '\\';
      title += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    out << "---\ntitle: \"" << title << "\"\n---\n";
  }
  out << "flowchart LR\n";
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    out << "  n" << i << "[\"" << label_of(diagram.nodes[i])
        << "\"]:::" << graph::name_of(diagram.nodes[i].kind) << '\n';
  }
  for (const auto& link : diagram.links) {
    out << "  n" << link.from << ' ' << arrow_of(link) << "|\"" << label_of(link) << "\"| n"
        << link.to << '\n';
  }
  for (std::size_t i = 0; i < diagram.links.size(); ++i) {
    out << "  linkStyle " << i << " stroke:" << colour_of(diagram.links[i].quad) << '\n';
  }
  for (const auto& colours : light_palette.kinds) {
    const bool occurs = std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                                    [&](const auto& node) { return node.kind == colours.kind; });
    if (!occurs) continue;
    out << "  classDef " << graph::name_of(colours.kind) << " fill:" << colours.fill
        << ",stroke:" << colours.border << ",color:#000\n";
  }
}

}  // namespace entente::render
