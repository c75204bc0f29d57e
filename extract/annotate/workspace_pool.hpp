// Buffers that calls take and give back, so that their memory is touched for
// the first time once and not in every call.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

namespace entente::annotate {

/// Threads may share it.
template <typename Workspace>
class WorkspacePool {
 public:
  std::unique_ptr<Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Workspace>();
    auto work = std::move(idle_.back());
    idle_.pop_back();
    return work;
  }
  void give_back(std::unique_ptr<Workspace> work) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(work));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> idle_;
};

}  // namespace entente::annotate
