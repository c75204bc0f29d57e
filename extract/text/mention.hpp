// What resolve leaves in a document: mentions, bound to actors or to none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "util/text_span.hpp"

namespace entente::text {

enum class MentionKind : std::uint8_t {
  name,         ///< "Antony Blinken", "NATO", "the Kremlin"
  adjective,    ///< "Russian" in "Russian invasion"
  role,         ///< "the American president", "Ukraine's foreign minister"
  group,        ///< "senior U.S. officials", "its allies", "Israeli troops"
  description,  ///< "the alliance", "the two leaders", "his counterpart"
  pronoun,      ///< "he", "their", "we"
};

/// How a mention comes to its actors.
enum class Footing : std::uint8_t {
  told,      ///< its words name or describe them
  inferred,  ///< a pronoun, or a guess from what the text has been about
};

/// Why a mention means its actors.
struct Reason {
  Reason(std::string why) : words(std::move(why)) {}  // NOLINT(google-explicit-constructor)
  Reason(const char* why) : words(why) {}             // NOLINT(google-explicit-constructor)
  Reason(Footing how, std::string why) : words(std::move(why)), footing(how) {}

  std::string words;  ///< for `entente why`
  Footing footing = Footing::told;
};

inline Reason inferred(std::string why) { return {Footing::inferred, std::move(why)}; }

/// Words that name or stand for something. Nested ones are all there: in "the
/// U.S. delegation" both "U.S." and the whole. At most one mention has a given head.
struct Mention {
  util::TextSpan span;
  std::uint32_t sentence = 0;  ///< index into Document::sentences
  std::uint32_t first = 0;     ///< tokens [first, last) of Document::tokens
  std::uint32_t last = 0;
  std::uint32_t head = 0;  ///< token that governs the others
  MentionKind kind = MentionKind::name;
  /// Indices into Document::actors: one as a rule, several for "the two leaders",
  /// none where it stays a text mention without identity.
  std::vector<std::uint32_t> actors;
  double confidence = 0.0;  ///< of the resolution, 0 to 1
  std::string reason;       ///< in words, for `entente why`
  Footing footing = Footing::told;
  /// A noun phrase without a name, bound to an actor of this document alone: it stands in a
  /// role only where no named actor does.
  bool unnamed = false;
};

/// A person's office as the text gives it: "Secretary of State Antony Blinken",
/// "Molano, Colombia's defence minister". Found while resolving, told by the
/// position extractor.
struct PositionClaim {
  std::uint32_t holder = 0;                   ///< index into Document::mentions, a person
  std::uint32_t position = 0;                 ///< index into Document::actors, of kind position
  std::optional<std::uint32_t> organisation;  ///< index into Document::actors
  util::TextSpan span;                        ///< the words of the title
  std::uint32_t sentence = 0;
  bool former = false;
  double confidence = 0.0;
};

}  // namespace entente::text
