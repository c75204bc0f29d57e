#include "extract/pipeline/pipeline.hpp"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <system_error>

#include "extract/actors/unnamed.hpp"
#include "extract/events/merge.hpp"
#include "extract/relations/extractor.hpp"
#include "extract/relations/lexicon.hpp"
#include "util/error.hpp"

namespace entente::pipeline {
namespace {

actors::ActorTables load_tables(const std::vector<std::filesystem::path>& extra) {
  auto tables = actors::ActorTables::built_in();
  for (const auto& path : extra) tables.add(path);
  return tables;
}

void check_names(const std::vector<std::string>& names) {
  const auto known = relations::extractors();
  for (const auto& name : names) {
    const bool found = std::any_of(known.begin(), known.end(),
                                   [&](const auto& info) { return info.name == name; });
    if (!found) throw Error("there is no extractor named " + name + "; see entente build --help");
  }
}

constexpr const char* model_name = "english.model";

}  // namespace

Pipeline::Pipeline(const PipelineOptions& options)
    : Pipeline(options, std::async(std::launch::async, load_tables, options.actor_tables)) {}

// The tables take about as long as the model and the lexicon together.
Pipeline::Pipeline(const PipelineOptions& options, std::future<actors::ActorTables> tables)
    : annotator_(options.model),
      tables_((relations::Lexicon::built_in(), tables.get())),
      resolver_(tables_),
      extractors_(options.extractors) {
  check_names(extractors_);
}

std::vector<graph::Relation> Pipeline::run(text::Document& document) const {
  annotator_.annotate(document);
  resolver_.resolve(document);
  actors::add_unnamed(tables_, document);
  relations::extract_triples(document, extractors_);
  actors::drop_idle_unnamed(document);
  return events::merge(document);
}

std::filesystem::path find_model(const std::filesystem::path& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("ENTENTE_MODEL"); set != nullptr && *set != '\0') return set;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / "share" / "entente" / model_name;
  for (const auto& path : {installed, std::filesystem::path(ENTENTE_MODEL_DIR) / model_name}) {
    if (std::filesystem::exists(path, ignored)) return path;
  }
  throw ModelError("no language model found: looked for " + installed.string() + " and " +
                   ENTENTE_MODEL_DIR "/" + model_name +
                   "; name one with --model FILE or ENTENTE_MODEL");
}

}  // namespace entente::pipeline
