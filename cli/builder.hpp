// What `entente build` does, apart from its command line.
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "extract/pipeline/pipeline.hpp"

namespace entente::cli {

struct BuildOptions {
  std::vector<std::string> inputs;
  pipeline::PipelineOptions pipeline;
  bool again = false;  ///< also documents whose content is stored already
};

/// Reads all inputs into session.database. Inputs that cannot be read are
/// complained about and skipped; then the exit code says so.
int run_build(Session& session, const BuildOptions& options);

}  // namespace entente::cli
