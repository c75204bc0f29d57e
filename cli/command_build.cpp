// entente build: read, annotate, resolve, extract, merge, store.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/builder.hpp"
#include "cli/commands.hpp"
#include "extract/relations/extractor.hpp"

namespace entente::cli {
namespace {

std::vector<std::string> extractor_names() {
  std::vector<std::string> names;
  for (const auto& info : relations::extractors()) names.emplace_back(info.name);
  return names;
}

}  // namespace

void add_build(CLI::App& command, Session& session) {
  auto options = std::make_shared<BuildOptions>();
  command
      .add_option("paths", options->line.inputs,
                  "articles: .txt and .jsonl files, folders of them, - for standard input")
      ->required()
      ->type_name("PATH");
  add_database_option(command, session);
  command.add_option("--model", options->pipeline.model, "the language model")->type_name("FILE");
  command
      .add_option("--actors", options->pipeline.actor_tables,
                  "a table of further actors (may be given again)")
      ->type_name("FILE");
  command
      .add_option("--extractor", options->pipeline.extractors,
                  "use only this extractor (may be given again)")
      ->check(CLI::IsMember(extractor_names()));
  command
      .add_option("--threads", options->line.threads,
                  "how many documents are worked on at once; 0: as many as the processor can")
      ->check(CLI::Range(0, 256))
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--report", options->report,
                  "write the summary as JSON, too; - is standard output, in place of the words")
      ->type_name("FILE");
  command.add_flag("--again", options->again, "read documents anew that are in the graph already");
  command.callback([&session, options] {
    session.action = [&session, options] { return run_build(session, *options); };
  });
}

}  // namespace entente::cli
