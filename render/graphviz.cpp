#include "render/graphviz.hpp"

#include <cgraph.h>
#include <gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "render/escape.hpp"
#include "render/palette.hpp"
#include "util/error.hpp"

namespace entente::render {
namespace {

constexpr std::size_t wrap_at = 24;  // code points of a node's name on one line

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct CloseContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseFile {
  void operator()(FILE* file) const { std::fclose(file); }
};
using AgraphPtr = std::unique_ptr<Agraph_t, CloseGraph>;
using ContextPtr = std::unique_ptr<GVC_t, CloseContext>;
using FilePtr = std::unique_ptr<FILE, CloseFile>;

/// cgraph 2.43 takes names as char* and does not change them.
char* loan(const char* text) { return const_cast<char*>(text); }
char* loan(const std::string& text) { return const_cast<char*>(text.c_str()); }

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// Breaks at spaces so that no line is much longer than `wrap_at`.
std::vector<std::string> wrapped(std::string_view text) {
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  for (const char c : text) {
    if (c == ' ' && width >= wrap_at * 2 / 3) {
      lines.emplace_back();
      width = 0;
      continue;
    }
    lines.back() += c;
    if (begins_code_point(c)) ++width;
  }
  return lines;
}

/// Graphviz reads "\\N" and its like in tooltips.
std::string tooltip_text(std::string_view text) {
  std::string safe;
  for (const char c : escaped(append_plain, text)) {
    if (c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string joined_html(const std::vector<std::string>& lines) {
  std::string html;
  for (const auto& line : lines) html += (html.empty() ? "" : "<BR/>") + escaped(append_xml, line);
  return html;
}

std::string cell(const std::string& html, const std::string& attributes = {}) {
  return "<TD" + attributes + ">" + html + "</TD>";
}

std::string row_of_cells(const std::string& cells) {
  return "<TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\"><TR>" + cells +
         "</TR></TABLE></TD></TR>";
}

/// The kinds that occur, as coloured boxes.
std::string kinds_legend(const Diagram& diagram) {
  std::string cells;
  for (const auto& colours : kind_colours) {
    const bool occurs = std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                                    [&](const auto& node) { return node.kind == colours.kind; });
    if (!occurs) continue;
    std::string name(graph::name_of(colours.kind));
    std::replace(name.begin(), name.end(), '_', ' ');
    cells +=
        cell(name, std::string(" BORDER=\"1\" STYLE=\"rounded\" CELLPADDING=\"4\" BGCOLOR=\"") +
                       colours.fill + "\" COLOR=\"" + colours.border + "\"");
  }
  return cells.empty() ? cells : row_of_cells(cells);
}

/// The sorts of links that occur, as words in their colour, and what dashes mean.
std::string quads_legend(const Diagram& diagram) {
  using graph::Quad;
  std::string cells;
  for (const Quad quad : {Quad::verbal_cooperation, Quad::material_cooperation,
                          Quad::verbal_conflict, Quad::material_conflict, Quad::none}) {
    const bool occurs = std::any_of(diagram.links.begin(), diagram.links.end(),
                                    [&](const auto& link) { return link.quad == quad; });
    if (!occurs) continue;
    const std::string words = quad == Quad::none ? "standing relation" : std::string(name_of(quad));
    cells +=
        cell(std::string("<FONT COLOR=\"") + colour_of(quad) + "\">\u25ac " + words + "</FONT>");
  }
  const bool dashes = std::any_of(diagram.links.begin(), diagram.links.end(),
                                  [](const auto& link) { return !link.fact; });
  if (dashes) cells += cell("\u2504\u2504 planned, possible, demanded or denied");
  return cells.empty() ? cells : row_of_cells(cells);
}

std::string caption_of(const Diagram& diagram) {
  std::string rows;
  if (!diagram.title.empty()) {
    rows += "<TR><TD><FONT POINT-SIZE=\"16\"><B>" + escaped(append_xml, diagram.title) +
            "</B></FONT></TD></TR>";
  }
  if (diagram.legend) rows += kinds_legend(diagram) + quads_legend(diagram);
  if (diagram.left_out != 0) {
    rows += "<TR><TD><FONT POINT-SIZE=\"9\" COLOR=\"#666666\">" + std::to_string(diagram.left_out) +
            " weaker links are not drawn</FONT></TD></TR>";
  }
  if (rows.empty()) rows = "<TR><TD>The graph holds no relation to draw.</TD></TR>";
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\">" + rows + "</TABLE>";
}

std::string width_of(double weight) {
  const double width = std::min(4.0, 1.0 + 0.5 * std::log2(1.0 + weight));
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", width);
  return text.data();
}

class Drawing {
 public:
  explicit Drawing(const Diagram& diagram) : graph_(agopen(loan("entente"), Agdirected, nullptr)) {
    set_defaults();
    set_caption(diagram);
    for (const auto& node : diagram.nodes) nodes_.push_back(add_node(node));
    for (const auto& link : diagram.links) add_link(link);
  }

  [[nodiscard]] Agraph_t* get() const { return graph_.get(); }

 private:
  void set_default(int kind, const char* name, const char* value) {
    agattr(get(), kind, loan(name), loan(value));
  }

  void set_defaults() {
    for (const auto& [name, value] : graph_style) set_default(AGRAPH, name, value);
    for (const auto& [name, value] : node_style) set_default(AGNODE, name, value);
    for (const auto& [name, value] : edge_style) set_default(AGEDGE, name, value);
  }

  void set(void* object, const char* name, const std::string& value) {
    agsafeset(object, loan(name), loan(value), loan(""));
  }

  void set_html(void* object, const char* name, const std::string& html) {
    char* stored = agstrdup_html(get(), loan(html));
    agset(object, loan(name), stored);
    agstrfree(get(), stored);
  }

  Agnode_t* add_node(const DiagramNode& drawn) {
    Agnode_t* node = agnode(get(), loan(drawn.id), 1);
    std::string html = "<B>" + joined_html(wrapped(drawn.name)) + "</B>";
    for (const auto& office : drawn.offices) {
      html += "<BR/><FONT POINT-SIZE=\"9\">" + joined_html(wrapped(office)) + "</FONT>";
    }
    set_html(node, "label", html);
    set(node, "fillcolor", fill_of(drawn.kind));
    set(node, "color", border_of(drawn.kind));
    set(node, "tooltip", std::string(graph::name_of(drawn.kind)) + ": " + tooltip_text(drawn.name));
    return node;
  }

  void add_link(const DiagramLink& link) {
    Agedge_t* edge = agedge(get(), nodes_[link.from], nodes_[link.to], nullptr, 1);
    set_html(edge, "label",
             "<FONT COLOR=\"" + std::string(colour_of(link.quad)) + "\">" +
                 joined_html(link.words) + "</FONT>");
    set(edge, "color", colour_of(link.quad));
    set(edge, "style", link.fact ? "solid" : "dashed");
    set(edge, "penwidth", width_of(link.weight));
    set(edge, "tooltip", std::string(graph::name_of(link.quad)));
    if (link.symmetric) set(edge, "dir", "none");
  }

  /// The legend is the picture's caption, where no layout can push it over a node.
  void set_caption(const Diagram& diagram) { set_html(get(), "label", caption_of(diagram)); }

  AgraphPtr graph_;
  std::vector<Agnode_t*> nodes_;
};

/// One for the whole process: Graphviz's font code keeps pointers into the first
/// context it saw, and reads them after that context is gone.
GVC_t* context() {
  static const ContextPtr shared(gvContext());
  return shared.get();
}

}  // namespace

void write_dot(const Diagram& diagram, std::ostream& out) {
  const Drawing drawing(diagram);
  char* text = nullptr;
  std::size_t size = 0;
  FilePtr file(open_memstream(&text, &size));
  if (!file) throw Error("out of memory while the graph was written as DOT");
  const bool written = agwrite(drawing.get(), file.get()) == 0;
  file.reset();  // sets text and size
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  if (!written) throw Error("the graph could not be written as DOT");
  out.write(text, static_cast<std::streamsize>(size));
}

void write_picture(const Diagram& diagram, std::string_view format, std::ostream& out) {
  const Drawing drawing(diagram);
  if (gvLayout(context(), drawing.get(), "dot") != 0) {
    throw Error("Graphviz could not lay the diagram out; try fewer links with --top");
  }
  char* bytes = nullptr;
  unsigned int size = 0;
  const int failed =
      gvRenderData(context(), drawing.get(), std::string(format).c_str(), &bytes, &size);
  const std::unique_ptr<char, decltype(&gvFreeRenderData)> owned(bytes, &gvFreeRenderData);
  gvFreeLayout(context(), drawing.get());
  if (failed != 0) {
    throw Error("Graphviz cannot write " + std::string(format) +
                "; install its plugins (Debian: libgvc6)");
  }
  out.write(bytes, static_cast<std::streamsize>(size));
}

}  // namespace entente::render
