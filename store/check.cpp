#include "store/check.hpp"

#include <sqlite3.h>

#include <array>

#include "store/sqlite_error.hpp"

namespace entente::store {
namespace {

struct Rule {
  const char* words;      ///< follows the number of offenders
  const char* offenders;  ///< a query that counts them
};

constexpr std::array<Rule, 9> rules{{
    {"rows refer to rows that are not there", "SELECT count(*) FROM pragma_foreign_key_check"},
    {"relations have no evidence",
     "SELECT count(*) FROM relations WHERE id NOT IN (SELECT relation FROM evidence)"},
    {"relations are facts by one column and not by the others",
     "SELECT count(*) FROM relations"
     " WHERE fact <> (polarity = 'affirmed' AND modality = 'actual')"},
    {"sentences reach outside their documents",
     "SELECT count(*) FROM sentences AS n JOIN documents AS d ON d.id = n.document"
     " WHERE n.byte_end > length(CAST(d.text AS BLOB))"},
    // A speaker may be named in another sentence than what he says.
    {"evidences reach outside their sentences",
     "SELECT count(*) FROM evidence AS e JOIN sentences AS n ON n.id = e.sentence"
     " JOIN documents AS d ON d.id = n.document"
     " WHERE min(predicate_begin, object_begin) < byte_begin"
     " OR max(predicate_end, object_end) > byte_end"
     " OR subject_end > length(CAST(d.text AS BLOB))"},
    {"evidences stand in another document than their relation",
     "SELECT count(*) FROM evidence AS e JOIN sentences AS n ON n.id = e.sentence"
     " JOIN relations AS r ON r.id = e.relation WHERE n.document <> r.document"},
    {"mentions reach outside their sentences",
     "SELECT count(*) FROM mentions AS m JOIN sentences AS n ON n.id = m.sentence"
     " WHERE m.byte_begin < n.byte_begin OR m.byte_end > n.byte_end"},
    {"actors are in no document",
     "SELECT count(*) FROM actors AS a WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE actor = a.id)"
     " AND NOT EXISTS (SELECT 1 FROM relations WHERE subject = a.id)"
     " AND NOT EXISTS (SELECT 1 FROM relations WHERE object = a.id)"
     " AND NOT EXISTS (SELECT 1 FROM relations WHERE attribution = a.id)"
     " AND key NOT IN (SELECT actor FROM curation"
     " UNION ALL SELECT other FROM curation WHERE other IS NOT NULL)"},
    {"names that articles use for actors are counted wrongly",
     "SELECT count(*) FROM (SELECT actor, sum(mentions) AS said FROM aliases GROUP BY actor) AS l"
     " WHERE said <> (SELECT count(*) FROM mentions WHERE actor = l.actor AND kind = 'name')"},
}};

struct Index {
  const char* words;
  const char* test;  ///< fails if the index does not say what the tables say
};

constexpr std::array<Index, 2> indexes{{
    {"sentence_search",
     "INSERT INTO sentence_search (sentence_search, rank) VALUES"
     " ('integrity-check', 1)"},
    {"actor_search", "INSERT INTO actor_search (actor_search, rank) VALUES ('integrity-check', 1)"},
}};

/// The test is worded as a write but changes nothing; where the file cannot be
/// written at all, it cannot be asked, and nothing is said.
bool is_whole(Connection& connection, const Index& index) {
  sqlite3* handle = connection.handle();
  const int code = sqlite3_exec(handle, index.test, nullptr, nullptr, nullptr) & 0xFF;
  if (code != SQLITE_OK && code != SQLITE_CORRUPT && code != SQLITE_READONLY) {
    throw_sqlite_error(handle, connection.path());
  }
  return code != SQLITE_CORRUPT;
}

}  // namespace

std::vector<std::string> check_database(Connection& connection) {
  std::vector<std::string> found;
  Statement integrity(connection, "PRAGMA integrity_check(10)");
  while (integrity.step()) {
    if (integrity.text(0) != "ok") found.emplace_back(integrity.text(0));
  }
  for (const auto& rule : rules) {
    const auto count = connection.number(rule.offenders);
    if (count != 0) found.push_back(std::to_string(count) + " " + rule.words);
  }
  const bool reading = connection.number("PRAGMA query_only") != 0;
  connection.exec("PRAGMA query_only = OFF");
  for (const auto& index : indexes) {
    if (is_whole(connection, index)) continue;
    const std::string name = index.words;
    found.push_back(
        "the search index " + name +
        " does not match its texts; mend it with: entente query --write \"INSERT INTO " + name +
        " (" + name + ") VALUES ('rebuild')\"");
  }
  if (reading) connection.exec("PRAGMA query_only = ON");
  return found;
}

}  // namespace entente::store
