// entente query: SQL in, rows out.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fstream>
#include <istream>
#include <iterator>
#include <memory>

#include "cli/commands.hpp"
#include "cli/row_writer.hpp"
#include "store/database.hpp"
#include "store/query.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct QueryOptions {
  std::string sql;
  std::string file;
  std::string format = "table";
  bool write = false;
};

std::string all_of(std::istream& input) {
  return {std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
}

std::string sql_of(const Session& session, const QueryOptions& options) {
  if (options.file.empty()) return options.sql == "-" ? all_of(session.in) : options.sql;
  std::ifstream file(options.file, std::ios::binary);
  if (!file) throw InputError(options.file, 0, "cannot be read; check the name");
  return all_of(file);
}

int run_query(Session& session, const QueryOptions& options) {
  auto connection = store::open_database(
      session.database, options.write ? store::OpenMode::write : store::OpenMode::read_only);
  const auto writer = make_row_writer(options.format, session.out);
  const std::string sql = sql_of(session, options);
  store::run_query(
      connection, sql, options.write,
      {[&](auto columns) { writer->columns(columns); }, [&](auto cells) { writer->row(cells); }});
  writer->finish();
  return exit_done;
}

}  // namespace

void add_query(CLI::App& command, Session& session) {
  auto options = std::make_shared<QueryOptions>();
  auto* sql = command.add_option("sql", options->sql, "the query; - reads standard input");
  command.add_option("-f,--file", options->file, "a file that holds the query")
      ->type_name("FILE")
      ->excludes(sql);
  command.add_option("--format", options->format, row_formats_help())
      ->check(CLI::IsMember(row_formats()))
      ->capture_default_str();
  command.add_flag("--write", options->write, "allow statements that change the database");
  add_database_option(command, session);
  command.callback([&session, options] {
    if (options->sql.empty() && options->file.empty()) throw CLI::RequiredError("sql or --file");
    session.action = [&session, options] { return run_query(session, *options); };
  });
}

}  // namespace entente::cli
