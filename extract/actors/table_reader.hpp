// Reads the actor tables' lines into an index. Internal to extract/actors.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/actors/actor_index.hpp"
#include "util/tsv.hpp"

namespace entente::actors {

class TableReader {
 public:
  explicit TableReader(ActorIndex& index) : index_(index) {}

  void read(const std::vector<ActorIndex::Source>& sources);

 private:
  /// Which table a file holds is known by its columns.
  enum class Table { states, organisations, members, people, positions, roles, places, blocked };

  static Table table_of(const ActorIndex::Source& source);
  void reserve(const std::vector<ActorIndex::Source>& sources);
  void read_source(const ActorIndex::Source& source);
  void add_entry(Table table, const util::TsvRow& row, const ActorIndex::Source& source);
  void add_state(Entry& entry, const util::TsvRow& row);
  void add_person_names(std::uint32_t index, std::string_view aliases, std::string_view surnames,
                        std::uint8_t priority);
  void add_aliases(std::uint32_t index, std::string_view names, AliasUse use,
                   std::uint8_t priority);
  void add_alias(std::string_view text, Alias alias);
  void add_key(std::string_view key, Alias alias);
  void add_role(const util::TsvRow& row);
  void add_position(const util::TsvRow& row, const ActorIndex::Source& source);
  void add_members(const util::TsvRow& row, const ActorIndex::Source& source);
  void check_parents() const;
  void finish();
  [[noreturn]] static void fail(const ActorIndex::Source& source, std::size_t line,
                                const std::string& what);
  static std::optional<util::Date> date(std::string_view cell, const util::TsvRow& row,
                                        const ActorIndex::Source& source);

  ActorIndex& index_;
  /// Sorted by key; the key's first letters as a number decide most comparisons.
  struct Keyed {
    std::uint64_t start = 0;
    std::string_view key;
    Alias alias;
  };
  void lengthen(std::unordered_map<std::string_view, std::size_t>& longest, std::string_view word,
                std::size_t words);

  std::vector<Keyed> aliases_;
  std::unordered_map<std::string_view, const ActorIndex::Source*>
      seen_;  ///< id to the source it came from
  struct Check {
    std::uint32_t entry;
    std::size_t line;
    const ActorIndex::Source* source;
  };
  std::vector<Check> checks_;
};

}  // namespace entente::actors
