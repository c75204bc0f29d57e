// What does a document cost the store when it holds few, and when it holds a million?
//   bench_growth FILE [DOCUMENTS]    synthetic documents, written as entente build writes them
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "bench/clock.hpp"
#include "bench/synthetic.hpp"
#include "store/database.hpp"
#include "store/stories.hpp"
#include "store/writer.hpp"

namespace {

using namespace entente;

constexpr std::size_t batch = 64;
constexpr std::size_t least_window = 10'000;

/// Documents `begin` to `end`, without what they take to make.
bench::Time write(store::Writer& writer, const bench::Synthetic& world, std::size_t begin,
                  std::size_t end) {
  bench::Time cost;
  for (std::size_t at = begin; at < end; at += batch) {
    std::vector<store::HashedDocument> documents;
    for (std::size_t i = at; i < std::min(at + batch, end); ++i) {
      auto document = world.document(i);
      const auto hash = store::content_hash(document.source);
      documents.push_back({std::move(document), hash});
    }
    const bench::Stopwatch watch;
    writer.add(documents);
    cost += watch.passed();
  }
  return cost;
}

void report(const std::string& file, std::size_t documents, std::size_t window,
            const bench::Time& cost) {
  const auto each = [&](double seconds) { return seconds * 1000 / static_cast<double>(window); };
  std::cout << std::setw(9) << documents << " documents: " << std::fixed << std::setprecision(3)
            << each(cost.processor) << " ms of processor time, " << each(cost.clock)
            << " ms in all, of the last " << window << "; " << std::setprecision(2)
            << static_cast<double>(std::filesystem::file_size(file)) / 1e9 << " GB, "
            << std::setprecision(0) << bench::most_megabytes() << " MB of memory" << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_growth FILE [DOCUMENTS]\n";
    return 2;
  }
  const std::string file = argv[1];
  const auto most = static_cast<std::size_t>(argc > 2 ? std::atoll(argv[2]) : 1'000'000);
  const bench::Synthetic world({.actors = 200'000,
                                .documents = most,
                                .sentences = 5,
                                .relations = 6,
                                .evidences = 1,
                                .words = 12});
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  auto connection = store::open_database(file, store::OpenMode::create);
  store::Writer writer(connection, "synthetic");
  std::size_t written = 0;
  for (const std::size_t goal : {10'000, 30'000, 100'000, 300'000, 1'000'000}) {
    const std::size_t end = std::min<std::size_t>(goal, most);
    if (end == written) break;
    const std::size_t from = std::max(written, end - least_window);
    write(writer, world, written, from);
    const bench::Time cost = write(writer, world, from, end);
    report(file, end, end - from, cost);
    written = end;
  }
  const bench::Stopwatch linking;
  store::link_stories(connection, [] { return true; });
  std::cout << "stories:  ";
  report(file, most, most, linking.passed());
  return 0;
}
