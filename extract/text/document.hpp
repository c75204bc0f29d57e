// A document and the layers that the stages add to it, in order: read fills the
// source facts, annotate sentences and tokens, resolve mentions, extract triples.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/mention.hpp"
#include "extract/text/token.hpp"
#include "extract/text/triple.hpp"
#include "graph/actor.hpp"
#include "util/date.hpp"
#include "util/text_span.hpp"

namespace entente::text {

/// Tokens [first, last) of Document::tokens, exactly one of which is the root.
struct Sentence {
  TextSpan span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<std::string> comments;  ///< CoNLL-U comment lines, kept when the input was CoNLL-U
};

/// Owns its text. Every span of every layer is a byte range of `text`, which is
/// valid UTF-8 of less than 4 GiB and never changes after reading.
struct Document {
  // read
  std::string id;    ///< the file's stem or the JSONL `id`
  std::string path;  ///< where it was read from; "-" for standard input
  std::string title;
  std::string url;
  std::string source;  ///< publisher or agency, "Reuters" from a credit if nothing better
  std::string place;   ///< of the dateline: "WASHINGTON"
  std::optional<util::Date> date;
  std::string text;
  std::vector<TextSpan> furniture;  ///< credits and datelines: in the text, in no sentence

  // annotate
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;

  // resolve
  std::vector<graph::Actor> actors;  ///< each once
  std::vector<Mention> mentions;     ///< in order of span.begin, then longest first
  std::vector<PositionClaim> positions;

  // extract
  std::vector<Triple> triples;

  /// A view into `text`, valid as long as the document is neither moved nor destroyed.
  [[nodiscard]] std::string_view text_of(TextSpan span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view form(const Token& token) const { return text_of(token.span); }
};

}  // namespace entente::text
