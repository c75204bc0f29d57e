#include "store/actor_lookup.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "store/actor_row.hpp"
#include "store/search.hpp"
#include "util/edit_distance.hpp"
#include "util/error.hpp"
#include "util/lower.hpp"

namespace entente::store {
namespace {

constexpr std::string_view by_key_sql =
    "SELECT b.key, b.name, b.kind, coalesce(b.country, ''), coalesce(b.sector, ''),"
    " coalesce(b.sector2, '') FROM actors AS a JOIN actors AS b ON b.id = coalesce(a.merged_into, "
    "a.id)"
    " WHERE a.key = ?1";

constexpr std::string_view by_name_sql =
    "WITH found (id, rank) AS ("
    " SELECT coalesce(merged_into, id), 1 FROM actors WHERE name = ?1 COLLATE NOCASE"
    " UNION ALL SELECT actor, 2 FROM aliases WHERE name = ?1 COLLATE NOCASE)"
    " SELECT a.key, a.name, a.kind, coalesce(a.country, ''), coalesce(a.sector, ''),"
    " coalesce(a.sector2, ''), min(f.rank), a.id"
    " FROM found AS f JOIN actors AS a ON a.id = f.id GROUP BY a.id";

constexpr std::string_view count_sql =
    "SELECT (SELECT count(*) FROM relations WHERE subject = ?1)"
    " + (SELECT count(*) FROM relations WHERE object = ?1)";

// Names that have all the words somewhere: "lavrov sergei", "erdogan".
constexpr std::string_view find_words_sql =
    "SELECT a.key, a.name, a.kind, coalesce(a.country, ''), coalesce(a.sector, ''),"
    " coalesce(a.sector2, ''),"
    " (SELECT count(*) FROM relations WHERE subject = a.id)"
    " + (SELECT count(*) FROM relations WHERE object = a.id) AS relations"
    " FROM actor_search JOIN actors AS a ON a.id = actor_search.rowid"
    " WHERE actor_search MATCH ?1 ORDER BY relations DESC, a.key LIMIT 20";

using util::lower;

std::vector<graph::Actor> actors_of(const Connection& connection, std::string_view sql,
                                    std::string_view words) {
  Statement rows(connection, sql);
  rows.bind(1, words);
  std::vector<graph::Actor> found;
  while (rows.step()) found.push_back(actor_at(rows, 0));
  return found;
}

struct Namesake {
  graph::Actor actor;
  std::int64_t rank = 0;  ///< 1: its name; 2: one of its others
  std::int64_t row = 0;
  std::int64_t relations = 0;
};

/// Those whose name it is first, and of them those who do most. Counting that takes long, so it
/// is left out where there is nothing to choose.
std::vector<graph::Actor> actors_named(const Connection& connection, std::string_view words) {
  Statement rows(connection, by_name_sql);
  rows.bind(1, words);
  std::vector<Namesake> found;
  while (rows.step()) found.push_back({actor_at(rows, 0), rows.integer(6), rows.integer(7), 0});
  if (found.size() > 1) {
    Statement count(connection, count_sql);
    for (auto& each : found) {
      count.bind(1, each.row).step();
      each.relations = count.integer(0);
      count.reset();
    }
  }
  std::sort(found.begin(), found.end(), [](const Namesake& one, const Namesake& other) {
    return std::tie(one.rank, other.relations, one.actor.id) <
           std::tie(other.rank, one.relations, other.actor.id);
  });
  std::vector<graph::Actor> actors;
  for (auto& each : found) actors.push_back(std::move(each.actor));
  return actors;
}

}  // namespace

std::vector<graph::Actor> find_actors(const Connection& connection, std::string_view words) {
  auto found = actors_of(connection, by_key_sql, words);
  if (found.empty()) found = actors_named(connection, words);
  const std::string expression = search_expression(words);
  if (found.empty() && !expression.empty()) {
    found = actors_of(connection, find_words_sql, expression);
  }
  return found;
}

std::vector<std::string> similar_names(const Connection& connection, std::string_view words,
                                       std::size_t count) {
  const std::string wanted = lower(words);
  const std::size_t reach = std::max<std::size_t>(2, wanted.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  Statement rows(connection,
                 "SELECT a.name, a.name FROM actors AS a UNION SELECT l.name, a.name"
                 " FROM aliases AS l JOIN actors AS a ON a.id = l.actor");
  while (rows.step()) {
    const std::string name = lower(rows.text(0));
    const bool inside = wanted.size() >= 3 && name.find(wanted) != std::string::npos;
    const std::size_t steps = inside ? 0 : util::edit_distance(wanted, name);
    if (steps <= reach) near.emplace_back(steps, rows.text(1));
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (auto& [steps, name] : near) {
    if (names.size() == count) break;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

graph::Actor actor_named(const Connection& connection, std::string_view words) {
  auto found = find_actors(connection, words);
  if (!found.empty()) return std::move(found.front());
  std::string message = "no actor of " + connection.path() + " is named " + std::string(words);
  const auto similar = similar_names(connection, words, 3);
  for (std::size_t i = 0; i < similar.size(); ++i) {
    message += (i == 0 ? "; did you mean " : i + 1 == similar.size() ? " or " : ", ") + similar[i];
  }
  throw Error(message + (similar.empty() ? "" : "?"));
}

std::int64_t row_of(const Connection& connection, const graph::Actor& actor) {
  Statement row(connection, "SELECT id FROM actors WHERE key = ?");
  row.bind(1, std::string_view(actor.id));
  if (!row.step()) throw Error(connection.path() + ": has no actor " + actor.id);
  return row.integer(0);
}

std::vector<std::string> names_of(const Connection& connection,
                                  const std::vector<std::int64_t>& rows) {
  Statement name(connection, "SELECT name FROM actors WHERE id = ?");
  std::vector<std::string> names;
  for (const auto row : rows) {
    name.bind(1, row);
    names.emplace_back(name.step() ? name.text(0) : std::string_view{});
    name.reset();
  }
  return names;
}

}  // namespace entente::store
