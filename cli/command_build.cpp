// entente build: read, annotate, resolve, extract, merge, store.
#include <CLI/App.hpp>
#include <memory>

#include "cli/builder.hpp"
#include "cli/commands.hpp"
#include "extract/relations/extractor.hpp"

namespace entente::cli {
namespace {

std::string extractor_help() {
  std::string help = "use only this extractor (may be given again):";
  for (const auto& info : relations::extractors()) help += " " + std::string(info.name);
  return help;
}

}  // namespace

void add_build(CLI::App& command, Session& session) {
  auto options = std::make_shared<BuildOptions>();
  command
      .add_option("paths", options->inputs,
                  "articles: .txt and .jsonl files, folders of them, - for standard input")
      ->required()
      ->type_name("PATH");
  add_database_option(command, session);
  command.add_option("--model", options->pipeline.model, "the language model")->type_name("FILE");
  command
      .add_option("--actors", options->pipeline.actor_tables,
                  "a table of further actors (may be given again)")
      ->type_name("FILE");
  command.add_option("--extractor", options->pipeline.extractors, extractor_help())
      ->type_name("NAME");
  command.add_flag("--again", options->again, "read documents anew that are in the graph already");
  command.callback([&session, options] {
    session.action = [&session, options] { return run_build(session, *options); };
  });
}

}  // namespace entente::cli
