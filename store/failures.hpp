// Documents that a stage failed at, remembered so that they are not tried in vain again.
#pragma once

#include <string>

#include "store/connection.hpp"
#include "store/document_record.hpp"

namespace entente::store {

/// Keeps its statements prepared. Must not outlive the connection.
class FailureLog {
 public:
  /// Failures of other versions of the program do not count: it may have learnt.
  FailureLog(Connection& connection, std::string program);

  [[nodiscard]] bool holds(const util::Digest& hash);
  void add(const SourceRecord& source, const util::Digest& hash, const std::string& error);
  void remove(const util::Digest& hash);

 private:
  std::string program_;
  Statement find_;
  Statement add_;
  Statement remove_;
};

}  // namespace entente::store
