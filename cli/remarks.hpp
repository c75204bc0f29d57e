// What reading had to say, on stderr: of what holds of thousands of a file's lines, the
// first few and a count.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "cli/intake.hpp"
#include "cli/session.hpp"

namespace entente::cli {

class Remarks {
 public:
  /// `before` is called before a line is written: what a terminal shows makes room.
  explicit Remarks(
      const Session& session, std::function<void()> before = [] {})
      : session_(session), before_(std::move(before)) {}

  /// Messages of one file come together. Not for MessageKind::other_language.
  void say(const Message& message);
  /// Says how many more there were; call it after the last.
  void finish();

 private:
  struct Repeated {
    MessageKind kind{};
    std::string reason;  ///< of the first
    std::size_t count = 0;
  };
  void print(MessageKind kind, const std::string& words) const;

  const Session& session_;
  std::function<void()> before_;
  std::string file_;
  std::map<std::string, Repeated> repeated_;  ///< by how the reason begins
};

}  // namespace entente::cli
