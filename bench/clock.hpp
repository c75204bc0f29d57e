// What a piece of work takes: on the clock, of the processor, and of memory.
#pragma once

#include <sys/resource.h>

#include <chrono>

namespace entente::bench {

inline rusage usage_of(int whose) {
  rusage usage{};
  getrusage(whose, &usage);
  return usage;
}

inline double processor_seconds(int whose = RUSAGE_SELF) {
  const auto usage = usage_of(whose);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// The most that this program ever had.
inline double most_megabytes() {
  return static_cast<double>(usage_of(RUSAGE_SELF).ru_maxrss) / 1024;
}

/// Seconds; a sum of several pieces of work, or what one took.
struct Time {
  double clock = 0;
  double processor = 0;  ///< of all threads, which says more where other programs run beside
  double thread = 0;     ///< of the thread that asks alone

  Time& operator+=(const Time& other) {
    clock += other.clock;
    processor += other.processor;
    thread += other.thread;
    return *this;
  }
  Time operator-(const Time& other) const {
    return {clock - other.clock, processor - other.processor, thread - other.thread};
  }
  static Time now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration<double>(since).count(), processor_seconds(),
            processor_seconds(RUSAGE_THREAD)};
  }
};

/// Runs from when it is made.
class Stopwatch {
 public:
  [[nodiscard]] Time passed() const { return Time::now() - start_; }

 private:
  Time start_ = Time::now();
};

}  // namespace entente::bench
