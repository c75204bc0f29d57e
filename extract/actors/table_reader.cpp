#include "extract/actors/table_reader.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "extract/actors/name_key.hpp"
#include "util/error.hpp"

namespace entente::actors {
namespace {

using util::TsvRow;

constexpr std::array<std::string_view, 31> sectors{
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "PTY", "REB", "OPP", "CVL",
    "BUS", "LAB", "EDU", "MED", "JRN", "REL", "CRM", "SOC", "NGO", "IGO", "MNC",
    "IMG", "UAF", "UNK", "ELI", "AGR", "REF", "PRE", "SEP", "JNK"};

struct Shape {
  std::string_view file;
  std::vector<std::string_view> needed;
  std::vector<std::string_view> allowed;
};

// In the order of TableReader::Table.
const std::array<Shape, 8>& shapes() {
  static const std::array<Shape, 8> all{{
      {"states",
       {"id", "name", "iso3", "adjectives", "capital"},
       {"official", "iso2", "people", "seats", "aliases", "region", "status", "form", "from",
        "to"}},
      {"organisations",
       {"id", "name", "kind", "country", "sector", "aliases", "parent"},
       {"from", "to"}},
      {"members", {"organisation", "members"}, {}},
      {"people", {"id", "name", "gender", "country"}, {"sector", "aliases", "born", "surname"}},
      {"positions", {"person", "title", "organisation", "from", "to"}, {}},
      {"roles", {"noun", "plural", "sector", "number"}, {"note"}},
      {"places", {"id", "name", "kind", "country", "aliases"}, {}},
      {"blocked", {"phrase"}, {"note"}},
  }};
  return all;
}

struct Header {
  std::vector<std::string_view> columns;
  std::size_t line = 0;
};

Header header_of(std::string_view text) {
  Header header;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++header.line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    header.columns = util::split(line, '\t');
    return header;
  }
  header.line = 0;
  return header;
}

std::optional<graph::ActorKind> body_kind(std::string_view cell) {
  if (cell == "organisation") return graph::ActorKind::organisation;
  if (cell == "armed_force") return graph::ActorKind::armed_force;
  if (cell == "company") return graph::ActorKind::company;
  return graph::actor_kind(cell);
}

/// The last word of a key, "" if it has none.
std::string_view last_word(std::string_view key) {
  const std::size_t at = key.rfind(' ');
  return at == std::string_view::npos ? key : key.substr(at + 1);
}

std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }

std::size_t word_count(std::string_view key) {
  return key.empty() ? 0 : static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

std::pair<std::string_view, std::string_view> codes_of(std::string_view cell) {
  const std::size_t at = cell.find_first_of(" |");
  if (at == std::string_view::npos) return {cell, {}};
  return {cell.substr(0, at), cell.substr(at + 1)};
}

}  // namespace

void TableReader::fail(const ActorIndex::Source& source, std::size_t line,
                       const std::string& what) {
  throw InputError(source.file, line, what);
}

TableReader::Table TableReader::table_of(const ActorIndex::Source& source) {
  const Header header = header_of(source.text);
  if (header.columns.empty()) fail(source, 0, "has no line that names its columns");
  const auto has = [&](std::string_view column) {
    return std::find(header.columns.begin(), header.columns.end(), column) != header.columns.end();
  };
  for (std::size_t i = 0; i < shapes().size(); ++i) {
    const Shape& shape = shapes()[i];
    if (!std::all_of(shape.needed.begin(), shape.needed.end(), has)) continue;
    for (const std::string_view column : header.columns) {
      const auto in = [&](const auto& list) {
        return std::find(list.begin(), list.end(), column) != list.end();
      };
      if (!in(shape.needed) && !in(shape.allowed)) {
        fail(source, header.line,
             "column \"" + std::string(column) + "\" is not one of a table of " +
                 std::string(shape.file));
      }
    }
    return static_cast<Table>(i);
  }
  std::string known;
  for (const Shape& shape : shapes()) {
    known += known.empty() ? "" : "; ";
    known += std::string(shape.file) + ":";
    for (const std::string_view column : shape.needed) known += " " + std::string(column);
  }
  fail(source, header.line, "its columns are those of no table. Needed are, of " + known);
}

std::optional<util::Date> TableReader::date(std::string_view cell, const TsvRow& row,
                                            const ActorIndex::Source& source) {
  if (cell.empty() || cell == "?") return std::nullopt;
  const auto value = util::Date::parse(cell);
  if (!value) {
    fail(source, row.line(),
         "\"" + std::string(cell) + "\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
  }
  return value;
}

void TableReader::read(const std::vector<ActorIndex::Source>& sources) {
  // Names first, then what points to them.
  const auto later = [](Table table) {
    return table == Table::members || table == Table::positions;
  };
  std::vector<std::pair<const ActorIndex::Source*, Table>> order;
  for (const auto& source : sources) order.emplace_back(&source, table_of(source));
  reserve(sources);
  for (const auto& [source, table] : order) {
    if (!later(table)) read_source(*source);
  }
  finish();
  for (const Check& check : checks_) {
    Entry& entry = index_.entries_[check.entry];
    const bool ours = check.source->priority == 0;
    if (!entry.country.empty() && !body_code(entry.country) && !index_.state(entry.country)) {
      if (ours) continue;
      fail(*check.source, check.line,
           "no state has the code \"" + std::string(entry.country) + "\"");
    }
    if (!entry.parent.empty() && !index_.by_id(entry.parent)) {
      if (ours) {
        entry.parent = {};
        continue;
      }
      fail(*check.source, check.line, "no row has the id \"" + std::string(entry.parent) + "\"");
    }
  }
  check_parents();
  for (const auto& [source, table] : order) {
    if (later(table)) read_source(*source);
  }
  auto& positions = index_.positions_;
  std::stable_sort(positions.begin(), positions.end(),
                   [](const Position& a, const Position& b) { return a.person < b.person; });
  for (std::uint32_t i = 0; i < positions.size(); ++i) {
    auto& range = index_.person_range_.try_emplace(positions[i].person, i, 0U).first->second;
    ++range.second;
    index_.offices_.push_back(i);
  }
  std::stable_sort(index_.offices_.begin(), index_.offices_.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return positions[a].organisation < positions[b].organisation;
                   });
  for (std::uint32_t i = 0; i < index_.offices_.size(); ++i) {
    const std::uint32_t body = positions[index_.offices_[i]].organisation;
    ++index_.office_range_.try_emplace(body, i, 0U).first->second.second;
  }
}

void TableReader::reserve(const std::vector<ActorIndex::Source>& sources) {
  std::size_t bytes = 0;
  for (const auto& source : sources) bytes += source.text.size();
  // As our own tables run: a row has about 80 bytes, and three keys.
  const std::size_t rows = bytes / 80;
  index_.entries_.reserve(rows);
  index_.ids_.reserve(rows);
  seen_.reserve(rows);
  aliases_.reserve(3 * rows);
}

void TableReader::read_source(const ActorIndex::Source& source) {
  const Table table = table_of(source);
  util::read_tsv(source.text, source.file, [&](const TsvRow& row) {
    switch (table) {
      case Table::members:
        return add_members(row, source);
      case Table::positions:
        return add_position(row, source);
      case Table::roles:
        return add_role(row);
      case Table::blocked: {
        const std::string key = name_key(row["phrase"]);
        if (key.empty()) fail(source, row.line(), "blocks an empty phrase");
        const std::string_view kept = index_.keys_.keep(key);
        index_.blocked_.insert(kept);
        return lengthen(index_.longest_, first_word(kept), word_count(kept));
      }
      default:
        return add_entry(table, row, source);
    }
  });
}

void TableReader::add_entry(Table table, const TsvRow& row, const ActorIndex::Source& source) {
  Entry entry;
  entry.id = row["id"];
  entry.name = row["name"];
  entry.country = row["country"];
  std::tie(entry.sector, entry.sector2) = codes_of(row["sector"]);
  entry.parent = row["parent"];
  entry.aliases = row["aliases"];
  entry.from = date(row["from"], row, source);
  entry.to = date(row["to"], row, source);
  if (entry.id.empty() || entry.name.empty()) fail(source, row.line(), "lacks its id or name");
  const auto [seen, is_new] = seen_.try_emplace(entry.id, &source);
  if (!is_new && seen->second == &source) {
    fail(source, row.line(), "the id \"" + std::string(entry.id) + "\" stands in an earlier line");
  }
  seen->second = &source;
  for (const std::string_view code : {entry.sector, entry.sector2}) {
    if (!code.empty() && std::find(sectors.begin(), sectors.end(), code) == sectors.end()) {
      fail(source, row.line(), "\"" + std::string(code) + "\" is no sector code");
    }
  }
  const auto index = static_cast<std::uint32_t>(index_.entries_.size());
  if (table == Table::states) {
    add_state(entry, row);
  } else if (table == Table::people) {
    entry.type = EntryType::person;
    entry.kind = graph::ActorKind::person;
    const std::string_view gender = row["gender"];
    if (gender != "m" && gender != "f" && !gender.empty()) {
      fail(source, row.line(), "gender is m, f or empty, not \"" + std::string(gender) + "\"");
    }
    entry.gender = gender.empty() ? '\0' : gender.front();
  } else if (table == Table::organisations) {
    entry.type = EntryType::organisation;
    const auto kind = body_kind(row["kind"]);
    if (!kind) {
      fail(source, row.line(),
           "\"" + std::string(row["kind"]) +
               "\" is no kind; write organisation, armed_force or company");
    }
    entry.kind = *kind;
  } else {
    entry.type = EntryType::place;
    entry.kind = graph::ActorKind::place;
    entry.place_kind = row["kind"];
  }
  // A later file's row takes the place of the one that has its id.
  const auto old = index_.ids_.find(entry.id);
  const std::uint32_t at = old != index_.ids_.end() ? old->second : index;
  if (at == index) {
    index_.entries_.push_back(entry);
  } else {
    std::erase_if(aliases_, [&](const Keyed& keyed) { return keyed.alias.entry == at; });
    index_.entries_[at] = entry;
  }
  index_.ids_[entry.id] = at;
  checks_.push_back({at, row.line(), &source});
  if (table == Table::states) {
    index_.states_[entry.country.empty() ? entry.id : entry.country] = at;
  }
  if (entry.type == EntryType::person) {
    add_person_names(at, entry.aliases, row["surname"], source.priority);
  } else {
    add_aliases(at, entry.name, AliasUse::name, source.priority);
    add_aliases(at, entry.aliases, AliasUse::name, source.priority);
  }
  if (table == Table::states) {
    add_aliases(at, row["official"], AliasUse::name, source.priority);
    add_aliases(at, row["adjectives"], AliasUse::adjective, source.priority);
    add_aliases(at, row["people"], AliasUse::people, source.priority);
    add_aliases(at, row["capital"], AliasUse::capital, source.priority);
    add_aliases(at, row["seats"], AliasUse::seat, source.priority);
  }
}

void TableReader::add_state(Entry& entry, const TsvRow& row) {
  entry.type = EntryType::state;
  entry.kind = graph::ActorKind::country;
  entry.country = row["iso3"];
  entry.adjective = row["adjectives"].substr(0, row["adjectives"].find('|'));
  entry.capital = row["capital"].substr(0, row["capital"].find('|'));
  entry.region = row["region"];
  entry.status = row["status"];
  entry.form = row["form"];
}

void TableReader::add_person_names(std::uint32_t index, std::string_view aliases,
                                   std::string_view surnames, std::uint8_t priority) {
  const std::string_view name = index_.entries_[index].name;
  const std::string_view country = index_.entries_[index].country;
  if (const char gender = index_.entries_[index].gender; gender != 0) {
    const std::string key = name_key(name);
    auto at = index_.given_names_.find(first_word(key));
    if (at == index_.given_names_.end()) {
      at = index_.given_names_.try_emplace(index_.keys_.keep(first_word(key))).first;
    }
    auto& [men, women] = at->second;
    ++(gender == 'm' ? men : women);
  }
  std::vector<std::string_view> names{name};
  for (const std::string_view alias : util::split(aliases, '|')) names.push_back(alias);
  std::vector<std::string> keys;
  for (const std::string_view each : names) {
    add_alias(each, {.entry = index, .use = AliasUse::name, .priority = priority});
    const std::string key = name_key(each);
    if (word_count(key) >= 2) {
      add_key(sound_key(key), {.entry = index, .use = AliasUse::sound, .priority = priority});
    }
    if (word_count(key) >= 3) {
      const std::string brief = std::string(first_word(key)) + " " + std::string(last_word(key));
      add_key(brief,
              {.entry = index, .use = AliasUse::name, .abridged = true, .priority = priority});
    }
    if (surnames.empty()) {
      for (auto& surname : surname_keys(each, country)) keys.push_back(std::move(surname));
    }
  }
  for (const std::string_view surname : util::split(surnames, '|'))
    keys.push_back(name_key(surname));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const auto& key : keys) {
    add_key(key, {.entry = index, .use = AliasUse::surname, .priority = priority});
  }
}

void TableReader::add_aliases(std::uint32_t index, std::string_view names, AliasUse use,
                              std::uint8_t priority) {
  for (const std::string_view each : util::split(names, '|')) {
    add_alias(each, {.entry = index, .use = use, .priority = priority});
  }
}

void TableReader::add_alias(std::string_view text, Alias alias) {
  alias.acronym = all_capitals(text) && text.size() <= 10;
  add_key(name_key(text), alias);
}

void TableReader::add_key(std::string_view key, Alias alias) {
  if (key.empty()) return;
  if (alias.priority > 0) index_.blocked_.erase(key);
  std::uint64_t start = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    start = start << 8U | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0U);
  }
  aliases_.push_back({start, index_.keys_.keep(key), alias});
}

void TableReader::lengthen(std::unordered_map<std::string_view, std::size_t>& longest,
                           std::string_view word, std::size_t words) {
  std::size_t& most = longest[word];
  most = std::max(most, words);
}

void TableReader::add_role(const TsvRow& row) {
  Role role;
  role.noun = row["noun"];
  role.many = row["plural"];
  role.sector = row["sector"];
  role.number = row["number"] == "body"    ? RoleNumber::body
                : row["number"] == "group" ? RoleNumber::group
                                           : RoleNumber::person;
  const std::string_view note = row["note"];
  const std::string singular = name_key(row["noun"]);
  const std::string plural = name_key(row["plural"]);
  if (note.starts_with("= ")) role.noun = note.substr(2);
  const auto add = [&](const std::string& key, bool is_plural) {
    if (key.empty()) return;
    role.plural = is_plural;
    const std::string_view kept = index_.keys_.keep(key);
    index_.roles_.insert_or_assign(kept, role);
    lengthen(index_.longest_role_, last_word(kept), word_count(kept));
  };
  add(plural, true);
  add(singular, singular == plural && role.number == RoleNumber::group);
}

void TableReader::add_position(const TsvRow& row, const ActorIndex::Source& source) {
  const auto person = index_.by_id(row["person"]);
  std::optional<std::uint32_t> body = index_.state(row["organisation"]);
  if (!body) body = index_.by_id(row["organisation"]);
  if (!body) {
    for (const Alias& alias : index_.find(name_key(row["organisation"]))) {
      if (alias.use == AliasUse::name &&
          index_.entry(alias.entry).type == EntryType::organisation) {
        body = alias.entry;
        break;
      }
    }
  }
  if (!person || !body) {
    if (source.priority == 0) return;
    fail(source, row.line(),
         !person ? "no person has the id \"" + std::string(row["person"]) + "\""
                 : "no state or organisation is \"" + std::string(row["organisation"]) + "\"");
  }
  if (row["title"].empty()) fail(source, row.line(), "lacks a title");
  Position position{*person,
                    *body,
                    row["title"],
                    date(row["from"], row, source),
                    date(row["to"], row, source),
                    !row["to"].empty()};
  index_.positions_.push_back(position);
}

void TableReader::add_members(const TsvRow& row, const ActorIndex::Source& source) {
  const auto body = index_.by_id(row["organisation"]);
  if (!body) {
    if (source.priority == 0) return;
    fail(source, row.line(),
         "no organisation has the id \"" + std::string(row["organisation"]) + "\"");
  }
  auto& members = index_.members_[*body];
  for (const std::string_view code : util::split(row["members"], '|')) members.push_back(code);
}

void TableReader::check_parents() const {
  for (const Check& check : checks_) {
    std::uint32_t at = check.entry;
    for (std::size_t steps = 0; !index_.entries_[at].parent.empty(); ++steps) {
      if (steps > index_.entries_.size()) {
        fail(*check.source, check.line,
             "\"" + std::string(index_.entries_[check.entry].id) +
                 "\" is its own parent in the end");
      }
      const auto parent = index_.ids_.find(index_.entries_[at].parent);
      if (parent == index_.ids_.end()) break;
      at = parent->second;
    }
  }
}

void TableReader::finish() {
  // Equal keys: the user's first, then whole names, then in the order of the tables.
  std::stable_sort(aliases_.begin(), aliases_.end(), [](const Keyed& a, const Keyed& b) {
    if (a.start != b.start) return a.start < b.start;
    if (const int order = a.key.compare(b.key); order != 0) return order < 0;
    return std::tuple(-int{a.alias.priority}, a.alias.abridged, a.alias.use, a.alias.entry) <
           std::tuple(-int{b.alias.priority}, b.alias.abridged, b.alias.use, b.alias.entry);
  });
  index_.alias_range_.reserve(aliases_.size());
  index_.aliases_.reserve(aliases_.size());
  std::string_view word;
  std::size_t most = 0;
  for (std::size_t i = 0; i < aliases_.size();) {
    const std::string_view key = aliases_[i].key;
    const std::uint8_t priority = aliases_[i].alias.priority;
    const auto begin = static_cast<std::uint32_t>(index_.aliases_.size());
    std::size_t end = i;
    for (; end < aliases_.size() && aliases_[end].key == key; ++end) {
      const Alias& alias = aliases_[end].alias;
      const bool twice = std::any_of(
          index_.aliases_.begin() + begin, index_.aliases_.end(),
          [&](const Alias& other) { return other.entry == alias.entry && other.use == alias.use; });
      if (alias.priority == priority && !twice) index_.aliases_.push_back(alias);
    }
    const auto size = static_cast<std::uint32_t>(index_.aliases_.size()) - begin;
    index_.alias_range_.emplace(key, std::pair(begin, size));
    // Keys that begin with one word stand together.
    if (first_word(key) != word) {
      if (most > 0) lengthen(index_.longest_, word, most);
      word = first_word(key);
      most = 0;
    }
    most = std::max(most, word_count(key));
    i = end;
  }
  if (most > 0) lengthen(index_.longest_, word, most);
}

ActorTables::Impl::Impl(const std::vector<Source>& sources) { TableReader(*this).read(sources); }

}  // namespace entente::actors
