// The stages between reading and storing, for many threads.
#pragma once

#include <mutex>
#include <optional>

#include "cli/intake.hpp"
#include "extract/pipeline/pipeline.hpp"

namespace entente::cli {

class RecordMaker {
 public:
  explicit RecordMaker(const pipeline::PipelineOptions& options) : options_(options) {}

  /// Takes the item's document and gives its record, or what went wrong.
  void make(Item& item);

 private:
  /// Loaded when the first document needs it: a second build of a folder that has not
  /// changed is done without.
  const pipeline::Pipeline& pipeline();

  const pipeline::PipelineOptions& options_;
  std::optional<pipeline::Pipeline> pipeline_;
  std::mutex loading_;
};

}  // namespace entente::cli
