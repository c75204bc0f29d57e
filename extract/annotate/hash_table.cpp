#include "extract/annotate/hash_table.hpp"

#include <algorithm>
#include <bit>

#include "util/error.hpp"

namespace entente::annotate {

HashTable::HashTable(const ModelFile& file, const std::string& name, std::size_t limit)
    : keys_(file.section<std::uint64_t>(name + ".keys")),
      values_(file.section<std::uint32_t>(name + ".values", keys_.size())),
      mask_(keys_.size() - 1) {
  const bool open = std::find(keys_.begin(), keys_.end(), 0U) != keys_.end();
  if (!std::has_single_bit(keys_.size()) || !open ||
      *std::max_element(values_.begin(), values_.end()) >= limit) {
    throw ModelError("table '" + name + "' of the language model makes no sense; copy it again");
  }
}

void add_hash_table(ModelWriter& writer, const std::string& name,
                    std::span<const std::pair<std::uint64_t, std::uint32_t>> entries) {
  const std::size_t size = std::bit_ceil(entries.size() * 2 + 2);
  std::vector<std::uint64_t> keys(size);
  std::vector<std::uint32_t> values(size);
  for (const auto& [key, value] : entries) {
    std::size_t at = key & (size - 1);
    while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (size - 1);
    if (keys[at] == key) continue;
    keys[at] = key;
    values[at] = value;
  }
  writer.add<std::uint64_t>(name + ".keys", keys);
  writer.add<std::uint32_t>(name + ".values", values);
}

}  // namespace entente::annotate
