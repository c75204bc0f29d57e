// Names, conditions and words that a user types: each is data, never SQL of its own.
#include "store/selection.hpp"

#include <string>

#include "fuzz/input.hpp"
#include "fuzz/sample.hpp"
#include "store/search.hpp"
#include "store/triples.hpp"
#include "util/error.hpp"

using namespace entente;

namespace {

graph::Selection selection_of(fuzz::Input& input) {
  graph::Selection selection;
  const auto kinds = input.byte();
  selection.hops = 1 + kinds % 3;
  if ((kinds & 4) != 0) selection.around.emplace_back(input.piece());
  if ((kinds & 8) != 0) selection.countries.emplace_back(input.piece());
  if ((kinds & 16) != 0) selection.documents.emplace_back(input.piece());
  if ((kinds & 32) != 0) {
    const std::string from(input.piece());
    selection.path = {from, std::string(input.piece())};
  }
  if ((kinds & 64) != 0) selection.min_weight = input.byte();
  if ((kinds & 128) != 0) selection.where = input.piece();
  return selection;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static store::Connection connection = fuzz::sample();
  fuzz::Input input(data, size);
  try {
    const auto selected = store::select(connection, selection_of(input));
    store::for_each_triple(connection, selected, [](const graph::TripleView&) {});
  } catch (const Error&) {
  }
  // Whatever is searched for is found or not: no words are an error.
  store::SearchOptions search;
  search.words = input.rest();
  const store::QuerySink sink{[](std::span<const std::string_view>) {},
                              [](std::span<const store::Cell>) {}};
  store::search_sentences(connection, search, sink);
  store::search_actors(connection, search.words, 5, sink);
  fuzz::must(connection.number("SELECT count(*) FROM documents") == 3, "nothing is changed");
  return 0;
}
