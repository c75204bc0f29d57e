// What every command of the program shares.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace entente::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_usage = 2;

/// One run of the program: its streams, the options that all commands know, and
/// the action that the command line chose.
struct Session {
  Session(std::istream& input, std::ostream& output, std::ostream& errors)
      : in(input), out(output), err(errors) {}

  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::string database = "graph.db";
  bool quiet = false;
  std::function<int()> action;  ///< gives the exit code

  /// "entente: " and the words, on err.
  void complain(const std::string& words) const;
  /// The same unless --quiet.
  void note(const std::string& words) const;
};

}  // namespace entente::cli
