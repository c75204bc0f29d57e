// entente export: the graph in formats for other programs.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "render/triple_lines.hpp"
#include "store/database.hpp"
#include "store/triples.hpp"

namespace entente::cli {
namespace {

int export_triples(Session& session, const std::string& file) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  Output output(session, file);
  render::TripleLines lines(output.stream());
  store::for_each_triple(connection, [&](const graph::TripleView& triple) { lines.write(triple); });
  output.close();
  return exit_done;
}

}  // namespace

void add_export(CLI::App& command, Session& session) {
  auto file = std::make_shared<std::string>("-");
  auto* triples =
      command.add_subcommand("triples", "JSON Lines: one relation with its evidence a line");
  triples->fallthrough();
  triples->footer("Example:\n  entente export triples --db graph.db | head");
  command.require_subcommand(1);
  add_database_option(command, session);
  command.add_option("-o,--output", *file, "where to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  triples->callback([&session, file] {
    session.action = [&session, file] { return export_triples(session, *file); };
  });
}

}  // namespace entente::cli
