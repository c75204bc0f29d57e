// The sentences a relation rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace entente::store {

struct EvidenceText {
  std::string document;
  std::string sentence;  ///< as in the text; empty if the text was not kept
};

/// In the order in which they were found.
std::vector<EvidenceText> evidence_of(const Connection& connection, std::int64_t relation);

}  // namespace entente::store
