#include "store/sentence_index.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <string_view>
#include <thread>
#include <vector>

#include "store/search_options.hpp"

namespace entente::store {
namespace {

std::string beside(const std::string& path) { return path + "-search"; }

/// Rows to be copied are read in one go: while a reader holds it, a log cannot begin anew.
constexpr std::size_t most_bytes_read = 4 << 20;
constexpr auto pause = std::chrono::milliseconds(20);  ///< where nothing is new

/// FTS5's own tables. The index is its data and idx; docsize says how long each sentence is.
/// They are the same whatever its content table is, and their format is part of SQLite's promise
/// to read old files.
constexpr const char* copy_sql =
    "DELETE FROM main.sentence_search_data;"
    "DELETE FROM main.sentence_search_idx;"
    "DELETE FROM main.sentence_search_docsize;"
    "INSERT INTO main.sentence_search_data SELECT * FROM made.sentence_search_data;"
    "INSERT INTO main.sentence_search_idx SELECT * FROM made.sentence_search_idx;"
    "INSERT INTO main.sentence_search_docsize SELECT * FROM made.sentence_search_docsize;";

/// Sentences as they were read, whose texts lie one after the other.
class Piece {
 public:
  /// Of those with a higher id than `last`.
  void read(Statement& rows, std::int64_t last) {
    rows_.clear();
    text_.clear();
    rows.bind(1, last);
    while (text_.size() < most_bytes_read && rows.step()) {
      const auto words = rows.text(1);
      rows_.push_back({rows.integer(0), text_.size(), words.size(), rows.is_null(1)});
      text_ += words;
    }
    rows.reset();
  }

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::int64_t last() const { return rows_.back().id; }

  void index(Statement& insert, const std::atomic<bool>& wanted) const {
    for (const auto& row : rows_) {
      if (!wanted) return;
      const auto words = std::string_view(text_).substr(row.begin, row.size);
      insert.run(row.id, row.is_null ? std::nullopt : std::optional(words));
    }
  }

 private:
  struct Row {
    std::int64_t id;
    std::size_t begin, size;
    bool is_null;
  };
  std::vector<Row> rows_;
  std::string text_;
};

/// What makes the same index there as in the file.
std::string index_sql(const Connection& connection) {
  Statement row(connection, "SELECT sql FROM sqlite_schema WHERE name = 'sentence_search'");
  row.step();
  return std::string(row.text(0));
}

}  // namespace

class SentenceIndex::Impl {
 public:
  explicit Impl(const std::string& path) : path_(path) {
    clear_sentence_index(path_);
    thread_ = std::thread([this] { follow(); });
  }

  ~Impl() {
    wanted_ = false;
    if (thread_.joinable()) thread_.join();
    clear_sentence_index(path_);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void no_more() { complete_ = true; }

  bool put_in_place() {
    thread_.join();
    if (!made_) return false;
    // A connection of its own, for the others must not keep what they know of the index.
    Connection into(path_, OpenMode::write);
    into.exec("PRAGMA synchronous = OFF");
    Statement(into, "ATTACH ? AS made").run(std::string_view(beside(path_)));
    const auto sentences = into.number("SELECT count(*) FROM main.sentences");
    if (into.number("SELECT count(*) FROM made.sentence_search_docsize") != sentences) return false;
    Transaction transaction(into);
    into.exec(copy_sql);
    transaction.commit();
    return true;
  }

 private:
  /// Whatever goes wrong here, the index can still be made from the rows.
  void follow() {
    try {
      made_ = make();
    } catch (const std::exception&) {
    }
  }

  /// In one transaction: at the end of each FTS5 writes what it has gathered, and the index
  /// would depend on when which sentence was seen.
  bool make() {
    const Connection from(path_, OpenMode::read_only);
    Connection made(beside(path_), OpenMode::create);
    made.exec("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    made.exec(index_sql(from));
    expect_much(made);
    Transaction transaction(made);
    Statement rows(from, "SELECT id, sentence FROM sentence_text WHERE id > ? ORDER BY id");
    Statement insert(made, "INSERT INTO sentence_search (rowid, sentence) VALUES (?, ?)");
    Piece piece;
    std::int64_t last = 0;
    while (wanted_) {
      const bool complete = complete_;  // asked before it reads
      piece.read(rows, last);
      if (piece.empty() && complete) break;
      if (piece.empty()) {
        std::this_thread::sleep_for(pause);
      } else {
        last = piece.last();
        piece.index(insert, wanted_);
      }
    }
    if (!wanted_) return false;
    merge_pieces(made);
    transaction.commit();
    return true;
  }

  std::string path_;
  std::atomic<bool> wanted_ = true;
  std::atomic<bool> complete_ = false;
  bool made_ = false;  ///< read after the thread has ended
  std::thread thread_;
};

SentenceIndex::SentenceIndex(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
SentenceIndex::~SentenceIndex() = default;
void SentenceIndex::no_more() { impl_->no_more(); }
bool SentenceIndex::put_in_place() { return impl_->put_in_place(); }

void clear_sentence_index(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal"}) {
    std::filesystem::remove(beside(path) + suffix, ignored);
  }
}

}  // namespace entente::store
