// entente render: pictures and JSON of the graph.
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/diagram_evidence.hpp"
#include "cli/export_graph.hpp"
#include "cli/output.hpp"
#include "cli/render_formats.hpp"
#include "cli/selection_options.hpp"
#include "render/explorer.hpp"
#include "render/exporter.hpp"
#include "render/registry.hpp"
#include "serve/explorer_data.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct RenderOptions {
  std::string format;
  std::string file = "-";
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
  render::DiagramOptions diagram;
  render::DrawStyle style;
  bool top_given = false;
};

std::vector<std::string> formats() {
  std::vector<std::string> names;
  for (const auto& view : render::views()) names.emplace_back(view.name);
  for (const auto& page : page_formats) names.emplace_back(page.name);
  return names;
}

/// Of the option, else of the file's name, else svg.
std::string format_of(const RenderOptions& options) {
  if (!options.format.empty()) return options.format;
  const std::string extension = std::filesystem::path(options.file).extension().string();
  if (extension.size() < 2) return "svg";
  for (const auto& name : formats()) {
    if (extension.substr(1) == name) return name;
  }
  throw Error(options.file + ": no format is known by that extension; choose one with --format");
}

/// The one file of a format of one file.
class OneFile : public render::ExportFiles {
 public:
  explicit OneFile(std::ostream& out) : out_(out) {}
  std::ostream& open(std::string_view) override { return out_; }

 private:
  std::ostream& out_;
};

void write_json(const store::Connection& connection, const store::Selected& selected,
                std::ostream& out) {
  OneFile file(out);
  const auto json = render::find_export(json_format)->make(file, {});
  export_graph(connection, selected, false, *json);
}

/// All that is selected, unless --top says or so many relations make a file that no browser likes.
void write_html(const Session& session, const store::Connection& connection,
                const RenderOptions& options, std::ostream& out) {
  auto graph = store::load_graph(connection, store::select(connection, *options.selection));
  const auto all = graph.edges().size();
  if (all == 0) session.note("the page shows no relation");
  if (options.top_given || all > serve::explorer_relations) {
    auto strongest = *options.selection;
    strongest.top = options.top_given ? options.diagram.max_links : serve::explorer_links;
    graph = store::load_graph(connection, store::select(connection, strongest));
  }
  const auto left_out = all - graph.edges().size();
  render::write_explorer(serve::explorer_of(connection, graph, options.diagram.title, left_out),
                         out);
}

int run_render(Session& session, const RenderOptions& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const std::string format = format_of(options);
  const bool binary = format == "png" || format == "pdf";
  if (binary && options.file == "-" && isatty(STDOUT_FILENO) != 0) {
    throw Error(format + " is not for a terminal; name a file with -o");
  }
  settle_names(session, connection, *options.selection);
  const auto selected = store::select(connection, *options.selection);
  Output output(session, options.file);
  if (format == json_format) {
    write_json(connection, selected, output.stream());
  } else if (format == html_format) {
    write_html(session, connection, options, output.stream());
  } else {
    const auto graph = store::load_graph(connection, selected);
    auto diagram = render::make_diagram(graph, options.diagram);
    if (diagram.links.empty()) session.note("the picture shows no relation");
    if (!diagram.groups.empty() && !render::draws_frames(options.style.layout)) {
      session.note("--layout " + options.style.layout +
                   " draws no frames; take dot or fdp for --group");
    }
    add_evidence(connection, diagram);
    render::find_view(format)->write(diagram, options.style, output.stream());
  }
  output.close();
  return exit_done;
}

void add_style_options(CLI::App& command, RenderOptions& options) {
  using render::Grouping;
  add_choice<Grouping>(
      command, "--group", options.diagram.grouping,
      "frame the actors of a country, or those who have most to do with each other",
      {{"country", Grouping::country}, {"community", Grouping::community}});
  add_theme_option(command, options.style.theme);
  command
      .add_option("--layout", options.style.layout,
                  "how Graphviz lays it out: auto goes by the number of links")
      ->check(CLI::IsMember({"auto", "dot", "neato", "fdp", "sfdp", "circo", "twopi"}))
      ->capture_default_str();
}

}  // namespace

void add_render(CLI::App& command, Session& session) {
  auto options = std::make_shared<RenderOptions>();
  command
      .add_option("--format", options->format,
                  "what to write; without it the extension of -o says so, else svg")
      ->check(CLI::IsMember(formats()));
  command.add_option("-o,--output", options->file, "where to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command.add_option("--title", options->diagram.title, "words under the picture")
      ->type_name("TEXT");
  auto* top = command
                  .add_option("--top", options->diagram.max_links,
                              "draw the strongest N links; html: all unless it is given")
                  ->type_name("N")
                  ->capture_default_str();
  command.add_flag("--positions", options->diagram.positions_as_nodes,
                   "draw offices as nodes instead of under their holders' names");
  command.add_flag("--statements", options->diagram.statements, "draw mere statements too");
  add_style_options(command, *options);
  add_selection_options(command, options->selection, Relations::listed, TopOption::own);
  add_database_option(command, session);
  command.callback([&session, options, top] {
    options->top_given = top->count() > 0;
    session.action = [&session, options] { return run_render(session, *options); };
  });
}

}  // namespace entente::cli
