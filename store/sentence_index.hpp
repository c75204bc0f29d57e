// The full-text index of sentences, made beside the rows.
#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace entente::store {

/// While one connection fills a file, this reads the sentences that it has committed, on a
/// thread and a connection of its own, and indexes them in a file beside it. None of them
/// may be changed or taken out meanwhile.
class SentenceIndex {
 public:
  /// `path` must be a file with this program's tables and without a sentence.
  explicit SentenceIndex(const std::string& path);
  /// Leaves nothing behind.
  ~SentenceIndex();
  SentenceIndex(const SentenceIndex&) = delete;
  SentenceIndex& operator=(const SentenceIndex&) = delete;

  /// All sentences are committed. Does not wait.
  void no_more();
  /// Waits until all are indexed and puts the index in the place of the file's own; not within
  /// a transaction. False, and nothing is changed, if it could not be made. After no_more().
  bool put_in_place();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Removes what a program that was stopped left beside the file.
void clear_sentence_index(const std::string& path);

}  // namespace entente::store
