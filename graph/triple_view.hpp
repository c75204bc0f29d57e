// One relation with all that a list of triples prints of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "util/text_span.hpp"

namespace entente::graph {

/// All views live only as long as the call that hands it out.
struct TripleView {
  struct Part {
    std::string_view name;
    std::string_view key;  ///< Actor::id
    std::string_view kind;
    std::string_view mention;  ///< the words in the text
  };

  std::int64_t id = 0;  ///< internal to one database
  std::string_view document;
  std::string_view evidence;  ///< the sentence of the first evidence; empty if text was not kept
  util::TextSpan span;        ///< of the sentence, in the document's text
  Part subject;
  Part object;
  std::string_view type;  ///< "CONSULT"
  std::string_view mode;  ///< empty if none
  std::string_view phrase;
  std::string_view lemma;
  std::string_view polarity;
  std::string_view modality;
  std::string_view attribution;  ///< name of who says so; empty: the article itself
  std::string_view date;         ///< empty: unknown
  bool symmetric = false;
  double confidence = 0.0;
  std::int64_t evidences = 0;  ///< how many sentences say it
};

}  // namespace entente::graph
