// Documents that nobody wrote: as many as wanted, the same for the same seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/document_record.hpp"

namespace entente::bench {

struct SyntheticOptions {
  std::size_t actors = 100'000;
  std::size_t documents = 500'000;
  std::size_t sentences = 10;  ///< a document
  std::size_t relations = 10;  ///< a document
  std::size_t evidences = 2;   ///< a relation
  std::size_t words = 16;      ///< a sentence, besides its names
  std::size_t vocabulary = 20'000;
  std::uint64_t seed = 1;
};

/// Actors and words are drawn with the skew of news: of all relations the first actor takes
/// part in some four per cent. A document does not depend on those before it.
class Synthetic {
 public:
  explicit Synthetic(const SyntheticOptions& options);
  [[nodiscard]] store::DocumentRecord document(std::size_t number) const;
  /// The rank that a share of all draws, 0 to 1, falls on: 0 is drawn most.
  [[nodiscard]] std::size_t actor_at(double share) const;
  [[nodiscard]] std::string actor_name(std::size_t rank) const;
  [[nodiscard]] const std::string& word(std::size_t rank) const { return vocabulary_.at(rank); }

 private:
  class Draft;
  [[nodiscard]] graph::Actor actor(std::size_t rank) const;

  SyntheticOptions options_;
  std::vector<std::string> vocabulary_;
};

}  // namespace entente::bench
