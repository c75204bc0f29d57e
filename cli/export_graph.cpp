#include "cli/export_graph.hpp"

#include "store/triples.hpp"

namespace entente::cli {

std::size_t export_graph(const store::Connection& connection, const store::Selected& selected,
                         bool merged, render::Exporter& exporter) {
  store::for_each_actor(connection, selected,
                        [&](const graph::Actor& actor, std::int64_t) { exporter.actor(actor); });
  std::size_t count = 0;
  const auto use = [&](const graph::TripleView& relation) {
    exporter.relation(relation);
    ++count;
  };
  if (merged) {
    store::for_each_edge(connection, selected, use);
  } else {
    store::for_each_triple(connection, selected, use);
  }
  exporter.finish();
  return count;
}

}  // namespace entente::cli
