#include "cli/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <ostream>
#include <string>

#include "util/counted.hpp"

namespace entente::cli {
namespace {

std::string rounded(double value) {
  return std::to_string(static_cast<long long>(std::llround(value)));
}

/// "41 s", "12 min", "3 h 20 min"
std::string duration(double seconds) {
  if (seconds < 90) return rounded(seconds) + " s";
  const auto minutes = std::llround(seconds / 60);
  if (minutes < 90) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

}  // namespace

Progress::Progress(const Session& session)
    : session_(session), shown_(!session.quiet && isatty(STDERR_FILENO) != 0) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::show(const BuildSummary& summary, std::uintmax_t bytes_done) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double elapsed = std::max(seconds(), 0.001);
  const auto rate = [elapsed](std::size_t count) {
    return rounded(static_cast<double>(count) / elapsed);
  };
  std::string line = util::counted(summary.documents(), "document") + " (" +
                     rate(summary.documents()) + "/s, " + rate(summary.words) + " words/s), " +
                     util::counted(summary.relations, "relation");
  if (const auto bad = summary.skipped + summary.failed; bad != 0) {
    line += ", " + util::counted(bad, "error");
  }
  if (bytes_done > 0 && expected_ > bytes_done) {
    const double left = static_cast<double>(expected_ - bytes_done);
    line += ", " + duration(elapsed * left / static_cast<double>(bytes_done)) + " left";
  }
  session_.err << "\r\x1b[K" << line << std::flush;
  dirty_ = true;
}

void Progress::clear() {
  if (dirty_) session_.err << "\r\x1b[K" << std::flush;
  dirty_ = false;
}

}  // namespace entente::cli
