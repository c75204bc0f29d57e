// What a time expression says before it is known which year, month or day it means.
#pragma once

#include <optional>
#include <string_view>

#include "extract/relations/time_words.hpp"
#include "util/date.hpp"

namespace entente::relations {

/// Where the event lies from the document's date, as its verb's tense tells:
/// "met on Monday" looks back, "will meet on Monday" ahead, and where no tense
/// tells ("Monday's meeting") the nearest Monday is meant.
enum class Direction { past, present, future };

/// "last", "this" and "next".
enum class Shift { none, last, current, next };

enum class Holiday { none, easter, good_friday, easter_monday, thanksgiving };

/// The meaning of the words. Which fields count depends on `form`.
struct TimeReference {
  enum class Form {
    unknown,   ///< a time that the words alone do not fix: "at the time", "years ago"
    calendar,  ///< year, month, day, each 0 if not said; weekday as a check
    weekday,   ///< weekday, shift, weeks
    weekend,   ///< shift
    season,    ///< season, shift, year
    holiday,   ///< holiday, year
    offset,    ///< amount and unit from the document's date, or from `base`
  };

  Form form = Form::unknown;
  int year = 0;
  int month = 0;
  int day = 0;
  std::optional<int> year_shift;  ///< "in May last year": -1 from the document's year
  int weekday = -1;
  int season = -1;
  Holiday holiday = Holiday::none;
  Shift shift = Shift::none;
  TimeUnit unit = TimeUnit::day;
  int amount = 0;            ///< of `unit`; negative before
  bool approximate = false;  ///< "nearly two years ago": one step less precise
  bool narrative = false;    ///< counts from a date told before: "a day later", "the same year"
  std::optional<util::Date> base;  ///< that date, if there is one
};

TimeReference calendar_time(int year, int month = 0, int day = 0);
TimeReference offset_time(TimeUnit unit, int amount);     ///< from the document's date
TimeReference narrative_time(TimeUnit unit, int amount);  ///< from a date told before
std::optional<Shift> shift_of(std::string_view word);     ///< "last", "this", "coming"
int steps(Shift shift);                                   ///< -1, 0 or 1

/// The date at the precision that the words give: a week gives its month, a season
/// its year. None if the words do not tell or need a document date that is missing.
std::optional<util::Date> resolve(const TimeReference& reference,
                                  const std::optional<util::Date>& document_date,
                                  Direction direction);

/// `date` with no more than the precision of a `unit`.
util::Date at_precision(util::Date date, TimeUnit unit);

}  // namespace entente::relations
