// Where a command writes: standard output or a file that appears when it is whole.
#pragma once

#include <fstream>
#include <iosfwd>
#include <string>

#include "cli/session.hpp"

namespace entente::cli {

/// Writes aside and renames on close, so that a reader never sees half a file and a
/// failure leaves the old one. Throws Error naming the file.
class Output {
 public:
  /// "-" is the session's standard output.
  Output(const Session& session, std::string file);
  /// Without close the new file goes.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream() { return *stream_; }
  void close();

 private:
  std::string file_;
  std::string aside_;  ///< empty for standard output and after close
  std::ofstream stream_of_file_;
  std::ostream* stream_;
};

}  // namespace entente::cli
