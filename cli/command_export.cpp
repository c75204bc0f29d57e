// entente export: the graph in formats for other programs. entente formats: which.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "cli/export_graph.hpp"
#include "cli/output.hpp"
#include "cli/render_formats.hpp"
#include "cli/selection_options.hpp"
#include "render/exporter.hpp"
#include "render/plots.hpp"
#include "render/registry.hpp"
#include "store/database.hpp"
#include "store/postgres.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct ExportCommand {
  std::string format;
  std::string file = "-";
  std::shared_ptr<graph::Selection> selection = std::make_shared<graph::Selection>();
  render::ExportOptions options;
};

/// One stream, or a file each in a folder; they appear when all are whole.
class OutputFiles : public render::ExportFiles {
 public:
  OutputFiles(const Session& session, const std::string& file, bool folder)
      : session_(session), file_(file), folder_(folder) {
    if (!folder_) return;
    if (file_ == "-") {
      throw Error("this format is several files; name a folder for them with -o");
    }
    std::error_code failed;
    std::filesystem::create_directories(file_, failed);
    if (failed || !std::filesystem::is_directory(file_)) {
      throw Error(file_ + ": is no folder and cannot be made one; choose another with -o");
    }
  }

  std::ostream& open(std::string_view name) override {
    const std::string path =
        folder_ ? (std::filesystem::path(file_) / std::string(name)).string() : file_;
    outputs_.push_back(std::make_unique<Output>(session_, path));
    return outputs_.back()->stream();
  }

  void close() {
    for (auto& output : outputs_) output->close();
  }

 private:
  const Session& session_;
  std::string file_;
  bool folder_;
  std::vector<std::unique_ptr<Output>> outputs_;
};

/// The format that is no graph but the whole database, which render does not see.
constexpr std::string_view postgres = "postgres";

void check_options(const ExportCommand& command) {
  if (command.format != postgres) return;
  if (!command.options.merged && *command.selection == graph::Selection{}) return;
  throw CLI::ValidationError(std::string(postgres),
                             "takes the whole database; leave --merged and the options that"
                             " select away, and ask PostgreSQL for a part");
}

int run_postgres(Session& session, const ExportCommand& command) {
  auto connection = store::open_database(session.database, store::OpenMode::read_only);
  Output output(session, command.file);
  const auto count = store::write_postgres(connection, output.stream());
  output.close();
  if (count == 0) session.note("the output holds no relation");
  return exit_done;
}

int run_export(Session& session, const ExportCommand& command) {
  if (command.format == postgres) return run_postgres(session, command);
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto* info = render::find_export(command.format);
  const auto selected = select_part(session, connection, *command.selection);
  OutputFiles files(session, command.file, info->is_folder());
  const auto exporter = info->make(files, command.options);
  const auto count = export_graph(connection, selected, command.options.merged, *exporter);
  files.close();
  if (count == 0) session.note("the output holds no relation");
  return exit_done;
}

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const auto& row : render::exports()) names.emplace_back(row.name);
  names.emplace_back(postgres);
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void print_format(std::ostream& out, std::string_view name, std::string_view summary,
                  std::string_view readers) {
  out << name << std::string(12 - name.size(), ' ') << summary;
  if (!readers.empty()) out << "; for " << readers;
  out << '\n';
}

/// For scripts: the names alone, a line each.
void print_names(std::ostream& out, const std::string& command) {
  if (command == "render") {
    for (const auto& row : render::views()) out << row.name << '\n';
    for (const auto& row : page_formats) out << row.name << '\n';
  } else {
    for (const auto& name : export_names()) out << name << '\n';
  }
}

int run_formats(Session& session, const std::string& names_of) {
  if (!names_of.empty()) {
    print_names(session.out, names_of);
    return exit_done;
  }
  session.out << "entente render --format NAME\n\n";
  for (const auto& row : render::views()) print_format(session.out, row.name, row.summary, "");
  for (const auto& row : page_formats) print_format(session.out, row.name, row.summary, "");
  session.out << "\nentente plot NAME\n\n";
  for (const auto& row : render::plots()) print_format(session.out, row.name, row.summary, "");
  session.out << "\nentente report --format NAME\n\n";
  print_format(session.out, "html", "a page to be mailed: figures, picture, charts, events", "");
  print_format(session.out, "markdown", "the same as text", "");
  session.out << "\nentente export NAME\n\n";
  for (const auto& row : render::exports()) {
    print_format(session.out, row.name, row.summary, row.readers);
  }
  print_format(session.out, postgres, "the whole database as a script: tables, rows and views",
               "PostgreSQL's psql");
  return exit_done;
}

}  // namespace

void add_export(CLI::App& command, Session& session) {
  auto wanted = std::make_shared<ExportCommand>();
  command.add_option("format", wanted->format, joined(export_names()))
      ->required()
      ->type_name("FORMAT")
      ->check([](const std::string& name) {
        return name == postgres || render::find_export(name) != nullptr
                   ? std::string{}
                   : "there is no export format " + name + "; entente formats lists them";
      });
  command
      .add_option("-o,--output", wanted->file,
                  "the file, or the folder for a format of several; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command.add_flag("--merged", wanted->options.merged,
                   "edges instead of single relations: one for each subject, class, object,"
                   " polarity and modality, with weight and first and last date");
  command
      .add_option("--edges-key", wanted->options.edges_key,
                  "node-link: links (NetworkX before 3.6) or edges")
      ->check(CLI::IsMember({"links", "edges"}))
      ->capture_default_str();
  command.add_option("--base", wanted->options.base, "RDF: what our names begin with")
      ->type_name("IRI")
      ->capture_default_str();
  add_database_option(command, session);
  add_selection_options(command, wanted->selection);
  command.callback([&session, wanted] {
    check_options(*wanted);
    session.action = [&session, wanted] { return run_export(session, *wanted); };
  });
}

void add_formats(CLI::App& command, Session& session) {
  auto names_of = std::make_shared<std::string>();
  command.add_option("--names", *names_of, "the bare names of what the command writes")
      ->check(CLI::IsMember({"render", "export"}));
  command.callback([&session, names_of] {
    session.action = [&session, names_of] { return run_formats(session, *names_of); };
  });
}

}  // namespace entente::cli
