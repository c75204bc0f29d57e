// entente build: read, annotate, resolve, extract, merge, store.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/assembly_line.hpp"
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

/// "text=body"
std::string check_map(const std::string& words) {
  const auto at = words.find('=');
  constexpr std::array<std::string_view, 7> ours{"id",  "text",   "title",   "date",
                                                 "url", "source", "language"};
  const bool known = std::find(ours.begin(), ours.end(), words.substr(0, at)) != ours.end();
  if (at != std::string::npos && at + 1 < words.size() && known) return {};
  return words +
         " is not OURS=THEIRS, where OURS is id, text, title, date, url, source or language";
}

void add_map_option(CLI::App& command, read::Options& reading) {
  const auto add = [&reading](const std::vector<std::string>& maps) {
    for (const auto& map : maps) {
      const auto at = map.find('=');
      reading.fields[map.substr(0, at)] = map.substr(at + 1);
    }
  };
  command
      .add_option_function<std::vector<std::string>>(
          "--map", add, "how the input names a field, as text=body (may be given again)")
      ->check(CLI::Validator(check_map, ""))
      ->type_name("OURS=THEIRS");
}

void add_reading_options(CLI::App& command, read::Options& reading) {
  add_map_option(command, reading);
  command.add_flag("--any-language", reading.any_language,
                   "read documents, too, that do not look like English");
  command
      .add_option("--max-document", reading.limits.document_bytes,
                  "skip documents with a longer text; 8M, 500K")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("BYTES");
  command
      .add_option("--max-part", reading.limits.part_bytes,
                  "read longer texts in parts of at most so many bytes, documents of their own")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(std::size_t{1000}, std::size_t{1} << 30, ""))
      ->type_name("BYTES")
      ->default_str("100K");
  command
      .add_option("--max-expansion", reading.limits.expansion,
                  "stop unpacking what grows to more than so many times its size")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("TIMES")
      ->capture_default_str();
}

}  // namespace

void add_stage_options(CLI::App& command, pipeline::PipelineOptions& options) {
  command.add_option("--model", options.model, "the language model")->type_name("FILE");
  command
      .add_option("--actors", options.actor_tables,
                  "a table of further actors (may be given again)")
      ->type_name("FILE");
  command
      .add_option("--extractor", options.extractors, "use only this extractor (may be given again)")
      ->check(CLI::IsMember(extractor_names()));
}

void add_line_options(CLI::App& command, LineOptions& options) {
  command
      .add_option("--threads", options.threads,
                  "how many documents are worked on at once; 0: as many as the processor can")
      ->check(CLI::Range(0, 256))
      ->type_name("N")
      ->capture_default_str();
  add_reading_options(command, options.reading);
  command
      .add_option_function<std::string>(
          "--shard", [&options](const std::string& words) { options.shard = parse_shard(words); },
          "read only part i of n: i/n, from 0/n; or n in an array job, which says i")
      ->type_name("I/N");
}

void add_build(CLI::App& command, Session& session) {
  auto options = std::make_shared<BuildOptions>();
  command
      .add_option(
          "paths", options->line.inputs,
          "articles: files, folders, archives of them, - for standard input; see docs/inputs.md")
      ->required()
      ->type_name("PATH");
  add_database_option(command, session);
  add_stage_options(command, options->pipeline);
  add_line_options(command, options->line);
  command
      .add_option("--report", options->report,
                  "write the summary as JSON, too; - is standard output, in place of the words")
      ->type_name("FILE");
  command.add_flag("--retry-failed", options->retry_failed,
                   "try documents again that failed before (table failures)");
  command.add_flag("--again", options->again, "read documents anew that are in the graph already");
  command.add_flag("!--no-text", options->keep_text,
                   "keep places, hashes and names, but not the articles' wording: search finds"
                   " nothing in them, and no sentence is shown");
  command.callback([&session, options] {
    session.action = [&session, options] { return run_build(session, *options); };
  });
}

}  // namespace entente::cli
