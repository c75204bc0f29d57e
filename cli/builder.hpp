// What `entente build` does, apart from its command line.
#pragma once

#include <string>

#include "cli/assembly_line.hpp"
#include "cli/session.hpp"
#include "extract/pipeline/pipeline.hpp"

namespace entente::cli {

struct BuildOptions {
  LineOptions line;
  pipeline::PipelineOptions pipeline;
  bool again = false;         ///< also documents whose content is stored already
  bool retry_failed = false;  ///< also documents that a stage failed at before
  bool keep_text = true;
  std::string report;  ///< where the summary goes as JSON; none if empty
};

/// Reads all inputs into session.database. Inputs that cannot be read are
/// complained about and skipped; then the exit code says so.
int run_build(Session& session, const BuildOptions& options);

}  // namespace entente::cli
