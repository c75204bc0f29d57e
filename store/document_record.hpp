// What the database keeps of one document. The store knows nothing of how it was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.hpp"
#include "graph/relation.hpp"
#include "util/date.hpp"
#include "util/sha256.hpp"
#include "util/text_span.hpp"

namespace entente::store {

/// The facts by which a document is known. Spans elsewhere are bytes of `text`.
struct SourceRecord {
  std::string name;  ///< Document::id, unique in a database
  std::string path;
  std::string title;
  std::string url;
  std::string source;
  std::string place;
  std::optional<util::Date> date;
  std::string text;
};

struct MentionRecord {
  std::string actor;  ///< Actor::id
  std::uint32_t sentence = 0;
  std::string_view kind;  ///< "name", "pronoun", ...: the CHECK of mentions.kind; static text
  util::TextSpan span;
  double confidence = 0.0;
};

struct DocumentRecord {
  SourceRecord source;
  std::vector<util::TextSpan> sentences;  ///< in order, not overlapping
  std::vector<graph::Actor> actors;       ///< all that mentions and relations name
  std::vector<MentionRecord> mentions;
  std::vector<graph::Relation> relations;  ///< each evidence in one of `sentences`
};

/// SHA-256 over name, text and source facts, but not the path: a moved file is the
/// same document.
util::Digest content_hash(const SourceRecord& source);

}  // namespace entente::store
