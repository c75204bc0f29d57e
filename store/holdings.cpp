#include "store/holdings.hpp"

#include <utility>

namespace entente::store {

Holdings::Holdings(const std::string& path, std::string program)
    : connection_(path, OpenMode::read_only), failures_(connection_, std::move(program)) {}

bool Holdings::name(std::string_view name) {
  const std::lock_guard lock(asking_);
  const bool found = by_name_.bind(1, name).step();
  by_name_.reset();
  return found;
}

bool Holdings::document(const util::Digest& hash) {
  const std::lock_guard lock(asking_);
  const std::string_view bytes(reinterpret_cast<const char*>(hash.data()), hash.size());
  const bool found = by_hash_.bind(1, Blob{bytes}).step();
  by_hash_.reset();
  return found;
}

bool Holdings::failure(const util::Digest& hash) {
  const std::lock_guard lock(asking_);
  return failures_.holds(hash);
}

}  // namespace entente::store
