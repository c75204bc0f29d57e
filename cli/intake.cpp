#include "cli/intake.hpp"

#include <chrono>
#include <utility>

#include "cli/interrupt.hpp"

namespace entente::cli {

void Intake::push(std::shared_ptr<Item> item) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] {
    const bool fits = bytes_ == 0 || bytes_ + item->bytes <= most_bytes_;
    return stopped_ || (fits && items_.size() < most_items_);
  });
  if (stopped_) throw Stopped();
  bytes_ += item->bytes;
  items_.push_back(std::move(item));
  arrival_.notify_one();
}

void Intake::close(std::exception_ptr failure) {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  failure_ = std::move(failure);
  arrival_.notify_all();
}

std::shared_ptr<Item> Intake::pop() {
  // A signal wakes nobody, so it is asked about ten times a second.
  constexpr std::chrono::milliseconds patience{100};
  std::unique_lock lock(mutex_);
  const auto ready = [&] { return stopped_ || closed_ || !items_.empty(); };
  while (!arrival_.wait_for(lock, patience, ready)) {
    if (InterruptGuard::requested()) return nullptr;
  }
  if (stopped_) return nullptr;
  if (items_.empty()) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return nullptr;
  }
  auto item = std::move(items_.front());
  items_.pop_front();
  ++under_way_;
  room_.notify_one();
  return item;
}

bool Intake::finished(const Item& item) {
  const std::lock_guard lock(mutex_);
  bytes_ -= item.bytes;
  --under_way_;
  room_.notify_one();
  return under_way_ == 0 && items_.empty();
}

void Intake::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  room_.notify_all();
  arrival_.notify_all();
}

}  // namespace entente::cli
