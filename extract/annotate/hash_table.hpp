// A read-only hash table inside a model file: keys are 64-bit hashes, nothing
// is parsed when the model is loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/annotate/model_file.hpp"

namespace entente::annotate {

/// Maps non-zero 64-bit keys to numbers. Two words share a key once in 10^10 or so.
class HashTable {
 public:
  HashTable() = default;
  /// Views sections `name`.keys and `name`.values, every value below `limit`.
  /// Throws ModelError if they make no table.
  HashTable(const ModelFile& file, const std::string& name, std::size_t limit);

  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const {
    for (std::size_t at = key & mask_;; at = (at + 1) & mask_) {
      if (keys_[at] == key) return values_[at];
      if (keys_[at] == 0) return std::nullopt;
    }
  }

 private:
  std::span<const std::uint64_t> keys_;
  std::span<const std::uint32_t> values_;
  std::size_t mask_ = 0;
};

/// Adds the sections of a table; of equal keys the first counts.
void add_hash_table(ModelWriter& writer, const std::string& name,
                    std::span<const std::pair<std::uint64_t, std::uint32_t>> entries);

}  // namespace entente::annotate
