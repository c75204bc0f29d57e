#include "store/curation.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "util/error.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

constexpr std::array<std::string_view, 3> act_names{"merge", "split", "rename"};

constexpr std::string_view rules_sql =
    "SELECT id, act, actor, coalesce(other, ''), coalesce(name, ''), coalesce(document, ''),"
    " coalesce(words, ''), coalesce(note, ''), made, coalesce(undone, '')"
    " FROM curation ORDER BY id";

// Rows that the program read as actor ?1: their id, document, words, and who they count for now.
// A mention's words are its own, a party's those of its relation's first evidence.
constexpr std::string_view mentions_sql =
    "SELECT m.id, d.name, coalesce(m.name, CAST(substr(CAST(d.text AS BLOB), m.byte_begin + 1,"
    " m.byte_end - m.byte_begin) AS TEXT)), m.actor"
    " FROM mentions AS m JOIN sentences AS n ON n.id = m.sentence"
    " JOIN documents AS d ON d.id = n.document"
    " WHERE m.read_actor = ?1 OR (m.actor = ?1 AND m.read_actor IS NULL)";
constexpr std::string_view subjects_sql =
    "SELECT r.id, d.name, CAST(substr(CAST(d.text AS BLOB), e.subject_begin + 1,"
    " e.subject_end - e.subject_begin) AS TEXT), r.subject"
    " FROM relations AS r JOIN documents AS d ON d.id = r.document"
    " JOIN evidence AS e ON e.id = (SELECT min(id) FROM evidence WHERE relation = r.id)"
    " WHERE r.read_subject = ?1 OR (r.subject = ?1 AND r.read_subject IS NULL)";
constexpr std::string_view objects_sql =
    "SELECT r.id, d.name, CAST(substr(CAST(d.text AS BLOB), e.object_begin + 1,"
    " e.object_end - e.object_begin) AS TEXT), r.object"
    " FROM relations AS r JOIN documents AS d ON d.id = r.document"
    " JOIN evidence AS e ON e.id = (SELECT min(id) FROM evidence WHERE relation = r.id)"
    " WHERE r.read_object = ?1 OR (r.object = ?1 AND r.read_object IS NULL)";
constexpr std::string_view attributions_sql =
    "SELECT r.id, d.name, '', r.attribution"
    " FROM relations AS r JOIN documents AS d ON d.id = r.document"
    " WHERE r.read_attribution = ?1 OR (r.attribution = ?1 AND r.read_attribution IS NULL)";

struct Column {
  std::string_view rows;  ///< a query as above
  std::string_view change;
};

constexpr std::array<Column, 4> columns{{
    {mentions_sql, "UPDATE mentions SET actor = ?2, read_actor = ?3 WHERE id = ?1"},
    {subjects_sql, "UPDATE relations SET subject = ?2, read_subject = ?3 WHERE id = ?1"},
    {objects_sql, "UPDATE relations SET object = ?2, read_object = ?3 WHERE id = ?1"},
    {attributions_sql,
     "UPDATE relations SET attribution = ?2, read_attribution = ?3 WHERE id = ?1"},
}};

std::optional<std::string_view> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

bool matches(const std::string& glob, std::string_view name) {
  return glob.empty() || sqlite3_strglob(glob.c_str(), std::string(name).c_str()) == 0;
}

class Application {
 public:
  explicit Application(Connection& connection)
      : connection_(connection), rules_(curation_rules(connection)), curation_(connection) {}

  void run() {
    std::set<std::string> read_as;
    for (const auto& rule : rules_) read_as.insert(rule.actor);
    for (const auto& key : read_as) {
      const auto actor = row_of(key);
      if (!actor) continue;
      for (const auto& column : columns) apply(column, key, *actor);
      touched_.insert(*actor);
    }
    for (const auto& key : read_as) set_name_and_place(key);
    for (const RowId actor : touched_) count_aliases(actor);
  }

 private:
  struct Change {
    RowId row;
    RowId actor;
  };

  std::optional<RowId> row_of(std::string_view key) {
    find_actor_.bind(1, key);
    std::optional<RowId> row;
    if (find_actor_.step()) row = find_actor_.integer(0);
    find_actor_.reset();
    return row;
  }

  void apply(const Column& column, const std::string& key, RowId actor) {
    std::vector<Change> changes;
    Statement rows(connection_, column.rows);
    rows.bind(1, actor);
    while (rows.step()) {
      const auto wanted = row_of(curation_.current(key, rows.text(1), rows.text(2)));
      const RowId now = rows.integer(3);
      touched_.insert(now);
      if (!wanted || *wanted == now) continue;
      touched_.insert(*wanted);
      changes.push_back({rows.integer(0), *wanted});
    }
    Statement change(connection_, column.change);
    for (const auto& [row, to] : changes) {
      const auto was = to == actor ? std::nullopt : std::optional<RowId>(actor);
      change.run(row, to, was);
    }
  }

  void set_name_and_place(const std::string& key) {
    std::string name;
    for (const auto& rule : rules_) {
      const bool renames = rule.act == CurationAct::rename && rule.in_force();
      if (renames && rule.actor == key) name = rule.name;
    }
    statement(
        "UPDATE actors SET name = coalesce(?2, read_name, name),"
        " read_name = CASE WHEN ?2 IS NULL THEN NULL ELSE coalesce(read_name, name) END"
        " WHERE key = ?1")
        .run(std::string_view(key), unless_empty(name));
    const bool whole = std::any_of(rules_.begin(), rules_.end(), [&](const CurationRule& rule) {
      return rule.act == CurationAct::merge && rule.in_force() && rule.actor == key;
    });
    const auto into = whole ? row_of(curation_.current(key, {}, {})) : std::nullopt;
    statement(
        "UPDATE actors SET merged_into = CASE WHEN ?2 = id THEN NULL ELSE ?2 END"
        " WHERE key = ?1")
        .run(std::string_view(key), into);
  }

  void count_aliases(RowId actor) {
    statement("DELETE FROM aliases WHERE actor = ?").run(actor);
    statement(
        "INSERT INTO aliases (actor, name, mentions)"
        " SELECT m.actor, coalesce(m.name, CAST(substr(CAST(d.text AS BLOB), m.byte_begin + 1,"
        " m.byte_end - m.byte_begin) AS TEXT)) AS words, count(*)"
        " FROM mentions AS m JOIN sentences AS n ON n.id = m.sentence"
        " JOIN documents AS d ON d.id = n.document"
        " WHERE m.actor = ? AND m.kind = 'name' AND words IS NOT NULL GROUP BY words")
        .run(actor);
  }

  Statement statement(std::string_view sql) { return Statement(connection_, sql); }

  Connection& connection_;
  std::vector<CurationRule> rules_;
  Curation curation_;
  std::set<RowId> touched_;
  Statement find_actor_ = statement("SELECT id FROM actors WHERE key = ?");
};

void require_actor(Connection& connection, const std::string& key) {
  Statement row(connection, "SELECT 1 FROM actors WHERE key = ?");
  row.bind(1, std::string_view(key));
  if (!row.step()) throw Error("there is no actor with the id " + key + " in " + connection.path());
}

/// The new one is as the old one but for its name.
void make_split_actor(Connection& connection, const CurationRule& rule) {
  Statement(connection,
            "INSERT INTO actors (key, name, kind, country, sector, sector2)"
            " SELECT ?2, ?3, kind, country, sector, sector2 FROM actors WHERE key = ?1"
            " ON CONFLICT DO NOTHING")
      .run(std::string_view(rule.actor), std::string_view(rule.other), std::string_view(rule.name));
}

void insert_rule(Connection& connection, const CurationRule& rule) {
  Statement(connection,
            "INSERT INTO curation (act, actor, other, name, document, words, note, made)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(name_of(rule.act), std::string_view(rule.actor), unless_empty(rule.other),
           unless_empty(rule.name), unless_empty(rule.document), unless_empty(rule.words),
           unless_empty(rule.note), std::string_view(rule.made));
}

/// All but the id, and when it was made.
auto content_of(const CurationRule& rule) {
  return std::tie(rule.act, rule.actor, rule.other, rule.name, rule.document, rule.words);
}

}  // namespace

std::string_view name_of(CurationAct act) { return act_names[static_cast<std::size_t>(act)]; }

std::vector<CurationRule> curation_rules(const Connection& connection) {
  std::vector<CurationRule> rules;
  Statement rows(connection, rules_sql);
  while (rows.step()) {
    const auto text = [&rows](int column) { return std::string(rows.text(column)); };
    const auto act = std::find(act_names.begin(), act_names.end(), rows.text(1));
    rules.push_back({rows.integer(0), static_cast<CurationAct>(act - act_names.begin()), text(2),
                     text(3), text(4), text(5), text(6), text(7), text(8), text(9)});
  }
  return rules;
}

Curation::Curation(const Connection& connection) {
  for (auto& rule : curation_rules(connection)) {
    if (!rule.in_force()) continue;
    concerned_.insert(rule.actor);
    if (rule.act != CurationAct::rename) rules_.push_back(std::move(rule));
  }
}

bool Curation::concerns(std::string_view actor) const { return concerned_.count(actor) != 0; }

std::string_view Curation::current(std::string_view actor, std::string_view document,
                                   std::string_view words) const {
  for (const auto& rule : rules_) {
    if (rule.actor != actor || !matches(rule.document, document)) continue;
    if (rule.words.empty() || rule.words == words) actor = rule.other;
  }
  return actor;
}

std::int64_t add_curation(Connection& connection, const CurationRule& rule) {
  Transaction transaction(connection);
  require_actor(connection, rule.actor);
  if (rule.act == CurationAct::merge) require_actor(connection, rule.other);
  if (rule.act == CurationAct::split) make_split_actor(connection, rule);
  insert_rule(connection, rule);
  const auto id = connection.last_id();
  apply_curation(connection);
  transaction.commit();
  return id;
}

void undo_curation(Connection& connection, std::int64_t id, std::string_view now) {
  Transaction transaction(connection);
  Statement row(connection, "SELECT undone FROM curation WHERE id = ?");
  row.bind(1, id);
  const std::string number = std::to_string(id);
  if (!row.step()) throw Error("there is no change " + number + " in " + connection.path());
  if (!row.is_null(0)) {
    throw Error("change " + number + " was taken back already");
  }
  row.reset();
  Statement(connection, "UPDATE curation SET undone = ? WHERE id = ?").run(now, id);
  apply_curation(connection);
  transaction.commit();
}

std::size_t copy_curation(const Connection& from, Connection& to) {
  const auto theirs = curation_rules(from);
  const auto ours = curation_rules(to);
  std::size_t copied = 0;
  Transaction transaction(to);
  for (const auto& rule : theirs) {
    const bool known = std::any_of(ours.begin(), ours.end(), [&](const CurationRule& own) {
      return own.in_force() && content_of(own) == content_of(rule);
    });
    if (!rule.in_force() || known) continue;
    if (rule.act == CurationAct::split) make_split_actor(to, rule);
    insert_rule(to, rule);
    ++copied;
  }
  apply_curation(to);
  transaction.commit();
  return copied;
}

void apply_curation(Connection& connection) { Application(connection).run(); }

}  // namespace entente::store
