// entente report: a page about a part of the graph, to be mailed.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/report_data.hpp"
#include "cli/selection_options.hpp"
#include "render/report.hpp"
#include "store/database.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string format;
  std::string file = "-";
  ReportOptions report;
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
};

/// Of the option, else of the file's name, else html.
std::string format_of(const Options& options) {
  if (!options.format.empty()) return options.format;
  const std::string extension = std::filesystem::path(options.file).extension().string();
  if (extension.empty() || extension == ".html" || extension == ".htm") return "html";
  if (extension == ".md" || extension == ".markdown") return "markdown";
  throw Error(options.file + ": a report is .html or .md; choose one with --format");
}

int run_report(Session& session, const Options& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const std::string format = format_of(options);
  auto selection = *options.selection;
  settle_names(session, connection, selection);
  const auto report = make_report(connection, selection, options.report);
  Output output(session, options.file);
  if (format == "html") {
    render::write_report_html(report, output.stream());
  } else {
    render::write_report_markdown(report, output.stream());
  }
  output.close();
  if (report.all.relations() == 0) session.note("the selection holds no relation");
  return exit_done;
}

}  // namespace

void add_report(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command
      .add_option("--format", options->format,
                  "what to write; without it the extension of -o says so, else html")
      ->check(CLI::IsMember({"html", "markdown"}));
  command.add_option("-o,--output", options->file, "where to write; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command.add_option("--title", options->report.title, "instead of the actors' names")
      ->type_name("TEXT");
  command.add_option("--top", options->report.links, "draw the strongest N links")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--limit", options->report.events, "the last N events")
      ->type_name("N")
      ->capture_default_str();
  add_selection_options(command, options->selection, Relations::listed, TopOption::own);
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_report(session, *options); };
  });
}

}  // namespace entente::cli
