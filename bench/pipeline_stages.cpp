// Where does the time of a build go, stage by stage, on one thread?
//   bench_pipeline FILE [ROUNDS]     what entente build reads: JSON Lines, a folder, ...
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/document_record.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/actors/unnamed.hpp"
#include "extract/annotate/annotator.hpp"
#include "extract/events/merge.hpp"
#include "extract/pipeline/pipeline.hpp"
#include "extract/read/reader.hpp"
#include "extract/relations/extractor.hpp"
#include "extract/relations/lexicon.hpp"
#include "store/database.hpp"
#include "store/stories.hpp"
#include "store/writer.hpp"

namespace {

using namespace entente;

enum Stage { reading, annotating, resolving, extracting, merging, recording, storing, stories };
constexpr std::array<std::string_view, 8> names{"read",  "annotate",        "resolve", "extract",
                                                "merge", "record and hash", "store",   "stories"};

/// Processor time, so that other work on the machine counts little.
class Stopwatch {
 public:
  template <typename Work>
  void time(Stage stage, Work work) {
    const double start = now();
    work();
    seconds_[stage] += now() - start;
  }
  [[nodiscard]] double seconds(std::size_t stage) const { return seconds_.at(stage); }

 private:
  static double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  }
  std::array<double, names.size()> seconds_{};
};

std::vector<text::Document> read_all(const std::string& input, Stopwatch& watch) {
  std::vector<text::Document> documents;
  std::istringstream nothing;
  watch.time(reading, [&] {
    const auto ignore = [](const auto&) {};
    read::read_inputs({input}, nothing, {},
                      {[&](text::Document&& document) { documents.push_back(std::move(document)); },
                       ignore, ignore, ignore});
  });
  return documents;
}

struct Stages {
  annotate::Annotator annotator{pipeline::find_model({})};
  actors::ActorTables tables = actors::ActorTables::built_in();
  actors::Resolver resolver{tables};
};

store::HashedDocument run(const Stages& stages, text::Document document, Stopwatch& watch,
                          std::size_t& words) {
  auto source = cli::source_record(document);
  watch.time(annotating, [&] { stages.annotator.annotate(document); });
  words += document.tokens.size();
  watch.time(resolving, [&] { stages.resolver.resolve(document); });
  watch.time(extracting, [&] {
    actors::add_unnamed(stages.tables, document);
    relations::extract_triples(document, {});
    actors::drop_idle_unnamed(document);
  });
  std::vector<graph::Relation> relations;
  watch.time(merging, [&] { relations = events::merge(document); });
  store::HashedDocument made;
  watch.time(recording, [&] {
    made.document = cli::document_record(std::move(document), std::move(relations));
    made.document.source = std::move(source);
    made.hash = store::content_hash(made.document.source);
  });
  return made;
}

void report(const Stopwatch& watch, std::size_t documents, std::size_t words) {
  double all = 0;
  for (std::size_t i = 0; i < names.size(); ++i) all += watch.seconds(i);
  std::cout << documents << " articles, " << words << " words; processor time of one core\n"
            << std::fixed;
  const auto line = [&](std::string_view name, double seconds) {
    std::cout << std::left << std::setw(16) << name << std::right << std::setprecision(3)
              << std::setw(10) << seconds * 1000 / static_cast<double>(documents) << " ms/article"
              << std::setprecision(1) << std::setw(7) << seconds / all * 100 << " %"
              << std::setw(10) << static_cast<long>(static_cast<double>(words) / seconds)
              << " words/s\n";
  };
  for (std::size_t i = 0; i < names.size(); ++i) line(names.at(i), watch.seconds(i));
  line("all", all);
  line("not annotate", all - watch.seconds(annotating));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_pipeline FILE [ROUNDS]\n";
    return 2;
  }
  const Stages stages;
  static_cast<void>(relations::Lexicon::built_in());
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 1;
  const auto file = std::filesystem::temp_directory_path() / "entente-bench-pipeline.db";
  for (int round = 0; round < rounds; ++round) {
    Stopwatch watch;
    std::size_t words = 0;
    auto documents = read_all(argv[1], watch);
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    auto connection = store::open_database(file.string(), store::OpenMode::create);
    store::Writer writer(connection, "bench");
    std::vector<store::HashedDocument> waiting;
    const auto count = documents.size();
    for (auto& document : documents) {
      waiting.push_back(run(stages, std::move(document), watch, words));
      if (waiting.size() < 64 && &document != &documents.back()) continue;
      watch.time(storing, [&] { writer.add(waiting); });
      waiting.clear();
    }
    watch.time(::stories, [&] { store::link_stories(connection, [] { return true; }); });
    report(watch, count, words);
  }
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
  return 0;
}
