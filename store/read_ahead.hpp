// Reading on one thread what another uses.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace entente::store {

/// Fills pieces, in order, on a thread of its own while the caller uses those before. Pieces
/// are used again, so that what they hold keeps its memory.
template <typename Piece>
class ReadAhead {
 public:
  /// `fill` runs on the other thread until it gives false, for no more.
  explicit ReadAhead(std::function<bool(Piece&)> fill)
      : fill_(std::move(fill)), thread_([this] { run(); }) {}
  /// Waits for the piece that is being filled.
  ~ReadAhead() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// Valid until the next call; null after the last. Throws what `fill` threw, in its turn.
  const Piece* next() {
    std::unique_lock lock(mutex_);
    if (using_) ++used_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return filled_ > used_ || ended_; });
    using_ = filled_ > used_;
    if (using_) return &pieces_[used_ % pieces_.size()];
    if (failure_) std::rethrow_exception(failure_);
    return nullptr;
  }

 private:
  void run() {
    try {
      while (wait_for_room() && fill_(pieces_[filled_ % pieces_.size()])) {
        const std::lock_guard lock(mutex_);
        ++filled_;
        changed_.notify_all();
      }
    } catch (...) {
      failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || filled_ - used_ < pieces_.size(); });
    return !stopped_;
  }

  std::function<bool(Piece&)> fill_;
  std::array<Piece, 3> pieces_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t filled_ = 0;  ///< pieces so far; only the other thread changes it
  std::size_t used_ = 0;    ///< and only the caller this
  bool using_ = false;      ///< the caller still has the piece after those used
  bool ended_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;  ///< set before `ended_`
  std::thread thread_;
};

}  // namespace entente::store
