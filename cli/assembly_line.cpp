#include "cli/assembly_line.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/interrupt.hpp"

namespace entente::cli {
namespace {

using ItemPtr = std::shared_ptr<Item>;  // shared: the filters of TBB copy what they hand on

std::atomic<bool> left_reader = false;

/// Items that wait to be taken up; documents between reading and writing.
constexpr std::size_t most_waiting = 64;
constexpr std::size_t items_per_thread = 8;
/// A long document costs the stages about forty times its text in memory.
constexpr std::size_t most_bytes_of_text = 4u << 20;

/// Puts what the reader gives into the intake.
class Feed {
 public:
  Feed(Intake& intake, const std::optional<Shard>& shard) : intake_(intake), shard_(shard) {}

  read::Sink sink() {
    const auto say_as = [this](MessageKind kind) {
      return [this, kind](const InputError& error) {
        say({kind, error.what(), error.file(), error.reason()});
      };
    };
    return {[this](text::Document&& document) { take(std::move(document)); },
            say_as(MessageKind::problem), say_as(MessageKind::note),
            [this](const std::string& language) {
              say({MessageKind::other_language, language, {}, {}});
            }};
  }
  void flush() {
    if (!next_->messages.empty()) send();
  }

 private:
  void take(text::Document&& document) {
    if (shard_ && !shard_->holds(document.id)) return;
    next_->has_document = true;
    next_->bytes = document.text.size();
    next_->document = std::move(document);
    send();
  }
  void say(Message message) {
    next_->messages.push_back(std::move(message));
    if (next_->messages.size() >= most_waiting) send();
  }
  void send() { intake_.push(std::exchange(next_, std::make_shared<Item>())); }

  Intake& intake_;
  const std::optional<Shard>& shard_;
  ItemPtr next_ = std::make_shared<Item>();
};

void read_all(const LineOptions& options, std::istream& standard_input, Intake& intake) {
  try {
    Feed feed(intake, options.shard);
    read::read_inputs(options.inputs, standard_input, options.reading, feed.sink());
    feed.flush();
    intake.close();
  } catch (const Intake::Stopped&) {
  } catch (...) {
    intake.close(std::current_exception());
  }
}

/// TBB already orders what its filters do, but by atomics inside a library that ThreadSanitizer
/// does not see into: a moment's lock before and after an item is handed on shows it.
class HandOver {
 public:
  void pass() { const std::lock_guard lock(mutex_); }

 private:
  std::mutex mutex_;
};

/// Nothing is thrown through TBB: it would never destroy the items that wait between filters.
void run_filters(std::size_t threads, Intake& intake, const LineSteps& steps) {
  HandOver hand_over;
  std::atomic<bool> failed = false;
  std::exception_ptr unread;      // what ended the reading; only the first filter writes it
  std::exception_ptr unfinished;  // what ended the writing; only the last filter does
  const auto input = tbb::make_filter<void, ItemPtr>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
        ItemPtr item;
        try {
          if (!failed && !InterruptGuard::requested()) item = intake.pop();
        } catch (...) {
          unread = std::current_exception();
        }
        if (!item) flow.stop();
        hand_over.pass();
        return item;
      });
  const auto stages =
      tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel, [&](ItemPtr item) {
        try {
          if (item && item->has_document && !failed && !InterruptGuard::requested()) {
            steps.work(*item);
          }
        } catch (...) {
          item->fatal = std::current_exception();
        }
        hand_over.pass();
        return item;
      });
  const auto output =
      tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order, [&](const ItemPtr& item) {
        if (failed) return;
        // Held no longer than that: the stages must not wait while a batch is written.
        hand_over.pass();
        try {
          if (!InterruptGuard::requested()) steps.finish(*item);
          if (intake.finished(*item)) steps.pause();
        } catch (...) {
          unfinished = std::current_exception();
          failed = true;
          intake.stop();
        }
        hand_over.pass();
      });
  tbb::parallel_pipeline(threads * items_per_thread, input & stages & output);
  hand_over.pass();
  if (unfinished) std::rethrow_exception(unfinished);
  if (unread) std::rethrow_exception(unread);
}

}  // namespace

std::size_t threads_of(const LineOptions& options) {
  if (options.threads != 0) return options.threads;
  return static_cast<std::size_t>(tbb::info::default_concurrency());
}

void run_line(const LineOptions& options, std::istream& standard_input, const LineSteps& steps) {
  const std::size_t threads = threads_of(options);
  // Shared with the reader, which may outlive this call: see below.
  const auto intake = std::make_shared<Intake>(most_waiting, most_bytes_of_text);
  std::thread reader(
      [options, &standard_input, intake] { read_all(options, standard_input, *intake); });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  std::exception_ptr failure;
  try {
    arena.execute([&] { run_filters(threads, *intake, steps); });
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure || InterruptGuard::requested()) {
    // The reader may wait for input that never comes; what is done must not wait with it.
    intake->stop();
    left_reader = true;
    reader.detach();
  } else {
    reader.join();
  }
  if (failure) std::rethrow_exception(failure);
}

bool left_a_reader() { return left_reader; }

}  // namespace entente::cli
