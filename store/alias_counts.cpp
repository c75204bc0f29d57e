#include "store/alias_counts.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace entente::store {

AliasCounts::AliasCounts(const Connection& connection)
    : add_(connection,
           "INSERT INTO aliases (actor, name, mentions) VALUES (?, ?, ?)"
           " ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions"),
      drop_(connection, "DELETE FROM aliases WHERE actor = ?1 AND name = ?2 AND mentions <= ?3"),
      lower_(connection,
             "UPDATE aliases SET mentions = mentions - ?3 WHERE actor = ?1 AND name = ?2"),
      text_(connection, "SELECT text FROM documents WHERE id = ?"),
      names_(connection,
             "SELECT m.actor, m.byte_begin, m.byte_end, m.name FROM mentions AS m"
             " JOIN sentences AS s ON s.id = m.sentence WHERE s.document = ? AND m.kind = 'name'") {
}

void AliasCounts::write() {
  std::sort(uses_.begin(), uses_.end());
  for (auto begin = uses_.begin(); begin != uses_.end();) {
    const auto end = std::upper_bound(begin, uses_.end(), *begin);
    add_.run(begin->actor, begin->name, static_cast<std::int64_t>(end - begin));
    begin = end;
  }
  uses_.clear();
}

void AliasCounts::remove(std::int64_t document) {
  text_.bind(1, document);
  const std::string text(text_.step() ? text_.text(0) : std::string_view{});
  text_.reset();
  std::map<std::pair<std::int64_t, std::string>, std::int64_t> counts;
  names_.bind(1, document);
  while (names_.step()) {
    const auto begin = static_cast<std::size_t>(names_.integer(1));
    const auto end = static_cast<std::size_t>(names_.integer(2));
    std::string name(names_.text(3));
    if (names_.is_null(3)) {
      if (end > text.size()) continue;
      name = text.substr(begin, end - begin);
    }
    ++counts[{names_.integer(0), std::move(name)}];
  }
  names_.reset();
  for (const auto& [alias, count] : counts) {
    const std::string_view name = alias.second;
    drop_.run(alias.first, name, count);
    lower_.run(alias.first, name, count);
  }
}

}  // namespace entente::store
