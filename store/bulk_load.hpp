// Filling an empty database: what makes questions fast is made at the end, at one go.
#pragma once

#include <optional>

#include "store/connection.hpp"
#include "store/sentence_index.hpp"

namespace entente::store {

/// While it lives, documents are added several times as fast, for indexes and search are
/// set aside. They come back with finish(), or when anybody opens the file with
/// open_database(): so a process that is killed in between leaves a file that heals.
/// Until then sqlite3 finds all tables and views, but no word by search. A power cut may tear the
/// file, which open_database() then says.
class BulkLoad {
 public:
  /// Does nothing if there are documents already.
  explicit BulkLoad(Connection& connection);
  ~BulkLoad() = default;
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  /// Makes what was set aside; not within a transaction. Once is enough.
  void finish();

 private:
  Connection& connection_;
  std::optional<SentenceIndex> sentences_;  ///< none in a database without a file
};

/// Is something set aside in the file?
bool is_bulk_loading(const Connection& connection);

/// Makes it again, if so.
void finish_bulk_load(Connection& connection);

/// The same for a file that some other program left behind. Throws StoreError if it is torn.
void heal_bulk_load(Connection& connection);

}  // namespace entente::store
