#include "cli/builder.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>

#include "cli/build_summary.hpp"
#include "cli/document_record.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/version.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

/// `work` runs on many threads, `finish` on one at a time; what they share is behind
/// a mutex or set before.
class Builder {
 public:
  Builder(Session& session, const BuildOptions& options)
      : session_(session),
        options_(options),
        connection_(store::open_database(session.database, store::OpenMode::create)),
        writer_(connection_, version_number(), {.keep_text = options.keep_text}),
        progress_(session) {}

  BuildSummary run() {
    if (progress_.shown()) progress_.expect(read::size_of(options_.line.inputs));
    summary_.threads = threads_of(options_.line);
    LineOptions line = options_.line;
    line.reading.bytes_read = bytes_read_;
    run_line(
        line, session_.in, [this](Item& item) { work(item); },
        [this](Item& item) { finish(item); });
    summary_.interrupted = InterruptGuard::requested();
    summary_.seconds = progress_.seconds();
    progress_.clear();
    return summary_;
  }

 private:
  /// What is stored of the item; gives it another name if another file has its own.
  store::Known settle_name(Item& item) {
    const std::lock_guard lock(writing_);
    const auto known = writer_.known(item.source, item.hash);
    if (known != store::Known::other_file) return known;
    // Two files of one stem: the content tells them apart, whatever the order.
    item.source.name += "~" + util::hex(item.hash).substr(0, 8);
    item.hash = store::content_hash(item.source);
    return writer_.known(item.source, item.hash);
  }

  void work(Item& item) {
    item.source = source_record(item.document);
    item.hash = store::content_hash(item.source);
    // What is stored already is seldom anything else when its turn comes; then
    // `finish` does the work.
    if (!options_.again && is_stored(item)) return;
    make_record(item);
  }

  bool is_stored(const Item& item) {
    Item copy;
    copy.source = item.source;
    copy.hash = item.hash;
    return settle_name(copy) == store::Known::same;
  }

  void make_record(Item& item) {
    try {
      auto relations = pipeline().run(item.document);
      item.words = item.document.tokens.size();
      item.record = document_record(std::move(item.document), std::move(relations));
    } catch (const ModelError&) {
      item.fatal = std::current_exception();
    } catch (const std::exception& error) {
      item.error = error.what();
    }
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
    progress_.clear();
    if (message.kind == MessageKind::note) return session_.note(message.words);
    session_.complain(message.words);
    ++summary_.skipped;
  }

  void put(Item& item) {
    summary_.bytes += item.bytes;
    const auto known = settle_name(item);
    if (known == store::Known::same && !options_.again) {
      ++summary_.unchanged;
      return;
    }
    const bool waits = !item.record && item.error.empty() && !item.fatal;
    if (waits) make_record(item);
    if (item.fatal) std::rethrow_exception(item.fatal);
    if (!item.record) return fail(item);
    item.record->source = std::move(item.source);
    {
      const std::lock_guard lock(writing_);
      writer_.add(*item.record, item.hash);
    }
    ++(known == store::Known::no ? summary_.added : summary_.replaced);
    count(item);
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
    session_.complain(item.source.path + " (" + item.source.name + "): " + item.error +
                      "; skipped");
    ++summary_.failed;
  }

  /// Loaded when the first document needs it: a second build of a folder that has
  /// not changed is done without.
  const pipeline::Pipeline& pipeline() {
    const std::lock_guard lock(loading_);
    if (!pipeline_) {
      auto chosen = options_.pipeline;
      chosen.model = pipeline::find_model(chosen.model);
      pipeline_.emplace(chosen);
    }
    return *pipeline_;
  }

  Session& session_;
  const BuildOptions& options_;
  store::Connection connection_;
  store::Writer writer_;
  std::mutex writing_;  ///< the connection and its writer
  std::optional<pipeline::Pipeline> pipeline_;
  std::mutex loading_;
  /// Shared with the reader, which an interrupt may leave behind.
  std::shared_ptr<std::atomic<std::uintmax_t>> bytes_read_ =
      std::make_shared<std::atomic<std::uintmax_t>>(0);
  BuildSummary summary_;
  Progress progress_;
};

}  // namespace

int run_build(Session& session, const BuildOptions& options) {
  const InterruptGuard guard;
  const BuildSummary summary = Builder(session, options).run();
  if (!options.report.empty()) {
    Output output(session, options.report);
    write_json(summary, session.database, output.stream());
    output.close();
  }
  if (!session.quiet && options.report != "-") write_words(summary, session.database, session.out);
  if (summary.interrupted) return InterruptGuard::exit_code();
  return summary.skipped + summary.failed == 0 ? exit_done : exit_failed;
}

}  // namespace entente::cli
