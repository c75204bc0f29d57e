#include "store/check.hpp"

#include <array>

namespace entente::store {
namespace {

struct Rule {
  const char* words;      ///< follows the number of offenders
  const char* offenders;  ///< a query that counts them
};

constexpr std::array<Rule, 7> rules{{
    {"rows refer to rows that are not there", "SELECT count(*) FROM pragma_foreign_key_check"},
    {"relations have no evidence",
     "SELECT count(*) FROM relations WHERE id NOT IN (SELECT relation FROM evidence)"},
    {"sentences reach outside their documents",
     "SELECT count(*) FROM sentences AS n JOIN documents AS d ON d.id = n.document"
     " WHERE n.byte_end > length(CAST(d.text AS BLOB))"},
    {"evidences reach outside their sentences",
     "SELECT count(*) FROM evidence AS e JOIN sentences AS n ON n.id = e.sentence"
     " WHERE min(subject_begin, predicate_begin, object_begin) < byte_begin"
     " OR max(subject_end, predicate_end, object_end) > byte_end"},
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
     " AND NOT EXISTS (SELECT 1 FROM relations WHERE attribution = a.id)"},
}};

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
  return found;
}

}  // namespace entente::store
