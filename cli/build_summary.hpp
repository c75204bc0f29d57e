// What a build did, for people and for programs.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace entente::cli {

struct BuildSummary {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t skipped = 0;         ///< inputs, lines or documents that cannot be read
  std::size_t other_language = 0;  ///< documents that are not in English
  std::size_t failed = 0;          ///< documents that a stage threw at
  std::size_t failed_before = 0;   ///< and are not tried again
  std::size_t reprints = 0;        ///< documents in the database that reprint another
  std::size_t relations = 0;
  std::size_t evidences = 0;
  std::size_t words = 0;  ///< of the documents added and replaced
  std::size_t bytes = 0;  ///< of the texts of all documents
  double seconds = 0;
  std::size_t threads = 0;
  bool interrupted = false;

  [[nodiscard]] std::size_t fresh() const { return added + replaced; }
  [[nodiscard]] std::size_t documents() const { return fresh() + unchanged; }
};

/// One or two lines.
void write_words(const BuildSummary& summary, const std::string& database, std::ostream& out);
/// One JSON object; schemas/build.schema.json says what it holds.
void write_json(const BuildSummary& summary, const std::string& database, std::ostream& out);

}  // namespace entente::cli
