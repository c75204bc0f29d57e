// An edge of the knowledge graph and the words it rests on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "util/date.hpp"
#include "util/text_span.hpp"

namespace entente::graph {

/// PLOVER event types, then standing relations. Source: PLOVER manual 0.8; the table
/// relation_types of schemas/001_graph.sql says what each means.
enum class RelationClass {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  holds_position,
  member_of,
  part_of,
  located_in,
  other,
  statement,
};

enum class Polarity { affirmed, negated };
enum class Modality { actual, planned_future, hypothetical, demanded };
/// Cooperation and conflict in words and deeds; `none` for standing relations.
enum class Quad {
  none,
  verbal_cooperation,
  material_cooperation,
  verbal_conflict,
  material_conflict
};

/// "CONSULT", "HOLDS_POSITION", ...
std::string_view name_of(RelationClass value);
std::string_view name_of(Polarity value);
std::string_view name_of(Modality value);
std::string_view name_of(Quad value);
/// All of them, in order.
std::span<const RelationClass> relation_classes();
std::optional<RelationClass> relation_class(std::string_view name);
std::optional<Polarity> polarity(std::string_view name);
std::optional<Modality> modality(std::string_view name);
std::optional<Quad> quad(std::string_view name);
Quad quad_of(RelationClass value);
bool is_event(RelationClass value);   ///< one of the sixteen PLOVER types
bool is_static(RelationClass value);  ///< position, membership, part, place

/// Where one document says it. All spans are bytes of the stored document text.
struct Evidence {
  std::string document;  ///< Document::id
  util::TextSpan sentence;
  util::TextSpan subject;  ///< of a speaker perhaps in another sentence
  util::TextSpan predicate;
  util::TextSpan object;
  std::string subject_mention;  ///< the words of the spans, as in the text
  std::string object_mention;
  std::string phrase;          ///< predicate words as in the text: "held talks with"
  std::string extractor;       ///< row of extract/relations/registry.cpp
  std::string frame;           ///< lexicon entry or rule that fired, for `entente why`
  std::string subject_reason;  ///< how each actor was resolved, in words
  std::string object_reason;
  std::string polarity_reason;  ///< the words that decided; empty where none did
  std::string modality_reason;
  std::string date_reason;
  double confidence = 0.0;  ///< 0 (guess) to 1 (certain)
};

/// "subject --class--> object" with at least one evidence. Names actors by id,
/// so copying it never needs a database.
struct Relation {
  std::string subject;  ///< Actor::id
  std::string object;   ///< Actor::id
  RelationClass type = RelationClass::other;
  std::string mode;      ///< PLOVER mode such as "phone"; empty if none
  std::string contexts;  ///< PLOVER contexts in order, commas between: "economic,legal"
  std::string lemma;     ///< "hold talks with"
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
  std::optional<std::string> attribution;  ///< Actor::id of who says so; none = the article itself
  std::optional<util::Date> date;          ///< of the event
  bool symmetric = false;
  double confidence = 0.0;  ///< of the best evidence
  std::vector<Evidence> evidence;
};

}  // namespace entente::graph
