// entente neighbours: who an actor has to do with.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "cli/selection_options.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/partners.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string actor;
  std::string format = "table";
  std::int64_t limit = 20;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

int run_neighbours(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto actor = actor_meant(session, connection, options.actor);
  const auto selected = select_part(session, connection, *options.selection);
  const auto writer = make_row_writer(options.format, session.out);
  const auto count = write_rows(*writer, [&](const store::QuerySink& sink) {
    store::list_partners(connection, selected, store::row_of(connection, actor), options.limit,
                         sink);
  });
  if (count == 0) session.note(actor.name + " has no such neighbour in " + session.database);
  return exit_done;
}

}  // namespace

void add_neighbours(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("actor", options->actor, "as articles name it")->required();
  command.add_option("--limit", options->limit, "the first N; -1: all")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--format", options->format, row_formats_help())
      ->check(CLI::IsMember(row_formats()))
      ->capture_default_str();
  add_selection_options(command, options->selection, Relations::counted);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_neighbours(session, *options); };
  });
}

}  // namespace entente::cli
