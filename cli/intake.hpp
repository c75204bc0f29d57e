// What was read and not yet taken up: a queue that lets the reader run a little
// ahead and no further.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "extract/text/document.hpp"
#include "store/document_record.hpp"

namespace entente::cli {

enum class MessageKind { problem, note, other_language };

/// What the reader says through its sink.
struct Message {
  MessageKind kind{};
  std::string words;   ///< ready to print
  std::string file;    ///< if it is about one
  std::string reason;  ///< the words without the file and the line
};

/// A document on its way, with what reading had to say before it.
struct Item {
  std::vector<Message> messages;
  bool has_document = false;
  text::Document document;
  std::size_t bytes = 0;       ///< of its text; what the intake accounts for
  store::SourceRecord source;  ///< facts of the document, which the stages may take away
  util::Digest hash{};         ///< of the source
  std::optional<store::DocumentRecord> record;  ///< what the stages made of it
  std::size_t words = 0;
  std::string error;         ///< why the document is skipped
  std::exception_ptr fatal;  ///< what stops the work at this document
};

/// Thread-safe. Bounds how many items wait, and how many bytes of text are
/// anywhere between `push` and `finished`.
class Intake {
 public:
  /// Thrown at the reader by `push` after `stop`.
  struct Stopped {};

  Intake(std::size_t most_items, std::size_t most_bytes)
      : most_items_(most_items), most_bytes_(most_bytes) {}

  /// Waits for room. One document larger than the bound passes alone.
  void push(std::shared_ptr<Item> item);
  /// No more will come; `failure` is what ended the reading, if anything did.
  void close(std::exception_ptr failure = nullptr);
  /// The next item; null after the last. Rethrows the failure of `close`.
  std::shared_ptr<Item> pop();
  /// The item has left the program's hands. True if nothing else is under way or waits.
  bool finished(const Item& item);
  /// Lets nobody wait any longer; pop gives null.
  void stop();

 private:
  std::size_t most_items_;
  std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable arrival_;
  std::deque<std::shared_ptr<Item>> items_;
  std::size_t bytes_ = 0;
  std::size_t under_way_ = 0;  ///< taken up and not finished
  bool closed_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace entente::cli
