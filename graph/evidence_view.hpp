// One sentence that a relation rests on, with the article it stands in.
#pragma once

#include <cstdint>
#include <string_view>

#include "util/text_span.hpp"

namespace entente::graph {

/// All views live only as long as the call that hands it out. Spans are bytes of `sentence`;
/// all are empty if the text was not kept.
struct EvidenceView {
  std::int64_t relation = 0;     ///< Edge::relation
  std::int64_t sentence_id = 0;  ///< internal to one database; the same for the same sentence
  std::string_view sentence;
  util::TextSpan subject;
  util::TextSpan predicate;
  util::TextSpan object;
  std::string_view attribution;  ///< name of who says so; empty: the article itself
  std::string_view document;     ///< its name in the database
  std::string_view title;        ///< these four are empty where unknown
  std::string_view url;
  std::string_view source;
  std::string_view published;
};

}  // namespace entente::graph
