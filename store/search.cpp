#include "store/search.hpp"

#include <algorithm>

namespace entente::store {
namespace {

// A date of less precision than the limit is in if it may be.
constexpr std::string_view sentences_head =
    "SELECT d.name AS document, d.date, n.number AS sentence_number,"
    " highlight(sentence_search, 0, ?4, ?5) AS sentence"
    " FROM sentence_search"
    " JOIN sentences AS n ON n.id = sentence_search.rowid"
    " JOIN documents AS d ON d.id = n.document"
    " WHERE sentence_search MATCH ?1"
    " AND (?2 = '' OR d.date >= substr(?2, 1, length(d.date)))"
    " AND (?3 = '' OR substr(d.date, 1, length(?3)) <= ?3)";
constexpr std::string_view actor_condition =
    " AND EXISTS (SELECT 1 FROM mentions AS m JOIN actors AS a ON a.id = m.actor"
    " WHERE m.sentence = n.id AND a.key = ?)";
constexpr std::string_view sentences_tail = " ORDER BY rank, d.name, n.number LIMIT ?";

constexpr std::string_view actors_sql =
    "SELECT a.name, a.kind, a.country,"
    " (SELECT count(*) FROM relations WHERE subject = a.id)"
    " + (SELECT count(*) FROM relations WHERE object = a.id) AS relations,"
    " (SELECT group_concat(name, '; ') FROM (SELECT name FROM aliases"
    "  WHERE actor = a.id AND name <> a.name ORDER BY mentions DESC, name LIMIT 5)) AS aliases,"
    " a.key"
    " FROM actor_search JOIN actors AS a ON a.id = actor_search.rowid"
    " WHERE actor_search MATCH ?1 ORDER BY relations DESC, a.name, a.key LIMIT ?2";

constexpr int first_actor = 6;

bool is_operator(std::string_view word) { return word == "OR" || word == "AND" || word == "NOT"; }

/// FTS5 cuts words at other signs; bytes over 127 belong to letters or do no harm.
bool has_letters(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::string search_expression(std::string_view words) {
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
  const std::string expression = search_expression(options.words);
  std::string sql(sentences_head);
  int next = first_actor;
  for (std::size_t i = 0; i < options.actors.size(); ++i) {
    sql += std::string(actor_condition);
    sql.insert(sql.size() - 1, std::to_string(next++));
  }
  sql += std::string(sentences_tail) + std::to_string(next);
  Statement rows(connection, sql);
  rows.bind(1, std::string_view(expression));
  rows.bind(2, std::string_view(options.since));
  rows.bind(3, std::string_view(options.until));
  rows.bind(4, std::string_view(options.mark_begin));
  rows.bind(5, std::string_view(options.mark_end));
  next = first_actor;
  for (const auto& actor : options.actors) rows.bind(next++, std::string_view(actor));
  rows.bind(next, options.limit);
  give_rows(rows, sink);
}

void search_actors(const Connection& connection, std::string_view words, std::int64_t limit,
                   const QuerySink& sink) {
  const std::string expression = search_expression(words);
  Statement rows(connection, actors_sql);
  rows.bind(1, std::string_view(expression));
  rows.bind(2, limit);
  give_rows(rows, sink);
}

}  // namespace entente::store
