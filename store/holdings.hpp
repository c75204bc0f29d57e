// What a database holds already, asked beside a writer that is at work on it.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "store/connection.hpp"
#include "store/failures.hpp"

namespace entente::store {

/// On a connection of its own, so that nobody waits for a transaction to end. It sees what
/// was committed. Many threads may ask.
class Holdings {
 public:
  /// The file exists and is of this program's schema.
  Holdings(const std::string& path, std::string program);

  [[nodiscard]] bool name(std::string_view name);
  [[nodiscard]] bool document(const util::Digest& hash);
  /// Did this version of the program fail at it?
  [[nodiscard]] bool failure(const util::Digest& hash);

 private:
  std::mutex asking_;
  Connection connection_;
  Statement by_name_{connection_, "SELECT 1 FROM documents WHERE name = ?"};
  Statement by_hash_{connection_, "SELECT 1 FROM documents WHERE hash = ?"};
  FailureLog failures_;
};

}  // namespace entente::store
