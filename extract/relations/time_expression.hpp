// Finds the words of a sentence that say when, and works out the date they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relations/time_reference.hpp"
#include "extract/text/document.hpp"

namespace entente::relations {

enum class TimeKind : std::uint8_t {
  point,     ///< one day, month or year: "Wednesday", "last month", "in 2014"
  range,     ///< from `date` until `until`: "from 1997 to 1999", "the 1990s"
  duration,  ///< how long, not when: "for three days"
  set,       ///< again and again: "every Monday"
};

/// The word before that relates the event to the time.
enum class TimeRelation : std::uint8_t { at, since, until, before, after, by };

/// One expression, without its preposition. `date` and `until` are resolved by
/// the tense of the clause that holds it; none if the words do not tell.
struct TimeExpression {
  util::TextSpan span;
  std::uint32_t first = 0;  ///< tokens [first, last) of Document::tokens
  std::uint32_t last = 0;
  TimeKind kind = TimeKind::point;
  TimeRelation relation = TimeRelation::at;
  std::optional<util::Date> date;
  std::optional<util::Date> until;
  bool anchored = false;  ///< the words give the year: no document date was needed
  /// "two days before the summit": counts from an event named after it.
  bool from_event = false;
  TimeReference begin;
  TimeReference end;  ///< of a range
};

/// In order of the text; they do not overlap. Works on the words alone, so that a
/// bad parse does no harm; the tree, if any, only tells the direction. Without a
/// document date only anchored expressions get one. Keeps no state.
std::vector<TimeExpression> find_time_expressions(const text::Document& document,
                                                  const text::Sentence& sentence);

/// Sets `date` and `until` anew for an event that lies in that direction.
void resolve(TimeExpression& expression, const std::optional<util::Date>& document_date,
             Direction direction);

}  // namespace entente::relations
