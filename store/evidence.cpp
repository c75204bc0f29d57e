#include "store/evidence.hpp"

namespace entente::store {

std::vector<EvidenceText> evidence_of(const Connection& connection, std::int64_t relation) {
  Statement rows(connection,
                 "SELECT document, coalesce(sentence, '') FROM evidence_text WHERE relation = ?"
                 " ORDER BY id");
  rows.bind(1, relation);
  std::vector<EvidenceText> found;
  while (rows.step()) found.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
  return found;
}

}  // namespace entente::store
