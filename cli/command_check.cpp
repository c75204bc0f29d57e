// entente check: is the database whole?
#include <CLI/App.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "store/check.hpp"
#include "store/database.hpp"

namespace entente::cli {

void add_check(CLI::App& command, Session& session) {
  add_database_option(command, session);
  command.callback([&session] {
    session.action = [&session] {
      auto connection = store::open_database(session.database, store::OpenMode::read_only);
      const auto damage = store::check_database(connection);
      for (const auto& words : damage) session.complain(session.database + ": " + words);
      if (!damage.empty()) return exit_failed;
      if (!session.quiet) session.out << session.database << ": nothing is wrong.\n";
      return exit_done;
    };
  });
}

}  // namespace entente::cli
