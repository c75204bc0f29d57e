// Who an actor has to do with, and how.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// Another actor and all relations with it, either way round. Actors are rows of the
/// table.
struct Partner {
  std::int64_t actor = 0;
  std::uint32_t relations = 0;
  std::uint32_t cooperation = 0;
  std::uint32_t conflict = 0;
  double weight = 0;            ///< sum of the relations' confidence
  graph::PackedDate first = 0;  ///< of events; 0: none is dated
  graph::PackedDate last = 0;
};

/// Reads partners from the indexes alone, unless the selection asks for more. Neither
/// argument may go before it.
class PartnerReader {
 public:
  PartnerReader(const Connection& connection, const Selected& selected);
  /// In no order; the actor itself is not among them.
  std::vector<Partner> of(std::int64_t actor);

 private:
  const Selected& selected_;
  Statement outgoing_;
  Statement incoming_;
};

/// The partners with most relations first, then by name: columns name, kind, country,
/// relations, cooperation, conflict, first_date, last_date, key. `limit` -1: all.
void list_partners(const Connection& connection, const Selected& selected, std::int64_t actor,
                   std::int64_t limit, const QuerySink& sink);

}  // namespace entente::store
