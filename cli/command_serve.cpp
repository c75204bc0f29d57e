// entente serve: the explorer for graphs too large for a file.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/selection_options.hpp"
#include "serve/answers.hpp"
#include "serve/server.hpp"
#include "store/database.hpp"
#include "store/query.hpp"

namespace entente::cli {
namespace {

constexpr int usual_port = 8765;
constexpr std::size_t first_links = 400;
constexpr std::int64_t most_memory = std::int64_t{1} << 30;

struct ServeOptions {
  int port = usual_port;
  std::string title;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

int run_serve(Session& session, const ServeOptions& options) {
  store::limit_memory(most_memory);
  settle_names(session, store::open_database(session.database, store::OpenMode::read_only),
               *options.selection);
  const serve::Answers answers({session.database, options.title, *options.selection, {}});
  serve::Server server(answers, options.port);
  session.out << "The explorer of " << session.database
              << " is at http://127.0.0.1:" << server.port()
              << "/ for this machine only. Ctrl-C ends it.\n"
              << std::flush;
  server.run();
  return exit_done;
}

}  // namespace

void add_serve(CLI::App& command, Session& session) {
  auto options = std::make_shared<ServeOptions>();
  command.add_option("--port", options->port, "where to listen on 127.0.0.1; 0: any free port")
      ->type_name("N")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command.add_option("--title", options->title, "words above the graph")->type_name("TEXT");
  options->selection->top = first_links;
  add_selection_options(command, options->selection);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_serve(session, *options); };
  });
}

}  // namespace entente::cli
