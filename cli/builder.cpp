#include "cli/builder.hpp"

#include <unistd.h>

#include <optional>
#include <ostream>

#include "cli/document_record.hpp"
#include "cli/version.hpp"
#include "extract/read/reader.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct Counts {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t skipped = 0;  ///< inputs, lines or documents
  std::size_t relations = 0;
  std::size_t evidences = 0;

  [[nodiscard]] std::size_t documents() const { return added + replaced + unchanged; }
};

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// A line on stderr that counts up, if a person looks at it.
class Progress {
 public:
  explicit Progress(const Session& session)
      : session_(session), shown_(!session.quiet && isatty(STDERR_FILENO) != 0) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const Counts& counts) {
    if (!shown_) return;
    session_.err << '\r' << counted(counts.documents(), "document") << ", "
                 << counted(counts.relations, "relation") << std::flush;
    dirty_ = true;
  }
  void clear() {
    if (dirty_) session_.err << "\r\x1b[K" << std::flush;
    dirty_ = false;
  }

 private:
  const Session& session_;
  bool shown_;
  bool dirty_ = false;
};

class Builder {
 public:
  Builder(Session& session, const BuildOptions& options)
      : session_(session),
        options_(options),
        connection_(store::open_database(session.database, store::OpenMode::create)),
        writer_(connection_, version_number()),
        progress_(session) {}

  Counts run() {
    const read::Sink sink{[this](text::Document&& document) { take(std::move(document)); },
                          [this](const std::string& words) { skip(words); },
                          [this](const std::string& words) {
                            progress_.clear();
                            session_.note(words);
                          }};
    read::read_inputs(options_.inputs, session_.in, sink);
    return counts_;
  }

 private:
  void skip(const std::string& words) {
    progress_.clear();
    session_.complain(words);
    ++counts_.skipped;
  }

  void take(text::Document&& document) {
    auto source = source_record(document);
    auto hash = store::content_hash(source);
    auto known = writer_.known(source, hash);
    if (known == store::Known::other_file) {
      // Two files of one stem: the content tells them apart, whatever the order.
      document.id = source.name += "~" + util::hex(hash).substr(0, 8);
      hash = store::content_hash(source);
      known = writer_.known(source, hash);
    }
    if (known == store::Known::same && !options_.again) {
      ++counts_.unchanged;
    } else {
      add(std::move(document), hash, known);
    }
    progress_.show(counts_);
  }

  void add(text::Document&& document, const util::Digest& hash, store::Known known) {
    const std::string where = document.path + " (" + document.id + ")";
    std::optional<store::DocumentRecord> record;
    try {
      auto relations = pipeline().run(document);
      record = document_record(std::move(document), std::move(relations));
    } catch (const ModelError&) {
      throw;
    } catch (const Error& error) {
      return skip(where + ": " + error.what() + "; skipped");
    }
    writer_.add(*record, hash);
    ++(known == store::Known::no ? counts_.added : counts_.replaced);
    counts_.relations += record->relations.size();
    for (const auto& relation : record->relations) counts_.evidences += relation.evidence.size();
  }

  /// Loaded when the first document needs it: a second build of a folder that has
  /// not changed is done without.
  const pipeline::Pipeline& pipeline() {
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
  std::optional<pipeline::Pipeline> pipeline_;
  Counts counts_;
  Progress progress_;
};

void tell(const Session& session, const Counts& counts) {
  if (session.quiet) return;
  auto& out = session.out;
  const auto fresh = counts.added + counts.replaced;
  if (fresh == 0 && counts.skipped == 0) {
    out << "Nothing new: " << (counts.unchanged == 1 ? "the document is" : "all ")
        << (counts.unchanged == 1 ? "" : counted(counts.unchanged, "document") + " are") << " in "
        << session.database << " already.\n";
    return;
  }
  out << session.database << ": " << counted(counts.added, "document") << " added";
  if (counts.replaced != 0) out << ", " << counts.replaced << " replaced";
  if (counts.unchanged != 0) out << ", " << counts.unchanged << " unchanged";
  if (counts.skipped != 0) out << ", " << counts.skipped << " skipped";
  out << "; " << counted(counts.relations, "relation") << " with "
      << counted(counts.evidences, "evidence") << ".\n";
}

}  // namespace

int run_build(Session& session, const BuildOptions& options) {
  const Counts counts = Builder(session, options).run();
  tell(session, counts);
  return counts.skipped == 0 ? exit_done : exit_failed;
}

}  // namespace entente::cli
