#include "store/failures.hpp"

#include <utility>

namespace entente::store {
namespace {

Blob blob_of(const util::Digest& digest) {
  return {{reinterpret_cast<const char*>(digest.data()), digest.size()}};
}

}  // namespace

FailureLog::FailureLog(Connection& connection, std::string program)
    : program_(std::move(program)),
      find_(connection, "SELECT 1 FROM failures WHERE hash = ? AND program = ?"),
      add_(connection,
           "INSERT OR REPLACE INTO failures (hash, name, path, error, program)"
           " VALUES (?, ?, ?, ?, ?)"),
      remove_(connection, "DELETE FROM failures WHERE hash = ?") {}

bool FailureLog::holds(const util::Digest& hash) {
  const bool found = find_.bind(1, blob_of(hash)).bind(2, std::string_view(program_)).step();
  find_.reset();
  return found;
}

void FailureLog::add(const SourceRecord& source, const util::Digest& hash,
                     const std::string& error) {
  add_.run(blob_of(hash), std::string_view(source.name), std::string_view(source.path),
           std::string_view(error), std::string_view(program_));
}

void FailureLog::remove(const util::Digest& hash) { remove_.run(blob_of(hash)); }

}  // namespace entente::store
