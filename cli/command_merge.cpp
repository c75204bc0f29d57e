// entente merge: several graphs into one.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "store/bulk_load.hpp"
#include "store/database.hpp"
#include "store/merge.hpp"
#include "store/stories.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> inputs;
  std::string output;
};

/// A database in the making: without keep() it goes.
class Aside {
 public:
  explicit Aside(std::string path) : path_(std::move(path)) { remove(); }
  ~Aside() { remove(); }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  void keep(const std::string& name) { fs::rename(path_, name); }

 private:
  void remove() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path_ + suffix, ignored);
  }

  std::string path_;
};

/// Merges aside and renames at the end, so that a failure leaves nothing half done.
int run_merge(Session& session, const Options& options) {
  if (fs::exists(options.output)) {
    throw Error(options.output + ": is there already; give another name with -o");
  }
  Aside aside(options.output + ".part");
  store::MergeCounts sum;
  {
    auto merged = store::open_database(aside.path(), store::OpenMode::create);
    store::BulkLoad bulk(merged);
    for (const auto& input : options.inputs) {
      const auto counts = store::merge_from(merged, input);
      sum.documents += counts.documents;
      sum.doubles += counts.doubles;
    }
    bulk.finish();
    store::finish_merge(merged);
    store::link_stories(merged, [] { return true; });
    merged.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  aside.keep(options.output);
  if (!session.quiet) {
    session.out << options.output << ": " << sum.documents
                << (sum.documents == 1 ? " document" : " documents");
    if (sum.doubles != 0) session.out << "; " << sum.doubles << " were there twice";
    session.out << ".\n";
  }
  return exit_done;
}

}  // namespace

void add_merge(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  command.add_option("databases", options->inputs, "graphs that were built apart")
      ->required()
      ->type_name("FILE");
  command.add_option("-o,--output", options->output, "the new graph's database")
      ->required()
      ->type_name("FILE");
  command.callback([&session, options] {
    session.action = [&session, options] { return run_merge(session, *options); };
  });
}

}  // namespace entente::cli
