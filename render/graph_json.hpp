// The whole graph as one JSON document: schemas/graph.schema.json describes it.
#pragma once

#include <iosfwd>
#include <memory>

#include "graph/actor.hpp"
#include "graph/triple_view.hpp"

namespace entente::render {

/// Writes as it is told, so that memory does not grow with the graph: first all
/// actors, then all relations, then finish.
class GraphJson {
 public:
  explicit GraphJson(std::ostream& out);
  ~GraphJson();

  void actor(const graph::Actor& actor);
  void relation(const graph::TripleView& triple);
  void finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::render
