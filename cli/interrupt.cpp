#include "cli/interrupt.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace entente::cli {
namespace {

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free);  // a handler may touch nothing else

void on_signal(int number) {
  if (caught.exchange(number) != 0) _exit(128 + number);
}

}  // namespace

InterruptGuard::InterruptGuard() {
  caught = 0;
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

InterruptGuard::~InterruptGuard() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool InterruptGuard::requested() { return caught != 0; }
int InterruptGuard::exit_code() { return 128 + caught; }

}  // namespace entente::cli
