// How FTS5 makes an index of many sentences at one go.
#pragma once

#include <string>

#include "store/connection.hpp"

namespace entente::store {

inline void configure_search(Connection& connection, const std::string& option, int value) {
  connection.exec("INSERT INTO sentence_search (sentence_search, rank) VALUES ('" + option + "', " +
                  std::to_string(value) + ")");
}

/// In pieces that are merged once, at the end, which takes two thirds of the time and
/// leaves an index that is searched faster. What is gathered for a piece lies all over the
/// memory that it takes: little more than the processor's cache.
inline void expect_much(Connection& connection) {
  configure_search(connection, "hashsize", 4 << 20);
  configure_search(connection, "automerge", 0);
  configure_search(connection, "crisismerge", 1000);
}

inline void merge_pieces(Connection& connection) {
  connection.exec("INSERT INTO sentence_search (sentence_search) VALUES ('optimize')");
}

/// FTS5's own choices.
inline void expect_little(Connection& connection) {
  configure_search(connection, "hashsize", 1 << 20);
  configure_search(connection, "automerge", 4);
  configure_search(connection, "crisismerge", 16);
}

}  // namespace entente::store
