#include "store/stories.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "util/sketch.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;
using util::Sketch;

constexpr std::size_t documents_in_a_transaction = 1000;

/// Pages of one template share a band by the hundred thousand. As in A. Gionis, P. Indyk, R.
/// Motwani, "Similarity search in high dimensions via hashing" (1999) no more than so many are
/// looked at, here the first by name: what leaves has been compared with all of them.
constexpr std::size_t most_in_a_band = 64;

std::string bytes_of(const Sketch& sketch) {
  std::string bytes;
  for (const std::uint32_t number : sketch) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
  }
  return bytes;
}

/// None if the bytes are no sketch: a text too short for one has none.
std::optional<Sketch> sketch_from(std::string_view bytes) {
  Sketch sketch{};
  if (bytes.size() != sketch.size() * 4) return std::nullopt;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sketch[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << i % 4 * 8;
  }
  return sketch;
}

class Linker {
 public:
  explicit Linker(Connection& connection) : connection_(connection) {}

  /// Compares some documents; false if none is left.
  bool link_some() {
    const auto documents = waiting();
    if (documents.empty()) return false;
    Transaction transaction(connection_);
    for (const RowId document : documents) link(document);
    transaction.commit();
    return true;
  }

 private:
  struct Neighbour {
    RowId document = 0;
    std::string name;
    std::string first;  ///< name of the one that it reprints; empty if none
    bool same = false;  ///< its sketch is the same
  };

  std::vector<RowId> waiting() {
    std::vector<RowId> documents;
    waiting_.bind(1, last_);
    while (waiting_.step()) documents.push_back(waiting_.integer(0));
    waiting_.reset();
    if (!documents.empty()) last_ = documents.back();
    return documents;
  }

  void link(RowId document) {
    text_.bind(1, document).step();
    const std::string name(text_.text(0));
    const auto sketch = util::sketch_of(text_.text(1));
    text_.reset();
    const std::string bytes = sketch ? bytes_of(*sketch) : std::string{};
    insert_.run(document, Blob{bytes});
    if (!sketch) return;
    const auto bands = util::bands_of(*sketch);
    if (!compare(document, name, *sketch, candidates(bands))) return;
    for (std::size_t band = 0; band < bands.size(); ++band) {
      enter(static_cast<RowId>(band), bands[band], document, name);
    }
  }

  std::set<RowId> candidates(const std::array<std::int64_t, util::sketch_bands>& bands) {
    std::set<RowId> found;
    for (std::size_t band = 0; band < bands.size(); ++band) {
      for (const RowId other : in_band(static_cast<RowId>(band), bands[band])) found.insert(other);
    }
    return found;
  }

  std::vector<RowId> in_band(RowId band, std::int64_t value) {
    std::vector<RowId> found;
    in_band_.bind(1, band).bind(2, value);
    while (in_band_.step()) found.push_back(in_band_.integer(0));
    in_band_.reset();
    return found;
  }

  /// Where a band is full, the last by name has to leave it, or does not get in.
  void enter(RowId band, std::int64_t value, RowId document, const std::string& name) {
    const auto others = in_band(band, value);
    if (others.size() >= most_in_a_band) {
      const auto last = std::max_element(
          others.begin(), others.end(),
          [this](RowId one, RowId other) { return names_.at(one) < names_.at(other); });
      if (names_.at(*last) < name) return;
      leave_band_.run(*last, band);
    }
    insert_band_.run(band, value, document);
  }

  /// Of documents with one sketch the first by name alone is in the bands and stands for all:
  /// an archive may hold one page a hundred thousand times. False if another stands for this one.
  bool compare(RowId document, const std::string& name, const Sketch& sketch,
               const std::set<RowId>& others) {
    std::optional<Neighbour> first;
    std::optional<Neighbour> twin;
    names_.clear();
    for (const RowId other : others) {
      auto neighbour = alike(other, sketch);
      if (!neighbour) continue;
      if (neighbour->same && (!twin || neighbour->name < twin->name)) twin = neighbour;
      if (neighbour->name < name) {
        if (!first || neighbour->name < first->name) first = std::move(neighbour);
      } else if (neighbour->first.empty() || name < neighbour->first) {
        set_first_.run(other, document);
      }
    }
    if (twin && twin->name < name) {
      set_first_.run(document, twin->document);
      return false;
    }
    if (twin) {
      take_over_.run(twin->document, document);
      set_first_.run(twin->document, document);
      leave_bands_.run(twin->document);
    }
    if (first) set_first_.run(document, first->document);
    return true;
  }

  std::optional<Neighbour> alike(RowId other, const Sketch& sketch) {
    sketch_.bind(1, other).step();
    const auto theirs = sketch_from(sketch_.text(0));
    names_.emplace(other, sketch_.text(1));
    std::optional<Neighbour> neighbour;
    if (theirs && util::resemblance(sketch, *theirs) >= least_resemblance) {
      neighbour = Neighbour{other, std::string(sketch_.text(1)), std::string(sketch_.text(2)),
                            sketch == *theirs};
    }
    sketch_.reset();
    return neighbour;
  }

  Connection& connection_;
  RowId last_ = 0;
  std::unordered_map<RowId, std::string> names_;  ///< of those that one document was compared with
  Statement waiting_{
      connection_,
      "SELECT id FROM documents WHERE text IS NOT NULL"
      " AND id > ? AND id NOT IN (SELECT document FROM sketches) ORDER BY id LIMIT " +
          std::to_string(documents_in_a_transaction)};
  Statement text_{connection_, "SELECT name, text FROM documents WHERE id = ?"};
  Statement insert_{connection_, "INSERT INTO sketches (document, sketch) VALUES (?, ?)"};
  Statement insert_band_{connection_,
                         "INSERT INTO sketch_bands (band, value, document) VALUES (?, ?, ?)"};
  Statement in_band_{connection_, "SELECT document FROM sketch_bands WHERE band = ? AND value = ?"};
  Statement sketch_{connection_,
                    "SELECT k.sketch, d.name, coalesce(f.name, '') FROM sketches AS k"
                    " JOIN documents AS d ON d.id = k.document"
                    " LEFT JOIN documents AS f ON f.id = k.reprint_of WHERE k.document = ?"};
  Statement set_first_{connection_, "UPDATE sketches SET reprint_of = ?2 WHERE document = ?1"};
  Statement take_over_{connection_, "UPDATE sketches SET reprint_of = ?2 WHERE reprint_of = ?1"};
  Statement leave_band_{connection_, "DELETE FROM sketch_bands WHERE document = ? AND band = ?"};
  Statement leave_bands_{connection_, "DELETE FROM sketch_bands WHERE document = ?"};
};

}  // namespace

std::size_t link_stories(Connection& connection, const std::function<bool()>& go_on) {
  {
    Linker linker(connection);
    while (go_on() && linker.link_some()) {
    }
  }
  return static_cast<std::size_t>(
      connection.number("SELECT count(*) FROM sketches WHERE reprint_of IS NOT NULL"));
}

}  // namespace entente::store
