// entente plot: small charts of what the graph holds.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/selection_options.hpp"
#include "render/plots.hpp"
#include "store/database.hpp"
#include "store/triples.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string kind;
  std::string file = "-";
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
  render::PlotOptions plot;
};

int run_plot(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  render::Tally tally;
  store::for_each_triple(connection, select_part(session, connection, *options.selection),
                         [&](const graph::TripleView& relation) { tally.add(relation); });
  Output output(session, options.file);
  render::find_plot(options.kind)->write(tally, options.plot, output.stream());
  output.close();
  const auto& events = tally.events();
  if (render::cooperation_in(events) + render::conflict_in(events) == 0) {
    session.note("no event of that sort is told as done in " + session.database);
  }
  return exit_done;
}

}  // namespace

void add_plot(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  std::vector<std::string> kinds;
  std::string help;
  for (const auto& plot : render::plots()) {
    kinds.emplace_back(plot.name);
    help += (help.empty() ? "" : "\n") + std::string(plot.name) + ": " + std::string(plot.summary);
  }
  command.add_option("kind", options->kind, help)->required()->check(CLI::IsMember(kinds));
  command.add_option("-o,--output", options->file, "where to write SVG; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command.add_option("--title", options->plot.title, "words above the chart")->type_name("TEXT");
  command.add_option("--top", options->plot.rows, "of classes or pairs the N with most events")
      ->type_name("N")
      ->capture_default_str();
  add_theme_option(command, options->plot.theme);
  add_selection_options(command, options->selection, Relations::listed, TopOption::own);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_plot(session, *options); };
  });
}

}  // namespace entente::cli
