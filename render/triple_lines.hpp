// Triples as JSON Lines: the output contract that schemas/triple.schema.json describes.
#pragma once

#include <iosfwd>
#include <memory>

#include "graph/triple_view.hpp"

namespace entente::render {

/// Keeps a buffer from line to line. The stream must outlive it.
class TripleLines {
 public:
  explicit TripleLines(std::ostream& out);
  ~TripleLines();

  void write(const graph::TripleView& triple);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::render
