// What a sentence says: mention, predicate, mention, and how it is said.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/text/mention.hpp"
#include "graph/relation.hpp"
#include "util/date.hpp"
#include "util/text_span.hpp"

namespace entente::text {

/// One statement of one sentence about two actors. Only merge turns triples
/// into relations of the graph.
struct Triple {
  std::uint32_t sentence = 0;  ///< index into Document::sentences
  std::uint32_t subject = 0;   ///< indices into Document::actors
  std::uint32_t object = 0;
  util::TextSpan subject_span;  ///< the words that carry each of them here
  util::TextSpan object_span;
  util::TextSpan predicate_span;
  std::string subject_reason;  ///< how each was resolved
  std::string object_reason;
  Footing subject_footing = Footing::told;
  Footing object_footing = Footing::told;
  std::string polarity_reason;  ///< the word that negates, or undoes a negation; empty if none
  std::string modality_reason;  ///< the word that makes it other than actual; empty if none
  std::string date_reason;      ///< the words that give the date; empty if none
  graph::RelationClass type = graph::RelationClass::other;
  std::string mode;
  std::string contexts;  ///< as graph::Relation has them
  std::string phrase;    ///< predicate as in the text
  std::string lemma;     ///< predicate by lemmas: "hold talks with"
  graph::Polarity polarity = graph::Polarity::affirmed;
  graph::Modality modality = graph::Modality::actual;
  std::optional<std::uint32_t> attribution;  ///< index into Document::actors
  std::optional<util::Date> date;
  bool symmetric = false;
  double confidence = 0.0;
  std::string extractor;  ///< row of the registry
  std::string frame;      ///< lexicon entry or rule that fired
};

}  // namespace entente::text
