// entente export: the graph in formats for other programs.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/selection_options.hpp"
#include "render/triple_lines.hpp"
#include "store/database.hpp"
#include "store/triples.hpp"

namespace entente::cli {
namespace {

int export_triples(Session& session, const graph::Selection& selection, const std::string& file) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto selected = store::select(connection, selection);
  Output output(session, file);
  render::TripleLines lines(output.stream());
  store::for_each_triple(connection, selected,
                         [&](const graph::TripleView& triple) { lines.write(triple); });
  output.close();
  return exit_done;
}

}  // namespace

void add_export(CLI::App& command, Session& session) {
  auto file = std::make_shared<std::string>("-");
  auto selection = std::make_shared<graph::Selection>();
  auto* triples =
      command.add_subcommand("triples", "JSON Lines: one relation with its evidence a line");
  triples->fallthrough();
  triples->footer("Example:\n  entente export triples --db graph.db | head");
  command.require_subcommand(1);
  add_selection_options(command, selection);
  add_database_option(command, session);
  command.add_option("-o,--output", *file, "where to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  triples->callback([&session, selection, file] {
    session.action = [&session, selection, file] {
      return export_triples(session, *selection, *file);
    };
  });
}

}  // namespace entente::cli
