// How many words a second does each stage of the language engine take?
//   bench_annotate MODEL FILE...
#include <chrono>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "bench/clock.hpp"
#include "extract/annotate/annotator.hpp"
#include "extract/annotate/conllu.hpp"
#include "extract/annotate/kernels.hpp"
#include "extract/annotate/lemmatizer.hpp"
#include "extract/annotate/network.hpp"
#include "extract/annotate/segmenter.hpp"

namespace {

using namespace entente;

template <typename Work>
double timed(Work work) {
  const double start = bench::processor_seconds();
  work();
  return bench::processor_seconds() - start;
}

std::vector<text::Document> read(int count, char** files) {
  std::vector<text::Document> documents;
  for (int i = 0; i < count; ++i) {
    std::ifstream in(files[i]);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    documents.emplace_back().text = std::move(bytes).str();
  }
  return documents;
}

void report(const std::string& stage, std::size_t words, double seconds) {
  std::cout << std::left << std::setw(24) << stage << std::right << std::setw(10)
            << static_cast<long>(static_cast<double>(words) / seconds) << " words/s\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_annotate MODEL FILE...\n";
    return 2;
  }
  const double loading = timed([&] { const annotate::Annotator annotator(argv[1]); });
  std::cout << "kernels: " << annotate::best_kernels().name << ", loading " << loading * 1000
            << " ms\n";
  const annotate::Annotator annotator(argv[1]);
  const annotate::ModelFile file(argv[1]);
  const annotate::Segmenter segmenter(file);
  auto documents = read(argc - 2, argv + 2);
  const double cutting = timed([&] {
    for (const auto& document : documents) static_cast<void>(segmenter.segment(document.text, {}));
  });
  for (auto& document : documents) annotator.annotate(document);  // warm
  const double all = timed([&] {
    for (auto& document : documents) annotator.annotate(document);
  });
  const double tokens_given = timed([&] {
    for (auto& document : documents) annotator.annotate_tokens(document);
  });
  std::ostringstream out;
  const double writing = timed([&] {
    for (const auto& document : documents) annotate::write_conllu(document, out);
  });
  std::size_t words = 0;
  for (const auto& document : documents) words += document.tokens.size();
  std::cout << documents.size() << " documents, " << words
            << " words; processor time of one core\n";
  report("sentences and words", words, cutting);
  report("tags, trees, names", words, tokens_given);
  report("both", words, all);
  report("CoNLL-U", words, writing);
  report("text to CoNLL-U", words, all + writing);
  return 0;
}
