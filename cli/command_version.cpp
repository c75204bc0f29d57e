#include <CLI/App.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/version.hpp"
#include "store/database.hpp"

namespace entente::cli {

std::string version_number() { return ENTENTE_VERSION; }
std::string version_text() { return "entente " + version_number(); }

void add_version(CLI::App& command, Session& session) {
  command.callback([&session] {
    session.action = [&session] {
      session.out << version_text() << "\ndatabase schema " << store::schema_version() << '\n';
      return exit_done;
    };
  });
}

}  // namespace entente::cli
