// The actor tables as the resolver searches them. Internal to extract/actors.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/actors/actor_tables.hpp"
#include "graph/actor.hpp"
#include "util/date.hpp"

namespace entente::actors {

enum class EntryType : std::uint8_t { state, organisation, person, place };

/// What an alias is to its entry.
enum class AliasUse : std::uint8_t {
  name,       ///< "Russia", "NATO", "Vladimir Putin"
  adjective,  ///< "Russian"
  people,     ///< "Russians"
  capital,    ///< "Moscow"
  seat,       ///< "Kremlin"
  surname,    ///< "Putin", derived
  sound,      ///< sound_key of a person's whole name, derived
};

struct Alias {
  std::uint32_t entry = 0;
  AliasUse use = AliasUse::name;
  bool acronym = false;   ///< written in capitals: "us" must stand as "US" or "U.S." in the text
  bool abridged = false;  ///< a person's name without its middle words
  std::uint8_t priority = 0;  ///< 0 ours, 1 and up the user's
};

/// A row of states, organisations, people or places. Views into the tables' text.
struct Entry {
  EntryType type = EntryType::state;
  graph::ActorKind kind = graph::ActorKind::country;
  std::string_view id;
  std::string_view name;
  std::string_view country;  ///< iso3 or IGO, NGO, MNC, IMG; of a state its own code
  std::string_view sector;
  std::string_view sector2;
  std::string_view parent;     ///< id of the body it belongs to
  std::string_view adjective;  ///< of a state: the first one
  std::string_view capital;
  std::string_view region;
  std::string_view status;
  std::string_view form;  ///< of a state: "federation", "island", with | between
  std::string_view aliases;
  std::string_view place_kind;
  char gender = 0;  ///< 'm', 'f', or 0
  std::optional<util::Date> from;
  std::optional<util::Date> to;
};

struct Position {
  std::uint32_t person = 0;
  std::uint32_t organisation = 0;
  std::string_view title;
  std::optional<util::Date> from;
  std::optional<util::Date> to;
  bool ended = false;  ///< known to have ended, date or not
};

enum class RoleNumber : std::uint8_t { person, group, body };

struct Role {
  std::string_view noun;    ///< singular, canonical spelling
  std::string_view many;    ///< plural
  std::string_view sector;  ///< may hold a second code after a space
  RoleNumber number = RoleNumber::person;
  bool plural = false;  ///< the key looked up is the plural
};

/// Holds the keys that the maps below view, each once and for as long as the index lives.
class KeyStore {
 public:
  [[nodiscard]] std::string_view keep(std::string_view key) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < key.size()) {
      blocks_.emplace_back().reserve(std::max(block_size, key.size()));
    }
    std::string& block = blocks_.back();
    const std::size_t at = block.size();
    block += key;
    return std::string_view(block).substr(at);
  }

 private:
  static constexpr std::size_t block_size = 1U << 16U;

  std::deque<std::string> blocks_;  ///< never grown past what they reserved
};

/// Whether a person held the position then: yes, no, or the dates leave it open.
enum class Tenure : std::uint8_t { no, open, yes };

class ActorTables::Impl {
 public:
  struct Source {
    std::string file;
    std::string_view text;
    std::uint8_t priority = 0;
  };

  /// Our own sources skip rows that point to rows we lack; a user's must be whole.
  explicit Impl(const std::vector<Source>& sources);

  [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  [[nodiscard]] std::span<const Position> positions() const { return positions_; }
  /// Candidates for a name_key, the user's alone where the user has any.
  [[nodiscard]] std::span<const Alias> find(std::string_view key) const;
  /// The most words that a key beginning with that word has; 0 if none begins so.
  [[nodiscard]] std::size_t longest_from(std::string_view first_word) const;
  [[nodiscard]] bool blocked(std::string_view key) const { return blocked_.contains(key); }
  [[nodiscard]] std::optional<std::uint32_t> by_id(std::string_view id) const;
  [[nodiscard]] std::optional<std::uint32_t> state(std::string_view iso3) const;
  [[nodiscard]] const Role* role(std::string_view key) const;
  [[nodiscard]] std::size_t longest_role_to(std::string_view last_word) const;
  [[nodiscard]] std::span<const Position> positions_of(std::uint32_t person) const;
  /// Indices into positions() of that body.
  [[nodiscard]] std::span<const std::uint32_t> offices_of(std::uint32_t organisation) const;
  /// 'm' or 'f' if the tables' persons of that given name are nearly all men or women.
  [[nodiscard]] char gender_of(std::string_view given_name) const;
  [[nodiscard]] bool member(std::uint32_t organisation, std::string_view iso3) const;

 private:
  friend class TableReader;

  KeyStore keys_;
  std::vector<Entry> entries_;
  std::vector<Position> positions_;  ///< sorted by person
  std::vector<std::uint32_t> offices_;
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> office_range_;
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> person_range_;
  std::vector<Alias> aliases_;
  std::unordered_map<std::string_view, std::pair<std::uint32_t, std::uint32_t>> alias_range_;
  std::unordered_map<std::string_view, std::size_t> longest_;
  std::unordered_map<std::string_view, Role> roles_;
  std::unordered_map<std::string_view, std::size_t> longest_role_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::unordered_map<std::string_view, std::uint32_t> states_;
  std::unordered_set<std::string_view> blocked_;
  std::unordered_map<std::uint32_t, std::vector<std::string_view>> members_;
  std::unordered_map<std::string_view, std::pair<std::uint16_t, std::uint16_t>>
      given_names_;  ///< men, women
};

using ActorIndex = ActorTables::Impl;

/// "minister of foreign affairs" and "foreign affairs minister" -> "foreign minister",
/// "defense minister" -> "defence minister", "spokeswoman" -> "spokesperson".
std::string canonical_title(std::string_view title);

/// Whether the office was held on that date; without a date, whether it is held still.
Tenure tenure(const Position& position, const std::optional<util::Date>& date);

/// Words that may stand before a surname as part of it: "al", "von", "de".
bool name_particle(std::string_view key);
/// The surnames under which news speak of a person of that name: "Sisi" and "el-Sisi".
/// Keys, the likeliest first.
std::vector<std::string> surname_keys(std::string_view name, std::string_view country);

/// "GBR" and the like, or a body code that stands for no one country.
bool body_code(std::string_view code);

}  // namespace entente::actors
