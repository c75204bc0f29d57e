// Which of a sentence's time expressions says when an act takes place.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/relations/direction.hpp"
#include "extract/relations/time_expression.hpp"

namespace entente::relations {

/// When an act takes place.
struct EventTime {
  /// None if the words are there but give no date: "at the time", "before the war".
  /// Then the document's date must not be put in its place.
  std::optional<util::Date> date;
  std::optional<util::Date> until;  ///< only for a range
  TimeExpression expression;
};

/// The time that the sentence gives for the act told by token `predicate`, a verb,
/// an adjective with copula or an event noun. None if the sentence gives none: then
/// the caller may fall back to the document's date where the act is the news itself.
/// `expressions` are those of the sentence. Of a chain such as "agreed to meet on
/// Monday" each verb has its own time: ask for the one whose act is meant.
std::optional<EventTime> event_time(const text::Document& document,
                                    const std::vector<TimeExpression>& expressions,
                                    std::uint32_t predicate, Direction direction);

/// The same with the expressions of the sentence that holds `predicate` and its own direction.
std::optional<EventTime> event_time(const text::Document& document, const text::Sentence& sentence,
                                    std::uint32_t predicate);

}  // namespace entente::relations
