// The stages between reading and storing, in their order, behind one call.
#pragma once

#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/annotate/annotator.hpp"
#include "extract/text/document.hpp"
#include "graph/relation.hpp"

namespace entente::pipeline {

struct PipelineOptions {
  std::filesystem::path model;
  std::vector<std::filesystem::path> actor_tables;  ///< the user's own, in order
  std::vector<std::string> extractors;              ///< all if empty
};

/// Loads model and tables once. Immutable after that, so threads may share it.
class Pipeline {
 public:
  /// Throws ModelError, InputError (a table), or Error (an unknown extractor).
  explicit Pipeline(const PipelineOptions& options);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Adds every layer to a document that was read, and returns its relations.
  std::vector<graph::Relation> run(text::Document& document) const;

 private:
  Pipeline(const PipelineOptions& options, std::future<actors::ActorTables> tables);

  annotate::Annotator annotator_;
  actors::ActorTables tables_;
  actors::Resolver resolver_;
  std::vector<std::string> extractors_;
};

/// Where the model is: `given` if not empty, else $ENTENTE_MODEL, else
/// share/entente beside the program's own installation, else the source tree it
/// was built from. Throws ModelError saying where it looked.
std::filesystem::path find_model(const std::filesystem::path& given);

}  // namespace entente::pipeline
