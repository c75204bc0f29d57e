// Quotations and statements that run over several sentences: who is still speaking.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relations/analysis.hpp"
#include "extract/text/document.hpp"

namespace entente::relations {

/// Fed the sentences of a document in order.
class Quotation {
 public:
  Quotation(const text::Document& document, const PartyFinder& parties);

  /// Who speaks in a sentence that begins inside a quotation or with one, or that is part of a
  /// statement without quotation marks; empty if nobody is known to. To be asked before the
  /// sentence is analysed.
  [[nodiscard]] std::vector<Party> speakers_of(std::uint32_t sentence);
  /// Takes note of the sentence's quotation marks and of who says something in it.
  void pass(const SentenceAnalysis& analysis);

 private:
  [[nodiscard]] std::vector<Party> told_at_end(std::uint32_t sentence) const;

  const text::Document& document_;
  const PartyFinder& parties_;
  std::vector<std::optional<std::uint32_t>> monologues_;
  std::vector<Party> statement_of_;  ///< whose unquoted statement runs
  bool open_ = false;                ///< a quotation mark is open at this point
  std::vector<Party> speakers_;      ///< of the latest verb of saying
  std::uint32_t last_end_ = 0;       ///< byte where the latest sentence ended
};

}  // namespace entente::relations
