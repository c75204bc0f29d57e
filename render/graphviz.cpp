#include "render/graphviz.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "render/caption.hpp"
#include "render/escape.hpp"
#include "render/graphviz_library.hpp"
#include "render/label_room.hpp"
#include "render/name_ids.hpp"
#include "util/error.hpp"

namespace entente::render {
namespace {

constexpr std::size_t wrap_at = 24;        // code points of a node's name on one line
constexpr std::size_t name_limit = 70;     // longer names are cut; the tooltip has them whole
constexpr std::size_t words_limit = 40;    // the same for a line on a link
constexpr std::size_t layers_up_to = 110;  // links; with more Graphviz's layers grow slow and wide
constexpr std::size_t curves_up_to = 400;  // links; with more it takes too long to lead them round
constexpr std::size_t labels_up_to = 400;  // links; with more only the strongest may bear words

struct CloseGraph {
  void operator()(Agraph_t* graph) const { graphviz().agclose(graph); }
};
struct CloseContext {
  void operator()(GVC_t* context) const { graphviz().gvFreeContext(context); }
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

std::string joined_html(const std::vector<std::string>& lines) {
  std::string html;
  for (const auto& line : lines) {
    html += (html.empty() ? "" : "<BR/>") + escaped(append_xml, line);
  }
  return html;
}

/// Graphviz reads "\N" and its like in tooltips and addresses. Line ends stay.
std::string without_escapes(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

/// Graphviz copies an address into the XML of an SVG as it is.
std::string address(std::string_view url) {
  return without_escapes(escaped(append_xml, escaped(append_link, url)));
}

std::string tooltip(std::string_view text) { return without_escapes(escaped(append_plain, text)); }

std::string in_points(double number) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%.2f", number);
  return text.data();
}

std::string width_of(double weight) {
  return in_points(std::min(5.0, 1.0 + 0.6 * std::log2(1.0 + weight)));
}

bool is_layered(const std::string& layout) { return layout == "dot"; }

using Attributes = std::vector<std::pair<const char*, std::string>>;

Attributes graph_attributes(const Palette& palette, const std::string& layout, bool curves) {
  Attributes all{{"layout", layout}, {"fontname", "DejaVu Sans"},
                 {"fontsize", "11"}, {"fontcolor", palette.text},
                 {"labelloc", "b"},  {"bgcolor", palette.background},
                 {"pad", "0.25"},    {"tooltip", " "},
                 {"label", ""}};
  if (is_layered(layout)) {
    // No "pack": Graphviz 2.42 then loses labels of links.
    const Attributes layers{{"rankdir", "LR"},
                            {"nodesep", "0.22"},
                            {"ranksep", "0.4"},
                            {"nslimit", "8"},
                            {"mclimit", "2"}};
    all.insert(all.end(), layers.begin(), layers.end());
  } else {
    const Attributes forces{{"overlap", "prism"},
                            {"overlap_scaling", "-4"},
                            {"sep", "+10"},
                            {"splines", curves ? "true" : "line"},
                            {"outputorder", "edgesfirst"},
                            {"K", "0.9"},
                            {"start", "7"},
                            {"pack", "20"},
                            {"packmode", "node"}};
    all.insert(all.end(), forces.begin(), forces.end());
  }
  return all;
}

Attributes node_attributes(const Palette& palette) {
  return {{"shape", "box"},
          {"style", "rounded,filled"},
          {"fontname", "DejaVu Sans"},
          {"fontsize", "12"},
          {"margin", "0.12,0.06"},
          {"fontcolor", palette.text},
          {"fillcolor", "white"},
          {"color", "black"},
          {"label", ""},
          {"tooltip", ""},
          {"class", ""}};
}

Attributes edge_attributes(const Palette& palette) {
  return {{"fontname", "DejaVu Sans"},
          {"fontsize", "10"},
          {"arrowsize", "0.7"},
          {"color", palette.muted},
          {"style", "solid"},
          {"penwidth", "1"},
          {"dir", "forward"},
          {"arrowhead", "normal"},
          {"arrowtail", "normal"},
          {"label", ""},
          {"tooltip", ""},
          {"labeltooltip", ""},
          {"URL", ""},
          {"target", "_blank"},
          {"class", ""}};
}

class Drawing {
 public:
  Drawing(const Diagram& diagram, const DrawStyle& style)
      : graph_(graphviz().agopen(loan("entente"), *graphviz().directed, ids_.discipline())),
        theme_(style.theme),
        words_on_(std::min(diagram.links.size(), labels_up_to)) {
    const auto& palette = palette_of(theme_);
    set_defaults(AGRAPH, graph_attributes(palette, layout_of(diagram, style),
                                          diagram.links.size() <= curves_up_to));
    set_defaults(AGNODE, node_attributes(palette));
    set_defaults(AGEDGE, edge_attributes(palette));
    // Else the layers of framed nodes may contradict each other, which Graphviz gives up on.
    if (!diagram.groups.empty()) graphviz().agattr(get(), AGRAPH, loan("newrank"), loan("true"));
    // The legend is the picture's caption, where no layout can push it over a node.
    set_html(get(), "label", caption_of(diagram, theme_));
    for (const auto& node : diagram.nodes) nodes_.push_back(add_node(node));
    for (std::size_t i = 0; i < diagram.links.size(); ++i) {
      edges_.push_back(add_link(diagram.links[i], diagram, i < words_on_));
    }
    for (std::size_t i = 0; i < diagram.groups.size(); ++i) add_frame(diagram.groups[i], i);
  }

  [[nodiscard]] Agraph_t* get() const { return graph_.get(); }
  /// Of the diagram's links, in their order.
  [[nodiscard]] std::span<Agedge_t* const> edges() const { return edges_; }
  [[nodiscard]] std::span<Agraph_t* const> frames() const { return frames_; }

 private:
  void set_defaults(int kind, const Attributes& attributes) {
    for (const auto& [name, value] : attributes)
      graphviz().agattr(get(), kind, loan(name), loan(value));
  }

  static void set(void* object, const char* name, const std::string& value) {
    graphviz().agsafeset(object, loan(name), loan(value), loan(""));
  }

  void set_html(void* object, const char* name, const std::string& html) {
    char* stored = graphviz().agstrdup_html(get(), loan(html));
    graphviz().agset(object, loan(name), stored);
    graphviz().agstrfree(get(), stored);
  }

  Agnode_t* add_node(const DiagramNode& drawn) {
    Agnode_t* node = graphviz().agnode(get(), loan(drawn.id), 1);
    std::string html = "<B>" + joined_html(wrapped(clipped(drawn.name, name_limit))) + "</B>";
    for (const auto& office : drawn.offices) {
      html += "<BR/><FONT POINT-SIZE=\"9\">" + joined_html(wrapped(clipped(office, name_limit))) +
              "</FONT>";
    }
    set_html(node, "label", html);
    set(node, "fillcolor", fill_of(drawn.kind, theme_));
    set(node, "color", border_of(drawn.kind, theme_));
    set(node, "class", std::string(graph::name_of(drawn.kind)));
    set(node, "tooltip", tooltip(std::string(graph::name_of(drawn.kind)) + ": " + drawn.name));
    return node;
  }

  Agedge_t* add_link(const DiagramLink& link, const Diagram& diagram, bool with_words) {
    Agedge_t* edge = graphviz().agedge(get(), nodes_[link.from], nodes_[link.to], nullptr, 1);
    const char* colour = colour_of(link.quad, theme_);
    if (with_words) {
      std::vector<std::string> words;
      for (const auto& line : link.words) words.push_back(clipped(line, words_limit));
      set_html(edge, "label",
               "<FONT COLOR=\"" + std::string(colour) + "\">" + joined_html(words) + "</FONT>");
    }
    set(edge, "color", colour);
    set(edge, "style", link.negated ? "dotted" : link.fact ? "solid" : "dashed");
    set(edge, "penwidth", width_of(link.weight));
    set(edge, "class", std::string(graph::name_of(link.quad)));
    const std::string told = tooltip_of(link, diagram);
    set(edge, "tooltip", told);
    set(edge, "labeltooltip", told);
    if (is_web_address(link.url)) set(edge, "URL", address(link.url));
    if (link.negated) {
      set(edge, "arrowhead", "tee");
      set(edge, "arrowtail", "tee");
      if (link.symmetric) set(edge, "dir", "both");
    } else if (link.symmetric) {
      set(edge, "dir", "none");
    }
    return edge;
  }

  /// Graphviz frames what is in a subgraph whose name begins like this.
  void add_frame(const DiagramGroup& group, std::size_t number) {
    Agraph_t* frame = frames_.emplace_back(
        graphviz().agsubg(get(), loan("cluster_" + std::to_string(number)), 1));
    const auto& palette = palette_of(theme_);
    for (const auto node : group.nodes) graphviz().agsubnode(frame, nodes_[node], 1);
    set_html(frame, "label", escaped(append_xml, clipped(group.name, name_limit)));
    set(frame, "labelloc", "t");
    set(frame, "labeljust", "l");
    set(frame, "style", "rounded,filled");
    set(frame, "fillcolor", palette.panel);
    set(frame, "color", palette.frame);
    set(frame, "fontcolor", palette.muted);
  }

  static std::string tooltip_of(const DiagramLink& link, const Diagram& diagram) {
    std::string text = diagram.nodes[link.from].name + (link.symmetric ? " \u2013 " : " \u2192 ") +
                       diagram.nodes[link.to].name + ": ";
    for (std::size_t i = 0; i < link.words.size(); ++i) {
      text += (i == 0 ? "" : "; ") + link.words[i];
    }
    text = tooltip(text);
    for (const auto& line : link.evidence) text += "\n" + tooltip(line);
    return text;
  }

  NameIds ids_;
  AgraphPtr graph_;
  Theme theme_;
  std::size_t words_on_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  std::vector<Agraph_t*> frames_;
};

/// One for the whole process: Graphviz's font code keeps pointers into the first
/// context it saw, and reads them after that context is gone.
GVC_t* context() {
  static const ContextPtr shared(graphviz().gvContext());
  return shared.get();
}

}  // namespace

std::string layout_of(const Diagram& diagram, const DrawStyle& style) {
  if (style.layout != "auto") return style.layout;
  // Layers pull the actors of a frame apart, and sfdp knows no frames.
  if (!diagram.groups.empty()) return "fdp";
  return diagram.links.size() <= layers_up_to ? "dot" : "sfdp";
}

bool draws_frames(std::string_view layout) {
  return layout == "auto" || layout == "dot" || layout == "fdp";
}

void write_dot(const Diagram& diagram, const DrawStyle& style, std::ostream& out) {
  const Drawing drawing(diagram, style);
  char* text = nullptr;
  std::size_t size = 0;
  FilePtr file(open_memstream(&text, &size));
  if (!file) throw Error("out of memory while the graph was written as DOT");
  const bool written = graphviz().agwrite(drawing.get(), file.get()) == 0;
  file.reset();  // sets text and size
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  if (!written) throw Error("the graph could not be written as DOT");
  out.write(text, static_cast<std::streamsize>(size));
}

void write_picture(const Diagram& diagram, const DrawStyle& style, std::string_view format,
                   std::ostream& out) {
  const Drawing drawing(diagram, style);
  if (graphviz().gvLayout(context(), drawing.get(), layout_of(diagram, style).c_str()) != 0) {
    throw Error("Graphviz could not lay the diagram out; try fewer links with --top");
  }
  if (!is_layered(layout_of(diagram, style))) {
    place_labels(drawing.get(), drawing.edges(), drawing.frames());
  }
  char* bytes = nullptr;
  unsigned int size = 0;
  const int failed =
      graphviz().gvRenderData(context(), drawing.get(), std::string(format).c_str(), &bytes, &size);
  const std::unique_ptr<char, decltype(&gvFreeRenderData)> owned(bytes,
                                                                 graphviz().gvFreeRenderData);
  graphviz().gvFreeLayout(context(), drawing.get());
  if (failed != 0) {
    throw Error("Graphviz cannot write " + std::string(format) +
                "; install its plugins (Debian: libgvc6)");
  }
  out.write(bytes, static_cast<std::streamsize>(size));
}

}  // namespace entente::render
