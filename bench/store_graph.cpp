// How fast is a graph written and loaded, and how large is it?
//   bench_store write FILE [SHARE]   a synthetic graph; SHARE of 100,000 actors, 5 million
//                                    relations and 10 million evidences, 1 by default
//   bench_store add FILE [SHARE]     the same as a build adds it, with indexes and search kept
//                                    all the time
//   bench_store load FILE            the whole graph into memory, and what it is loaded for
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/synthetic.hpp"
#include "graph/algorithms.hpp"
#include "graph/centrality.hpp"
#include "graph/communities.hpp"
#include "store/bulk_load.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/writer.hpp"

namespace {

using namespace entente;

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Clock {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  /// What this program worked in it, which says more where others run beside it.
  [[nodiscard]] double processor() const { return processor_seconds() - worked_before_; }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double worked_before_ = processor_seconds();
};

/// What a part of the work took, to be taken off the whole.
struct Spent {
  double seconds = 0;
  double processor = 0;
  void add(const Clock& clock) {
    seconds += clock.seconds();
    processor += clock.processor();
  }
};

void report(const std::string& what, double value, const std::string& unit) {
  std::cout << std::left << std::setw(28) << what << std::right << std::fixed
            << std::setprecision(2) << std::setw(14) << value << ' ' << unit << std::endl;
}

template <typename Work>
void timed(const std::string& what, Work work) {
  const Clock clock;
  work();
  report(what, clock.seconds(), "s");
}

constexpr std::size_t documents_at_once = 256;

/// What the documents took to make comes on top of `making`.
void add_documents(store::Connection& connection, const bench::Synthetic& world, std::size_t count,
                   Spent& making) {
  store::Writer writer(connection, "synthetic");
  std::vector<store::HashedDocument> documents;
  for (std::size_t i = 0; i < count; ++i) {
    const Clock clock;
    auto document = world.document(i);
    const auto hash = store::content_hash(document.source);
    documents.push_back({std::move(document), hash});
    making.add(clock);
    if (documents.size() < documents_at_once && i + 1 < count) continue;
    writer.add(documents);
    documents.clear();
  }
}

int write(const std::string& file, double share, bool in_bulk) {
  bench::SyntheticOptions options;
  options.actors = static_cast<std::size_t>(static_cast<double>(options.actors) * share);
  options.documents = static_cast<std::size_t>(static_cast<double>(options.documents) * share);
  const bench::Synthetic world(options);
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  Spent making;
  const Clock all;
  Spent rows;
  {
    auto connection = store::open_database(file, store::OpenMode::create);
    std::optional<store::BulkLoad> bulk;
    if (in_bulk) bulk.emplace(connection);
    add_documents(connection, world, options.documents, making);
    rows.add(all);
    if (bulk) bulk->finish();
  }
  const double writing = all.seconds() - making.seconds;
  const double processor = all.processor() - making.processor;
  const auto evidences =
      static_cast<double>(options.documents * options.relations * options.evidences);
  report("making documents", making.seconds, "s");
  report("writing them", writing, "s");
  report("  in processor time", processor, "s");
  report("  of which rows", rows.processor - making.processor, "s");
  report("evidences", evidences / writing, "a second");
  report("evidences", evidences / processor, "a second of processor time");
  const auto bytes = static_cast<double>(std::filesystem::file_size(file));
  report("file", bytes / 1e6, "MB");
  report("file", bytes / evidences, "bytes an evidence");
  auto connection = store::open_database(file, store::OpenMode::read_only);
  store::Statement parts(connection,
                         "SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name"
                         " HAVING bytes > 1000000 ORDER BY bytes DESC");
  while (parts.step()) {
    report("  " + std::string(parts.text(0)), parts.real(1) / evidences, "bytes an evidence");
  }
  return 0;
}

int load(const std::string& file) {
  const auto connection = store::open_database(file, store::OpenMode::read_only);
  const Clock clock;
  const auto graph = store::load_graph(connection);
  report("loading", clock.seconds(), "s");
  report("  in processor time", processor_seconds(), "s");
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  report("most memory", static_cast<double>(usage.ru_maxrss) / 1024, "MB");
  report("actors", static_cast<double>(graph.actors().size()), "");
  report("relations", static_cast<double>(graph.edges().size()), "");
  timed("components", [&] { static_cast<void>(graph::components(graph)); });
  timed("PageRank", [&] { static_cast<void>(graph::page_rank(graph)); });
  const Clock linking;
  const graph::LinkGraph links(graph);
  report("links", linking.seconds(), "s");
  timed("cores", [&] { static_cast<void>(graph::core_numbers(links)); });
  timed("articulation actors", [&] { static_cast<void>(graph::articulation_actors(links)); });
  timed("betweenness, 20 pivots", [&] { static_cast<void>(graph::betweenness(links, 20)); });
  timed("communities", [&] { static_cast<void>(graph::find_communities(links)); });
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 2 ? argv[1] : "";
  if (verb == "write" || verb == "add") {
    return write(argv[2], argc > 3 ? std::atof(argv[3]) : 1.0, verb == "write");
  }
  if (verb == "load") return load(argv[2]);
  std::cerr << "usage: bench_store write|add FILE [SHARE]\n       bench_store load FILE\n";
  return 2;
}
