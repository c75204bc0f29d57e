// A line on stderr that counts up, if a person looks at it.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/build_summary.hpp"
#include "cli/session.hpp"

namespace entente::cli {

class Progress {
 public:
  /// Shown only on a terminal, and not with --quiet.
  explicit Progress(const Session& session);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  [[nodiscard]] bool shown() const { return shown_; }
  /// Bytes of all inputs, from which the time left is guessed; 0 if unknown.
  void expect(std::uintmax_t bytes) { expected_ = bytes; }
  void show(const BuildSummary& summary, std::uintmax_t bytes_done);
  void clear();
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  const Session& session_;
  bool shown_;
  bool dirty_ = false;
  std::uintmax_t expected_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace entente::cli
