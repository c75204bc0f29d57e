#include "cli/builder.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/build_summary.hpp"
#include "cli/document_record.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/record_maker.hpp"
#include "cli/remarks.hpp"
#include "cli/version.hpp"
#include "store/bulk_load.hpp"
#include "store/database.hpp"
#include "store/failures.hpp"
#include "store/holdings.hpp"
#include "store/stories.hpp"
#include "store/writer.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

/// Documents in a transaction; if fewer come, it is not waited for the rest.
constexpr std::size_t most_waiting = 64;

/// `work` runs on many threads, `finish` on one at a time; what they share is behind
/// a mutex or set before.
class Builder {
 public:
  Builder(Session& session, const BuildOptions& options)
      : session_(session),
        options_(options),
        connection_(store::open_database(session.database, store::OpenMode::create)),
        writer_(connection_, version_number(), {.keep_text = options.keep_text}),
        failures_(connection_, version_number()),
        holdings_(session.database, version_number()),
        maker_(options.pipeline),
        progress_(session),
        remarks_(session, [this] { progress_.clear(); }) {
    if (options.line.shard) bulk_.emplace(connection_);
  }

  BuildSummary run() {
    if (progress_.shown()) progress_.expect(read::size_of(options_.line.inputs));
    summary_.threads = threads_of(options_.line);
    LineOptions line = options_.line;
    line.reading.bytes_read = bytes_read_;
    run_line(line, session_.in,
             {.work = [this](Item& item) { work(item); },
              .finish = [this](Item& item) { finish(item); },
              .pause = [this] { store_waiting(); }});
    remarks_.finish();
    store_waiting();
    if (bulk_) bulk_->finish();
    summary_.reprints =
        store::link_stories(connection_, [] { return !InterruptGuard::requested(); });
    summary_.interrupted = InterruptGuard::requested();
    summary_.seconds = progress_.seconds();
    progress_.clear();
    return summary_;
  }

 private:
  /// Two files of one stem: the content tells them apart, whatever the order.
  static std::string name_beside_another(const Item& item) {
    return item.source.name + "~" + util::hex(item.hash).substr(0, 8);
  }

  /// What is stored of the item; gives it another name if another file has its own.
  store::Known settle_name(Item& item) {
    const std::lock_guard lock(writing_);
    const auto known = known_now(item);
    if (known != store::Known::other_file) return known;
    item.source.name = name_beside_another(item);
    item.hash = store::content_hash(item.source);
    return known_now(item);
  }

  /// The writer does not know of those that wait.
  store::Known known_now(const Item& item) {
    const bool waits = std::any_of(waiting_.begin(), waiting_.end(), [&](const auto& other) {
      return other.document.source.name == item.source.name;
    });
    if (waits) write_waiting();
    return writer_.known(item.source, item.hash);
  }

  void work(Item& item) {
    item.source = source_record(item.document);
    item.hash = store::content_hash(item.source);
    // What is stored already is seldom anything else when its turn comes; then
    // `finish` does the work.
    if (!is_settled(item)) maker_.make(item);
  }

  /// Is it in the database, or known to fail? Asked beside the writer, whose batches would
  /// hold up the stages.
  bool is_settled(const Item& item) {
    if (options_.again) return false;
    util::Digest hash = item.hash;
    if (!holdings_.document(hash) && holdings_.name(item.source.name)) {
      auto other = item.source;
      other.name = name_beside_another(item);
      hash = store::content_hash(other);
    }
    return holdings_.document(hash) || (!options_.retry_failed && holdings_.failure(hash));
  }

  bool failed_before(const Item& item) {
    const std::lock_guard lock(writing_);
    return !options_.retry_failed && !options_.again && failures_.holds(item.hash);
  }

  void finish(Item& item) {
    for (const auto& message : item.messages) tell(message);
    if (item.has_document) put(item);
    progress_.show(summary_, *bytes_read_);
  }

  void tell(const Message& message) {
    if (message.kind == MessageKind::other_language) {
      ++summary_.other_language;
      return;
    }
    remarks_.say(message);
    if (message.kind == MessageKind::problem) ++summary_.skipped;
  }

  void put(Item& item) {
    summary_.bytes += item.bytes;
    const auto known = settle_name(item);
    if (known == store::Known::same && !options_.again) {
      ++summary_.unchanged;
      return;
    }
    if (failed_before(item)) {
      ++summary_.failed_before;
      return;
    }
    const bool waits = !item.record && item.error.empty() && !item.fatal;
    if (waits) maker_.make(item);
    if (item.fatal) std::rethrow_exception(item.fatal);
    if (!item.record) return fail(item);
    item.record->source = std::move(item.source);
    ++(known == store::Known::no ? summary_.added : summary_.replaced);
    count(item);
    const std::lock_guard lock(writing_);
    // A bulk load takes nothing out.
    if (bulk_ && known != store::Known::no) {
      write_waiting();
      bulk_->finish();
      bulk_.reset();
    }
    waiting_.push_back({std::move(*item.record), item.hash});
    if (waiting_.size() == most_waiting) write_waiting();
  }

  void store_waiting() {
    const std::lock_guard lock(writing_);
    write_waiting();
  }

  void write_waiting() {
    if (waiting_.empty()) return;
    writer_.add(waiting_);
    for (const auto& each : waiting_) failures_.remove(each.hash);
    waiting_.clear();
  }

  void count(const Item& item) {
    summary_.words += item.words;
    summary_.relations += item.record->relations.size();
    for (const auto& relation : item.record->relations) {
      summary_.evidences += relation.evidence.size();
    }
  }

  void fail(const Item& item) {
    progress_.clear();
    {
      const std::lock_guard lock(writing_);
      failures_.add(item.source, item.hash, item.error);
    }
    session_.complain(item.source.path + " (" + item.source.name + "): " + item.error +
                      "; skipped");
    ++summary_.failed;
  }

  Session& session_;
  const BuildOptions& options_;
  store::Connection connection_;
  store::Writer writer_;
  store::FailureLog failures_;
  store::Holdings holdings_;
  std::optional<store::BulkLoad> bulk_;  ///< of a database that nobody reads until it is whole
  std::vector<store::HashedDocument> waiting_;  ///< to be written together
  std::mutex writing_;  ///< the connection, its writer and failures, and what waits
  RecordMaker maker_;
  /// Shared with the reader, which an interrupt may leave behind.
  std::shared_ptr<std::atomic<std::uintmax_t>> bytes_read_ =
      std::make_shared<std::atomic<std::uintmax_t>>(0);
  BuildSummary summary_;
  Progress progress_;
  Remarks remarks_;
};

}  // namespace

namespace {

/// A shard's database appears under its name when it is whole, so that who merges shards
/// never takes half of one.
class ShardOutput {
 public:
  explicit ShardOutput(Session& session) : session_(session), whole_(session.database) {
    session_.database += ".part";
  }
  ~ShardOutput() { session_.database = whole_; }
  ShardOutput(const ShardOutput&) = delete;
  ShardOutput& operator=(const ShardOutput&) = delete;

  [[nodiscard]] const std::string& name() const { return whole_; }

  /// With the log in the file itself, which may then be moved.
  void finish() const {
    const std::string aside = session_.database;
    store::Connection(aside, store::OpenMode::write).exec("PRAGMA journal_mode = DELETE");
    std::error_code failed;
    std::filesystem::rename(aside, whole_, failed);
    if (failed) throw Error(whole_ + ": cannot be made: " + failed.message());
  }

 private:
  Session& session_;
  std::string whole_;
};

int build(Session& session, const BuildOptions& options, const ShardOutput* shard) {
  const BuildSummary summary = Builder(session, options).run();
  const bool whole = shard != nullptr && !summary.interrupted;
  if (whole) shard->finish();
  const std::string& name = whole ? shard->name() : session.database;
  if (!options.report.empty()) {
    Output output(session, options.report);
    write_json(summary, name, output.stream());
    output.close();
  }
  if (!session.quiet && options.report != "-") write_words(summary, name, session.out);
  if (summary.interrupted) return InterruptGuard::exit_code();
  return summary.skipped + summary.failed == 0 ? exit_done : exit_failed;
}

}  // namespace

int run_build(Session& session, const BuildOptions& options) {
  const InterruptGuard guard;
  if (!options.line.shard) return build(session, options, nullptr);
  std::error_code ignored;
  if (std::filesystem::exists(session.database, ignored)) {
    session.note(session.database + ": is there already and whole; remove it to build it anew");
    return exit_done;
  }
  const ShardOutput shard(session);
  return build(session, options, &shard);
}

}  // namespace entente::cli
