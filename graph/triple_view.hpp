// One relation, or one edge that several make, with all that a list prints of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "util/text_span.hpp"

namespace entente::graph {

/// All views live only as long as the call that hands it out. What an edge merges of
/// several relations is said last; the rest is then of the most certain of them.
struct TripleView {
  struct Part {
    std::string_view name;
    std::string_view key;  ///< Actor::id
    std::string_view kind;
    std::string_view mention;  ///< the words in the text
    std::string_view country;  ///< empty if none
    std::string_view sector;   ///< empty if none
  };

  std::int64_t id = 0;        ///< internal to one database
  std::string_view document;  ///< with `number` the same in every file
  std::int64_t number = 0;    ///< 1-based, of the relations of its document
  std::string_view title;     ///< of the document; empty if none, as the next three
  std::string_view url;
  std::string_view source;
  std::string_view published;
  std::string_view evidence;  ///< the sentence of the first evidence; empty if text was not kept
  util::TextSpan span;        ///< of the sentence, in the document's text
  Part subject;
  Part object;
  std::string_view type;      ///< "CONSULT"
  std::string_view quad;      ///< "verbal cooperation"
  std::string_view mode;      ///< empty if none
  std::string_view contexts;  ///< commas between them; empty if none
  std::string_view cameo;     ///< its code; empty if none
  std::string_view phrase;
  std::string_view lemma;
  std::string_view polarity;
  std::string_view modality;
  bool fact = true;                  ///< graph::is_fact of both
  std::string_view attribution;      ///< name of who says so; empty: the article itself
  std::string_view attribution_key;  ///< Actor::id
  std::string_view date;             ///< of the first; empty: unknown
  std::string_view last_date;        ///< the same for a single relation
  bool symmetric = false;
  double confidence = 0.0;
  std::int64_t evidences = 0;  ///< how many sentences say it
  std::int64_t weight = 1;     ///< how many relations it merges
  std::int64_t documents = 1;  ///< in how many documents
};

}  // namespace entente::graph
