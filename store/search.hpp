// Words to sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.hpp"
#include "store/query.hpp"

namespace entente::store {

struct SearchOptions {
  std::string words;                ///< as search_expression() reads them
  std::vector<std::string> actors;  ///< Actor::id; the sentence must speak of all of them
  std::string since;                ///< of publication, ISO 8601; empty: no limit
  std::string until;                ///< the whole of that year, month or day is still in
  std::int64_t limit = 20;
  std::string mark_begin;  ///< put before and after each word that was found
  std::string mark_end;
};

/// What a person types as an expression of FTS5: words that must all be there,
/// "phrases in double quotes", beginnings such as sanction*, and OR, AND, NOT in
/// capitals. Signs that mean something to FTS5 otherwise lose their meaning. Empty
/// if there is no word in it.
std::string search_expression(std::string_view words);

/// Sentences, best match first (BM25): columns document, date, sentence_number,
/// sentence.
void search_sentences(const Connection& connection, const SearchOptions& options,
                      const QuerySink& sink);

/// Actors whose names or aliases have the words: columns name, kind, country,
/// relations, aliases, key.
void search_actors(const Connection& connection, std::string_view words, std::int64_t limit,
                   const QuerySink& sink);

}  // namespace entente::store
