// The sentences a relation rests on.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/evidence_view.hpp"
#include "store/connection.hpp"

namespace entente::store {

struct EvidenceText {
  std::string document;
  std::string sentence;  ///< as in the text; empty if the text was not kept
};

/// In the order in which they were found.
std::vector<EvidenceText> evidence_of(const Connection& connection, std::int64_t relation);

/// Calls `use` for every sentence that the relation rests on, in the same order.
class EvidenceReader {
 public:
  explicit EvidenceReader(const Connection& connection);
  void read(std::int64_t relation, const std::function<void(const graph::EvidenceView&)>& use);

 private:
  Statement rows_;
};

}  // namespace entente::store
