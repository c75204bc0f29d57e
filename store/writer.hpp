// Documents into the database, by transactions.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "store/connection.hpp"
#include "store/document_record.hpp"

namespace entente::store {

/// What the database holds of a document that is about to be read.
enum class Known {
  no,          ///< nothing of that name
  same,        ///< the same content under the same name: nothing to do
  changed,     ///< an earlier content of the same name and path: to be replaced
  other_file,  ///< a document of the same name from elsewhere: needs another name
};

struct WriterOptions {
  /// False: spans, hashes and the names of actors stay, the articles' wording does not.
  bool keep_text = true;
};

struct HashedDocument {
  DocumentRecord document;
  util::Digest hash{};  ///< content_hash(document.source)
};

/// Keeps its statements prepared. Must not outlive the connection.
class Writer {
 public:
  Writer(Connection& connection, std::string program, const WriterOptions& options = {});
  ~Writer();

  /// `Known::changed` is only said of documents that this writer has not written.
  [[nodiscard]] Known known(const SourceRecord& source, const util::Digest& hash);

  /// Stores the document with all that hangs on it; one of the same name goes.
  /// On an exception the database is as before.
  void add(const DocumentRecord& document, const util::Digest& hash);

  /// The same for several in one transaction: all or none. A few hundred at a time take
  /// half as long as each alone.
  void add(std::span<const HashedDocument> documents);

  /// Takes out a document and the actors that no other document speaks of.
  /// False if there is none of that name.
  bool remove(const std::string& name);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::store
