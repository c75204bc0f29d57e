// entente stats: how much is in a graph.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/relation_text.hpp"
#include "store/database.hpp"
#include "store/profile.hpp"

namespace entente::cli {

void add_stats(CLI::App& command, Session& session) {
  auto format = std::make_shared<std::string>("table");
  command.add_option("--format", *format, row_formats_help())
      ->check(CLI::IsMember(row_formats()))
      ->capture_default_str();
  add_database_option(command, session);
  command.callback([&session, format] {
    session.action = [&session, format] {
      const auto connection = store::open_database(session.database, store::OpenMode::read_only);
      const auto writer = make_row_writer(*format, session.out);
      write_rows(*writer,
                 [&](const store::QuerySink& sink) { store::list_statistics(connection, sink); });
      return exit_done;
    };
  });
}

}  // namespace entente::cli
