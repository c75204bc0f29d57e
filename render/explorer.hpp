// The explorer: one HTML page that shows a graph and needs no network.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "graph/evidence_view.hpp"
#include "graph/knowledge_graph.hpp"

namespace entente::render {

/// What the page shows. Sentences are kept once, however many relations rest on them.
class Explorer {
 public:
  /// `graph` must live as long. `left_out` tells how many relations of the database it lacks.
  Explorer(const graph::KnowledgeGraph& graph, std::string title, std::size_t left_out = 0);
  ~Explorer();
  Explorer(Explorer&&) noexcept;
  Explorer& operator=(Explorer&&) noexcept;

  /// In the order in which they shall be shown. Others' relations are passed over.
  void evidence(const graph::EvidenceView& evidence);

  /// One JSON document that is safe inside an HTML script element.
  void write_data(std::ostream& out) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// False if the program was built without Node, whose bundler makes the page.
bool explorer_available();

/// Throws Error saying how to get it if the explorer is not available.
void write_explorer(const Explorer& explorer, std::ostream& out);

/// The same page for `entente serve`: it asks the server it came from.
void write_served_explorer(const Explorer& explorer, std::ostream& out);

}  // namespace entente::render
