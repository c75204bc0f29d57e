// One part of an archive that several machines read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::cli {

/// The documents whose names hash to `index` modulo `count`. All of one name are in one
/// shard, so that each shard names them as a build of everything would.
struct Shard {
  std::uint64_t index = 0;
  std::uint64_t count = 1;

  [[nodiscard]] bool holds(std::string_view document_name) const;
};

/// Reads "i/n", i from 0 to n - 1, or "n", where the environment of the job says which:
/// SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, or SGE_TASK_ID, which counts from 1. Throws
/// Error saying what is wrong.
Shard parse_shard(const std::string& words);

}  // namespace entente::cli
