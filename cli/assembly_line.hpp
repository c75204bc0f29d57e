// Documents from the inputs through the stages, many at a time, out one by one in
// the order in which they were read.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/intake.hpp"
#include "cli/shard.hpp"
#include "extract/read/reader.hpp"

namespace entente::cli {

struct LineOptions {
  std::vector<std::string> inputs;
  read::Options reading;
  std::optional<Shard> shard;  ///< only these documents
  std::size_t threads = 0;     ///< 0: as many as the processor runs at once
};

[[nodiscard]] std::size_t threads_of(const LineOptions& options);

struct LineSteps {
  std::function<void(Item&)> work;
  std::function<void(Item&)> finish;
  /// After a `finish` behind which nothing is under way or waits: more may be long in coming.
  std::function<void()> pause = [] {};
};

/// Reads on a thread of its own, calls `work` on up to `threads` threads, and
/// `finish` for one item after the other, in the order of the inputs. What `finish`
/// sees therefore does not depend on the number of threads. The memory held does
/// not depend on the length of the inputs. Ends early, after a whole `finish`, when
/// an interrupt is requested; it may then leave its reader waiting for input.
/// What `finish` throws ends the work and is thrown again.
void run_line(const LineOptions& options, std::istream& standard_input, const LineSteps& steps);

/// Whether a `run_line` of this process left its reader at work. It uses what the end of `main`
/// destroys: the process has to end by std::_Exit.
[[nodiscard]] bool left_a_reader();

}  // namespace entente::cli
