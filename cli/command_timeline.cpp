// entente timeline: dated events in order.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "cli/selection_options.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/relation_list.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> actors;
  std::string format = "text";
  bool brief = false;
  std::int64_t limit = -1;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

int run_timeline(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  store::RelationQuery query;
  for (const auto& words : options.actors) {
    query.actors.push_back(store::row_of(connection, actor_meant(session, connection, words)));
  }
  const auto selected = select_part(session, connection, *options.selection);
  query.dated_events = true;
  query.limit = options.limit;
  const auto writer = make_relation_writer(options.format, session, {!options.brief});
  const auto count = write_rows(*writer, [&](const store::QuerySink& sink) {
    store::list_relations(connection, selected, query, sink);
  });
  if (count == 0) session.note("no event of that sort has a date in " + session.database);
  return exit_done;
}

}  // namespace

void add_timeline(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("actors", options->actors, "events in which one of them takes part")
      ->type_name("NAME");
  command.add_flag("--brief", options->brief, "without the sentences");
  command.add_option("--limit", options->limit, "the last N; -1: all")
      ->type_name("N")
      ->capture_default_str();
  add_format_option(command, options->format);
  add_selection_options(command, options->selection);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_timeline(session, *options); };
  });
}

}  // namespace entente::cli
