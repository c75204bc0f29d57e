// entente remove: articles out of a graph, with all that rests on them alone.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/version.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"

namespace entente::cli {
namespace {

int run_remove(Session& session, const std::vector<std::string>& names) {
  auto connection = store::open_database(session.database, store::OpenMode::write);
  store::Writer writer(connection, version_number());
  std::size_t removed = 0;
  for (const auto& name : names) {
    if (writer.remove(name)) {
      ++removed;
    } else {
      session.complain("no document of " + session.database + " is named " + name +
                       "; entente query \"SELECT name FROM documents\" lists them");
    }
  }
  if (!session.quiet) {
    session.out << session.database << ": " << removed
                << (removed == 1 ? " document removed.\n" : " documents removed.\n");
  }
  return removed == names.size() ? exit_done : exit_failed;
}

}  // namespace

void add_remove(CLI::App& command, Session& session) {
  auto names = std::make_shared<std::vector<std::string>>();
  command.add_option("documents", *names, "articles by name: what the view triples calls document")
      ->required()
      ->type_name("NAME");
  add_database_option(command, session);
  command.callback([&session, names] {
    session.action = [&session, names] { return run_remove(session, *names); };
  });
}

}  // namespace entente::cli
