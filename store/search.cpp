#include "store/search.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente::store {
namespace {

constexpr std::string_view matches_sql =
    "SELECT sentence_search.rowid, rank FROM sentence_search WHERE sentence_search MATCH ?1";
// A date of less precision than the limit is in if it may be.
constexpr std::string_view date_condition =
    " AND EXISTS (SELECT 1 FROM sentences AS n JOIN documents AS d ON d.id = n.document"
    " WHERE n.id = sentence_search.rowid"
    " AND (?2 = '' OR d.date >= substr(?2, 1, length(d.date)))"
    " AND (?3 = '' OR substr(d.date, 1, length(?3)) <= ?3))";
constexpr std::string_view actor_condition =
    " AND EXISTS (SELECT 1 FROM mentions AS m JOIN actors AS a ON a.id = m.actor"
    " WHERE m.sentence = sentence_search.rowid AND a.key = ?)";

constexpr std::string_view place_sql =
    "SELECT d.name, n.number FROM sentences AS n JOIN documents AS d ON d.id = n.document"
    " WHERE n.id = ?";
constexpr std::string_view sentence_sql =
    "SELECT d.name AS document, d.date, n.number AS sentence_number, t.sentence"
    " FROM sentences AS n JOIN documents AS d ON d.id = n.document"
    " JOIN sentence_text AS t ON t.id = n.id WHERE n.id = ?1";
// Matches anew for each sentence, which takes several times as long.
constexpr std::string_view marked_sentence_sql =
    "SELECT d.name AS document, d.date, n.number AS sentence_number,"
    " highlight(sentence_search, 0, ?3, ?4) AS sentence"
    " FROM sentence_search"
    " JOIN sentences AS n ON n.id = sentence_search.rowid"
    " JOIN documents AS d ON d.id = n.document"
    " WHERE sentence_search.rowid = ?1 AND sentence_search MATCH ?2";

constexpr std::string_view actors_sql =
    "SELECT a.name, a.kind, a.country,"
    " (SELECT count(*) FROM relations WHERE subject = a.id)"
    " + (SELECT count(*) FROM relations WHERE object = a.id) AS relations,"
    " (SELECT group_concat(name, '; ') FROM (SELECT name FROM aliases"
    "  WHERE actor = a.id AND name <> a.name ORDER BY mentions DESC, name LIMIT 5)) AS aliases,"
    " a.key"
    " FROM actor_search JOIN actors AS a ON a.id = actor_search.rowid"
    " WHERE actor_search MATCH ?1 ORDER BY relations DESC, a.name, a.key LIMIT ?2";

constexpr int first_actor = 4;

struct Match {
  double rank = 0;  ///< of BM25; the least is best
  std::int64_t sentence = 0;
  std::string document;
  std::int64_t number = 0;
};

std::vector<Match> matches_of(const Connection& connection, const SearchOptions& options,
                              std::string_view expression) {
  std::string sql(matches_sql);
  const bool dated = !options.since.empty() || !options.until.empty();
  if (dated) sql += date_condition;
  int next = first_actor;
  for (std::size_t i = 0; i < options.actors.size(); ++i) {
    sql += actor_condition;
    sql.insert(sql.size() - 1, std::to_string(next++));
  }
  Statement rows(connection, sql);
  rows.bind(1, expression);
  if (dated) rows.bind(2, std::string_view(options.since)).bind(3, std::string_view(options.until));
  next = first_actor;
  for (const auto& actor : options.actors) rows.bind(next++, std::string_view(actor));
  std::vector<Match> found;
  while (rows.step()) found.push_back({rows.real(1), rows.integer(0), {}, 0});
  return found;
}

/// Leaves the best `limit`, equals by document and place. Names are looked up for no more
/// than may stay.
void keep_best(const Connection& connection, std::int64_t limit, std::vector<Match>& all) {
  const auto count = limit < 0 ? all.size() : static_cast<std::size_t>(limit);
  const auto better = [](const Match& one, const Match& other) { return one.rank < other.rank; };
  if (count == 0) return all.clear();
  if (count < all.size()) {
    const auto last = all.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(all.begin(), last, all.end(), better);
    const double least = last->rank;
    std::erase_if(all, [&](const Match& match) { return match.rank > least; });
  }
  Statement place(connection, place_sql);
  for (auto& match : all) {
    if (place.bind(1, match.sentence).step()) {
      match.document = place.text(0);
      match.number = place.integer(1);
    }
    place.reset();
  }
  std::sort(all.begin(), all.end(), [](const Match& one, const Match& other) {
    return std::tie(one.rank, one.document, one.number) <
           std::tie(other.rank, other.document, other.number);
  });
  all.resize(std::min(all.size(), count));
}

bool is_operator(std::string_view word) { return word == "OR" || word == "AND" || word == "NOT"; }

/// FTS5 cuts words at other signs; bytes over 127 belong to letters or do no harm.
bool has_letters(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// For words that hold none an expression that nothing matches; an empty one is an error.
std::string expression_of(std::string_view words) {
  const std::string expression = search_expression(words);
  return expression.empty() ? "\"\"" : expression;
}

}  // namespace

std::string search_expression(std::string_view typed) {
  // To FTS5 a NUL is the end.
  std::string clean(typed);
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  std::string_view words = clean;
  std::string expression;
  std::string pending;  // an operator that waits for its right side
  const auto add = [&](std::string_view term, bool is_beginning) {
    if (!has_letters(term)) return;
    if (!expression.empty()) expression += pending.empty() ? " AND " : " " + pending + " ";
    pending.clear();
    expression += '"' + std::string(term) + '"';
    if (is_beginning) expression += '*';
  };
  while (!words.empty()) {
    if (words.front() == '"') {
      words.remove_prefix(1);
      const auto end = std::min(words.find('"'), words.size());
      add(words.substr(0, end), false);
      words.remove_prefix(std::min(end + 1, words.size()));
      continue;
    }
    const auto end = std::min(words.find_first_of(" \t\n\""), words.size());
    const auto word = words.substr(0, end);
    words.remove_prefix(end == 0 || (end < words.size() && words[end] != '"') ? end + 1 : end);
    if (is_operator(word)) {
      pending = expression.empty() ? "" : std::string(word);
    } else if (!word.empty() && word.back() == '*') {
      add(word.substr(0, word.size() - 1), true);
    } else {
      add(word, false);
    }
  }
  return expression;
}

void search_sentences(const Connection& connection, const SearchOptions& options,
                      const QuerySink& sink) {
  const std::string expression = expression_of(options.words);
  auto found = matches_of(connection, options, expression);
  keep_best(connection, options.limit, found);
  // Asked for a sentence that is not there, the statement still names its columns.
  if (found.empty()) found.push_back({});
  const bool marked = !options.mark_begin.empty() || !options.mark_end.empty();
  Statement row(connection, marked ? marked_sentence_sql : sentence_sql);
  if (marked) {
    row.bind(2, std::string_view(expression));
    row.bind(3, std::string_view(options.mark_begin)).bind(4, std::string_view(options.mark_end));
  }
  bool first = true;
  const QuerySink rows{[&](auto names) {
                         if (std::exchange(first, false)) sink.columns(names);
                       },
                       sink.row};
  for (const auto& match : found) {
    give_rows(row.bind(1, match.sentence), rows);
    row.reset();
  }
}

void search_actors(const Connection& connection, std::string_view words, std::int64_t limit,
                   const QuerySink& sink) {
  const std::string expression = expression_of(words);
  Statement rows(connection, actors_sql);
  rows.bind(1, std::string_view(expression));
  rows.bind(2, limit);
  give_rows(rows, sink);
}

}  // namespace entente::store
