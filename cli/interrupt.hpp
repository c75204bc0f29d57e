// Ctrl-C and the like, turned into a question that loops ask.
#pragma once

namespace entente::cli {

/// While one lives, the first SIGINT or SIGTERM only sets `requested`, so that the
/// transaction under way can end; the second ends the program at once.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  [[nodiscard]] static bool requested();
  /// As shells tell it: 128 and the number of the signal.
  [[nodiscard]] static int exit_code();
};

}  // namespace entente::cli
