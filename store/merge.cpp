#include "store/merge.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "store/bulk_load.hpp"
#include "store/curation.hpp"
#include "store/database.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

/// Copied with new row ids, in this order: whom a row refers to comes before it.
struct Table {
  std::string_view name;
  std::string_view columns;  ///< without id
  std::string_view values;   ///< of the alias t and the maps
  std::string_view joins;
};

constexpr std::array<Table, 5> numbered{{
    {"documents", "name, hash, path, title, url, source, place, date, text, program",
     "'~' || hex(t.hash), t.hash, t.path, t.title, t.url, t.source, t.place, t.date, t.text,"
     " t.program",
     ""},
    {"sentences", "document, number, byte_begin, byte_end",
     "t.document + :documents, t.number, t.byte_begin, t.byte_end", ""},
    // Actors as they were read: what people put right is applied when all is there.
    {"mentions", "sentence, actor, kind, byte_begin, byte_end, confidence, name",
     "t.sentence + :sentences, a.there, t.kind, t.byte_begin, t.byte_end, t.confidence, t.name",
     " JOIN actor_map AS a ON a.here = coalesce(t.read_actor, t.actor)"},
    {"relations",
     "document, subject, object, class, mode, predicate, polarity, modality, attribution, date,"
     " symmetric, confidence, fact, contexts, cameo",
     "t.document + :documents, s.there, o.there, t.class, t.mode, t.predicate, t.polarity,"
     " t.modality, a.there, t.date, t.symmetric, t.confidence, t.fact, t.contexts, t.cameo",
     " JOIN actor_map AS s ON s.here = coalesce(t.read_subject, t.subject)"
     " JOIN actor_map AS o ON o.here = coalesce(t.read_object, t.object)"
     " LEFT JOIN actor_map AS a ON a.here = coalesce(t.read_attribution, t.attribution)"},
    {"evidence",
     "relation, sentence, subject_begin, subject_end, predicate_begin, predicate_end,"
     " object_begin, object_end, phrase, confidence, rule, subject_reason, object_reason, "
     "polarity_reason,"
     " modality_reason, date_reason",
     "t.relation + :relations, t.sentence + :sentences, t.subject_begin, t.subject_end,"
     " t.predicate_begin, t.predicate_end, t.object_begin, t.object_end, t.phrase, t.confidence,"
     " u.there, s.there, o.there, t.polarity_reason, t.modality_reason, t.date_reason",
     " JOIN rule_map AS u ON u.here = t.rule JOIN reason_map AS s ON s.here = t.subject_reason"
     " JOIN reason_map AS o ON o.here = t.object_reason"},
}};

/// Which document a row of each table hangs on.
std::string document_of(std::string_view table) {
  if (table == "documents") return "t.id";
  if (table == "sentences" || table == "relations") return "t.document";
  return "(SELECT document FROM other.sentences WHERE id = t.sentence)";
}

// Row values of facts compare as Writer compares them.
constexpr const char* actors_sql =
    "UPDATE main.actors SET name = read_name, read_name = NULL WHERE read_name IS NOT NULL;"
    "INSERT INTO main.actors (key, name, kind, country, sector, sector2)"
    " SELECT key, coalesce(read_name, name), kind, country, sector, sector2 FROM other.actors "
    "WHERE true"
    " ON CONFLICT (key) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
    " country = excluded.country, sector = excluded.sector, sector2 = excluded.sector2"
    " WHERE (excluded.name, excluded.kind, coalesce(excluded.country, ''),"
    " coalesce(excluded.sector, ''), coalesce(excluded.sector2, ''))"
    " < (actors.name, actors.kind, coalesce(actors.country, ''), coalesce(actors.sector, ''),"
    " coalesce(actors.sector2, ''))";

constexpr const char* maps_sql =
    "INSERT OR IGNORE INTO main.rules (extractor, frame) SELECT extractor, frame FROM other.rules;"
    "INSERT OR IGNORE INTO main.reasons (words) SELECT words FROM other.reasons;"
    "CREATE TEMP TABLE actor_map (here INTEGER PRIMARY KEY, there INTEGER NOT NULL);"
    "INSERT INTO actor_map SELECT o.id, m.id FROM other.actors AS o"
    " JOIN main.actors AS m ON m.key = o.key;"
    "CREATE TEMP TABLE rule_map (here INTEGER PRIMARY KEY, there INTEGER NOT NULL);"
    "INSERT INTO rule_map SELECT o.id, m.id FROM other.rules AS o"
    " JOIN main.rules AS m ON m.extractor = o.extractor AND m.frame = o.frame;"
    "CREATE TEMP TABLE reason_map (here INTEGER PRIMARY KEY, there INTEGER NOT NULL);"
    "INSERT INTO reason_map SELECT o.id, m.id FROM other.reasons AS o"
    " JOIN main.reasons AS m ON m.words = o.words;"
    // A document without its text gives way to the same with it.
    "CREATE TEMP TABLE taken (document INTEGER PRIMARY KEY, replaces INTEGER);"
    "INSERT INTO taken SELECT o.id, m.id FROM other.documents AS o"
    " LEFT JOIN main.documents AS m ON m.hash = o.hash"
    " WHERE m.id IS NULL OR (m.text IS NULL AND o.text IS NOT NULL);";

// Taking out needs the indexes.
constexpr const char* replaced_sql =
    "SELECT EXISTS (SELECT 1 FROM other.documents AS o JOIN main.documents AS m"
    " ON m.hash = o.hash WHERE m.text IS NULL AND o.text IS NOT NULL)";

// The words of a mention by name, as Writer counts them.
constexpr const char* aliases_sql =
    "INSERT INTO main.aliases (actor, name, mentions)"
    " SELECT a.there, coalesce(t.name, CAST(substr(CAST(d.text AS BLOB), t.byte_begin + 1,"
    "  t.byte_end - t.byte_begin) AS TEXT)) AS words, count(*)"
    " FROM other.documents AS d JOIN taken AS k ON k.document = d.id"
    " JOIN other.sentences AS n ON n.document = d.id"
    " JOIN other.mentions AS t ON t.sentence = n.id"
    " JOIN actor_map AS a ON a.here = coalesce(t.read_actor, t.actor)"
    " WHERE t.kind = 'name' AND words IS NOT NULL GROUP BY 1, 2"
    " ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions";

// Where a document is in both, what tells of its reading is the smaller of the two.
constexpr const char* doubles_sql =
    "UPDATE main.documents SET path = min(documents.path, o.path), program = "
    "min(documents.program, o.program)"
    " FROM other.documents AS o WHERE o.hash = documents.hash"
    " AND (o.path <> documents.path OR o.program <> documents.program)";

// What failed in one and was read in another did not fail.
constexpr const char* failures_sql =
    "INSERT INTO main.failures (hash, name, path, error, program)"
    " SELECT hash, name, path, error, program FROM other.failures WHERE true"
    " ON CONFLICT (hash) DO UPDATE SET name = min(name, excluded.name),"
    " path = min(path, excluded.path), error = min(error, excluded.error),"
    " program = min(program, excluded.program);"
    "DELETE FROM main.failures WHERE hash IN (SELECT hash FROM main.documents);";

void uncount_replaced(Connection& into) {
  into.exec(
      "UPDATE main.aliases SET mentions = mentions - c.count FROM"
      " (SELECT m.actor, m.name, count(*) AS count FROM taken AS k"
      "  JOIN main.sentences AS n ON n.document = k.replaces"
      "  JOIN main.mentions AS m ON m.sentence = n.id WHERE m.kind = 'name' GROUP BY 1, 2) AS c"
      " WHERE c.actor = aliases.actor AND c.name = aliases.name AND aliases.mentions > c.count");
  into.exec(
      "DELETE FROM main.aliases WHERE (actor, name) IN (SELECT m.actor, m.name FROM taken AS k"
      " JOIN main.sentences AS n ON n.document = k.replaces"
      " JOIN main.mentions AS m ON m.sentence = n.id WHERE m.kind = 'name'"
      " GROUP BY 1, 2 HAVING count(*) >= (SELECT mentions FROM main.aliases AS l"
      " WHERE l.actor = m.actor AND l.name = m.name))");
}

using Offsets = std::map<std::string, RowId>;

void copy(Connection& into, const Table& table, Offsets& offsets) {
  const std::string name(table.name);
  const RowId offset = into.number("SELECT coalesce(max(id), 0) FROM main." + name) -
                       into.number("SELECT coalesce(min(id), 1) - 1 FROM other." + name);
  offsets[name] = offset;
  std::string values(table.values);
  for (const auto& [other, number] : offsets) {
    const std::string mark = ":" + other;
    for (auto at = values.find(mark); at != std::string::npos; at = values.find(mark)) {
      values.replace(at, mark.size(), std::to_string(number));
    }
  }
  into.exec("INSERT INTO main." + name + " (id, " + std::string(table.columns) +
            ") SELECT t.id + " + std::to_string(offset) + ", " + values + " FROM other." + name +
            " AS t" + std::string(table.joins) + " WHERE " + document_of(table.name) +
            " IN (SELECT document FROM taken) ORDER BY t.id");
}

// One of two that differ in nothing but that the one was taken back: it stays taken back.
constexpr const char* curation_sql =
    "CREATE TEMP TABLE rules_by_hand AS"
    " SELECT act, actor, other, name, document, words, note, made, min(undone) AS undone"
    " FROM (SELECT * FROM main.curation UNION ALL SELECT * FROM other.curation)"
    " GROUP BY act, actor, other, name, document, words, note, made;"
    "DELETE FROM main.curation;"
    "INSERT INTO main.curation (act, actor, other, name, document, words, note, made, undone)"
    " SELECT * FROM rules_by_hand ORDER BY made, act, actor, other, name, document, words, note;"
    "DROP TABLE temp.rules_by_hand;";

/// Attached as "other" until the end of the scope.
class Attached {
 public:
  Attached(Connection& connection, const std::string& path) : connection_(connection) {
    Statement attach(connection, "ATTACH ? AS other");
    attach.run(std::string_view(path));
  }
  ~Attached() {
    try {
      connection_.exec("DETACH other");
    } catch (const std::exception&) {  // it goes with the connection
    }
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  Connection& connection_;
};

void merge_attached(Connection& into, MergeCounts& counts) {
  into.exec(actors_sql);
  into.exec(maps_sql);
  counts.documents = into.number("SELECT count(*) FROM taken WHERE replaces IS NULL");
  counts.doubles = into.number("SELECT count(*) FROM other.documents") - counts.documents;
  into.exec(doubles_sql);
  if (into.number("SELECT count(*) FROM taken WHERE replaces IS NOT NULL") != 0) {
    uncount_replaced(into);
    into.exec("DELETE FROM main.documents WHERE id IN (SELECT replaces FROM taken)");
  }
  Offsets offsets;
  for (const auto& table : numbered) copy(into, table, offsets);
  // Meanwhile documents bear names that cannot meet; what they were called stays here.
  into.exec(
      "UPDATE main.documents SET name = documents.name || ' ' || o.name FROM other.documents AS o"
      " WHERE o.hash = documents.hash AND documents.id > " +
      std::to_string(offsets.at("documents")) + " AND documents.name = '~' || hex(o.hash)");
  into.exec(aliases_sql);
  into.exec(curation_sql);
  into.exec(failures_sql);
  for (const char* table : {"actor_map", "rule_map", "reason_map", "taken"}) {
    into.exec(std::string("DROP TABLE temp.") + table);
  }
}

struct Name {
  RowId id = 0;
  std::string base;
  std::string hash;  ///< hexadecimal
};

/// What the document was called before anything met it: without the marks of a merge.
std::string base_of(std::string name, const std::string& hash) {
  const std::string waiting = "~" + hash + " ";
  if (name.compare(0, waiting.size(), waiting) == 0) name.erase(0, waiting.size());
  std::string mark = "~" + hash.substr(0, 8);
  std::transform(mark.begin(), mark.end(), mark.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
  const bool marked =
      name.size() > mark.size() && name.compare(name.size() - mark.size(), mark.size(), mark) == 0;
  return marked ? name.substr(0, name.size() - mark.size()) : name;
}

}  // namespace

MergeCounts merge_from(Connection& into, const std::string& path) {
  MergeCounts counts;
  open_database(path, OpenMode::read_only);  // is it ours, and of this schema?
  const Attached attached(into, path);
  if (is_bulk_loading(into) && into.number(replaced_sql) != 0) finish_bulk_load(into);
  Transaction transaction(into);
  merge_attached(into, counts);
  transaction.commit();
  return counts;
}

void finish_merge(Connection& merged) {
  std::vector<Name> names;
  {
    Statement rows(merged, "SELECT id, name, hex(hash) FROM documents");
    while (rows.step()) {
      const std::string hash(rows.text(2));
      names.push_back({rows.integer(0), base_of(std::string(rows.text(1)), hash), hash});
    }
  }
  std::sort(names.begin(), names.end(), [](const Name& one, const Name& other) {
    return std::tie(one.base, one.hash) < std::tie(other.base, other.hash);
  });
  Transaction transaction(merged);
  // First all out of each other's way, then each to its own.
  merged.exec("UPDATE documents SET name = '~' || hex(hash)");
  Statement update(merged,
                   "UPDATE documents SET name = ?1 || iif(?3, lower('~' || ?4), '') WHERE id = ?2");
  std::string_view before;
  for (const auto& name : names) {
    const bool again = name.base == before;
    update.run(std::string_view(name.base), name.id, static_cast<RowId>(again ? 1 : 0),
               std::string_view(name.hash).substr(0, 8));
    before = name.base;
  }
  apply_curation(merged);
  transaction.commit();
}

}  // namespace entente::store
