// How fast is a graph written and loaded, and how large is it?
//   bench_store write FILE [SHARE]   a synthetic graph; SHARE of 100,000 actors, 5 million
//                                    relations and 10 million evidences, 1 by default
//   bench_store add FILE [SHARE]     the same as a build adds it, with indexes and search kept
//                                    all the time
//   bench_store load FILE            the whole graph into memory, and what it is loaded for
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/clock.hpp"
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

void report(const std::string& what, double value, const std::string& unit) {
  std::cout << std::left << std::setw(28) << what << std::right << std::fixed
            << std::setprecision(2) << std::setw(14) << value << ' ' << unit << std::endl;
}

template <typename Work>
void timed(const std::string& what, Work work) {
  const bench::Stopwatch watch;
  work();
  report(what, watch.passed().clock, "s");
}

/// As a merge of shards of so many: what an index gets in random order is then written once
/// for many documents.
constexpr std::size_t documents_at_once = 4096;

/// What the documents took to make, and to give back, comes on top of `making`. The thread that
/// indexes sentences works on meanwhile, but has less to do than the one that writes.
void add_documents(store::Connection& connection, const bench::Synthetic& world, std::size_t count,
                   bench::Time& making) {
  store::Writer writer(connection, "synthetic");
  std::vector<store::HashedDocument> documents;
  for (std::size_t begin = 0; begin < count; begin += documents_at_once) {
    const bench::Stopwatch watch;
    documents.clear();
    for (std::size_t i = begin; i < std::min(begin + documents_at_once, count); ++i) {
      auto document = world.document(i);
      const auto hash = store::content_hash(document.source);
      documents.push_back({std::move(document), hash});
    }
    making += watch.passed();
    writer.add(documents);
  }
}

int write(const std::string& file, double share, bool in_bulk) {
  bench::SyntheticOptions options;
  options.actors = static_cast<std::size_t>(static_cast<double>(options.actors) * share);
  options.documents = static_cast<std::size_t>(static_cast<double>(options.documents) * share);
  const bench::Synthetic world(options);
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  bench::Time making;
  bench::Time rows;
  const bench::Stopwatch all;
  {
    auto connection = store::open_database(file, store::OpenMode::create);
    std::optional<store::BulkLoad> bulk;
    if (in_bulk) bulk.emplace(connection);
    add_documents(connection, world, options.documents, making);
    rows = all.passed() - making;
    if (bulk) bulk->finish();
  }
  const bench::Time writing = all.passed() - making;
  const auto evidences =
      static_cast<double>(options.documents * options.relations * options.evidences);
  report("making documents", making.clock, "s");
  report("writing them", writing.clock, "s");
  report("  of which rows", rows.clock, "s");
  report("  in processor time", writing.processor, "s");
  report("  of which the writing thread", writing.thread, "s");
  report("    and that for rows", rows.thread, "s");
  report("evidences", evidences / writing.clock, "a second");
  report("evidences", evidences / writing.processor, "a second of processor time");
  report("most memory", bench::most_megabytes(), "MB");
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
  const bench::Stopwatch loading;
  const auto graph = store::load_graph(connection);
  const bench::Time loaded = loading.passed();
  report("loading", loaded.clock, "s");
  report("  in processor time", loaded.processor, "s");
  report("most memory", bench::most_megabytes(), "MB");
  report("actors", static_cast<double>(graph.actors().size()), "");
  report("relations", static_cast<double>(graph.edges().size()), "");
  timed("components", [&] { static_cast<void>(graph::components(graph)); });
  timed("PageRank", [&] { static_cast<void>(graph::page_rank(graph)); });
  const bench::Stopwatch linking;
  const graph::LinkGraph links(graph);
  report("links", linking.passed().clock, "s");
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
