// entente between: all that two actors have to do with each other.
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
#include "store/relation_list.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string one;
  std::string other;
  std::string format = "text";
  bool brief = false;
  std::int64_t limit = -1;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

int run_between(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto one = actor_meant(session, connection, options.one);
  const auto other = actor_meant(session, connection, options.other);
  const auto selected = select_part(session, connection, *options.selection);
  store::RelationQuery query;
  query.between = {store::row_of(connection, one), store::row_of(connection, other)};
  query.limit = options.limit;
  const auto writer = make_relation_writer(options.format, session, {!options.brief});
  const auto count = write_rows(*writer, [&](const store::QuerySink& sink) {
    store::list_relations(connection, selected, query, sink);
  });
  if (count == 0) {
    session.note("nothing is directly between " + one.name + " and " + other.name +
                 "; entente path may say what connects them");
  }
  return exit_done;
}

}  // namespace

void add_between(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("one", options->one, "an actor, as articles name it")->required();
  command.add_option("other", options->other, "another")->required();
  command.add_flag("--brief", options->brief, "without the sentences");
  command.add_option("--limit", options->limit, "the last N; -1: all")
      ->type_name("N")
      ->capture_default_str();
  add_format_option(command, options->format);
  add_selection_options(command, options->selection);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_between(session, *options); };
  });
}

}  // namespace entente::cli
