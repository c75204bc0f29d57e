#include "store/profile.hpp"

#include <string_view>

namespace entente::store {
namespace {

constexpr std::string_view actor_sql =
    "SELECT name, kind, country, sector, sector2,"
    " (SELECT count(*) FROM mentions WHERE actor = a.id) AS mentions,"
    " (SELECT count(*) FROM relations WHERE subject = a.id)"
    " + (SELECT count(*) FROM relations WHERE object = a.id AND subject <> a.id) AS relations,"
    " key FROM actors AS a WHERE id = ?";

constexpr std::string_view names_sql =
    "SELECT name, mentions FROM aliases WHERE actor = ? ORDER BY mentions DESC, name LIMIT ?";

// The two sides apart, so that each goes by its index.
constexpr std::string_view standing_sql =
    "WITH standing (id) AS ("
    " SELECT id FROM relations WHERE subject = ?1"
    " AND class IN ('HOLDS_POSITION', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN')"
    " UNION SELECT id FROM relations WHERE object = ?1"
    " AND class IN ('HOLDS_POSITION', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN'))"
    " SELECT s.name AS subject, min(r.predicate) AS relation, o.name AS object, r.class, "
    "r.polarity,"
    " min(d.date) AS first_reported, max(d.date) AS last_reported,"
    " count(DISTINCT r.document) AS documents"
    " FROM standing AS i JOIN relations AS r ON r.id = i.id"
    " JOIN actors AS s ON s.id = r.subject JOIN actors AS o ON o.id = r.object"
    " JOIN documents AS d ON d.id = r.document"
    " GROUP BY r.subject, r.object, r.class, r.polarity"
    " ORDER BY r.subject <> ?1, r.class, documents DESC, s.name, o.name, s.key, o.key LIMIT ?2";

constexpr std::string_view statistics_sql =
    "SELECT 'documents' AS what, 'all' AS which, count(*) AS number FROM documents"
    " UNION ALL SELECT 'documents', 'with text', count(text) FROM documents"
    " UNION ALL SELECT 'documents', 'with a date', count(date) FROM documents"
    " UNION ALL SELECT 'documents', 'first date', min(date) FROM documents"
    " UNION ALL SELECT 'documents', 'last date', max(date) FROM documents"
    " UNION ALL SELECT 'sentences', 'all', count(*) FROM sentences"
    " UNION ALL SELECT 'mentions', 'all', count(*) FROM mentions"
    " UNION ALL SELECT 'actors', 'all', count(*) FROM actors"
    " UNION ALL SELECT * FROM (SELECT 'actors', kind, count(*) FROM actors GROUP BY kind"
    "  ORDER BY 3 DESC, 2)"
    " UNION ALL SELECT 'relations', 'all', count(*) FROM relations"
    " UNION ALL SELECT * FROM (SELECT 'relations', class, count(*) FROM relations GROUP BY class"
    "  ORDER BY 3 DESC, 2)"
    " UNION ALL SELECT 'relations', 'with a date', count(date) FROM relations"
    " UNION ALL SELECT 'relations', 'first date', min(date) FROM relations"
    " UNION ALL SELECT 'relations', 'last date', max(date) FROM relations"
    " UNION ALL SELECT 'evidence', 'all', count(*) FROM evidence"
    " UNION ALL SELECT 'file', 'schema', user_version FROM pragma_user_version"
    " UNION ALL SELECT 'file', 'bytes', page_count * page_size"
    "  FROM pragma_page_count, pragma_page_size";

}  // namespace

void describe_actor(const Connection& connection, std::int64_t actor, const QuerySink& sink) {
  Statement rows(connection, actor_sql);
  give_rows(rows.bind(1, actor), sink);
}

void list_names(const Connection& connection, std::int64_t actor, std::int64_t limit,
                const QuerySink& sink) {
  Statement rows(connection, names_sql);
  give_rows(rows.bind(1, actor).bind(2, limit), sink);
}

void list_standing(const Connection& connection, std::int64_t actor, std::int64_t limit,
                   const QuerySink& sink) {
  Statement rows(connection, standing_sql);
  give_rows(rows.bind(1, actor).bind(2, limit), sink);
}

void list_statistics(const Connection& connection, const QuerySink& sink) {
  Statement rows(connection, statistics_sql);
  give_rows(rows, sink);
}

}  // namespace entente::store
