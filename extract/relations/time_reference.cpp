#include "extract/relations/time_reference.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace entente::relations {
namespace {

using util::Date;

/// News is written a little before or after its date: "Jan. 10" in the past tense
/// may still be the day after the document's.
constexpr int slack_days = 3;

/// A day's place on a line; months and years count by their first day.
int day_number(const Date& date) {
  // Days from 0000-03-01 (Hinnant's civil-from-days, inverted).
  const int month = std::max(date.month, 1);
  const int day = std::max(date.day, 1);
  const int year = date.year - (month <= 2 ? 1 : 0);
  const int shifted = month + (month > 2 ? -3 : 9);
  return year * 365 + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day;
}

Date whole_day(const Date& date) {
  return {date.year, std::max(date.month, 1), std::max(date.day, 1)};
}

Date same_precision(const Date& document, const Date& like) {
  return {document.year, like.has_month() ? document.month : 0, like.has_day() ? document.day : 0};
}

/// Picks among the same day or month of several years.
template <typename Candidates>
std::optional<Date> choose(const Candidates& candidates, const Date& document, Direction direction,
                           Shift shift) {
  std::optional<Date> best;
  int best_cost = 0;
  for (const Date& candidate : candidates) {
    const int distance = day_number(candidate) - day_number(same_precision(document, candidate));
    const int slack = candidate.has_day() ? slack_days : 0;
    if (shift == Shift::last && distance >= 0) continue;
    if (shift == Shift::next && distance <= 0) continue;
    if (shift == Shift::current && candidate.year != document.year) continue;
    if (shift == Shift::none && direction == Direction::past && distance > slack) continue;
    if (shift == Shift::none && direction == Direction::future && distance < -slack) continue;
    if (!best || std::abs(distance) < best_cost) {
      best = candidate;
      best_cost = std::abs(distance);
    }
  }
  return best;
}

Date easter_sunday(int year) {
  // The anonymous Gregorian computus.
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

Date holiday_in(Holiday holiday, int year) {
  switch (holiday) {
    case Holiday::good_friday:
      return util::add_days(easter_sunday(year), -2);
    case Holiday::easter_monday:
      return util::add_days(easter_sunday(year), 1);
    case Holiday::thanksgiving: {
      const int first = util::weekday({year, 11, 1});
      return {year, 11, 1 + (3 - first + 7) % 7 + 21};
    }
    default:
      return easter_sunday(year);
  }
}

bool is_valid(const Date& date) {
  return !date.has_day() || date.day <= util::days_in_month(date.year, date.month);
}

std::optional<Date> resolve_calendar(const TimeReference& r, const std::optional<Date>& document,
                                     Direction direction) {
  if (r.year != 0) {
    const Date date{r.year, r.month, r.day};
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  if (!document) return std::nullopt;
  if (r.year_shift) {
    const Date date{document->year + *r.year_shift, r.month, r.day};
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  if (r.month == 0) {  // "on the 7th"
    std::vector<Date> days;
    for (int offset = -1; offset <= 1; ++offset) {
      Date date = util::add_months(whole_day(*document), offset);
      date.day = r.day;
      if (is_valid(date)) days.push_back(date);
    }
    return choose(days, whole_day(*document), direction, r.shift);
  }
  std::vector<Date> years;
  for (int year = document->year - 1; year <= document->year + 1; ++year) {
    const Date date{year, r.month, r.day};
    if (!is_valid(date)) continue;
    if (date.has_day() && r.weekday >= 0 && util::weekday(date) == r.weekday) {
      // The weekday proves the year, whatever the tense.
      return date;
    }
    years.push_back(date);
  }
  return choose(years, *document, direction, r.shift);
}

std::optional<Date> resolve_weekday(const TimeReference& r, const Date& document,
                                    Direction direction) {
  if (!document.has_day()) return std::nullopt;
  const int today = util::weekday(document);
  const int ahead = (r.weekday - today + 7) % 7;  // 0 to 6
  if (r.amount != 0) return util::add_days(document, r.weekday - today + 7 * r.amount);
  switch (r.shift) {
    case Shift::last:
      return util::add_days(document, ahead == 0 ? -7 : ahead - 7);
    case Shift::next:
      return util::add_days(document, r.weekday - today + 7);
    case Shift::current:
      if (direction == Direction::future) return util::add_days(document, ahead);
      return util::add_days(document, r.weekday - today);
    case Shift::none:
      break;
  }
  if (direction == Direction::future) return util::add_days(document, ahead);
  const int back = ahead == 0 ? 0 : ahead - 7;
  if (direction == Direction::past) return util::add_days(document, back);
  // What is talked of without tense is more often over than to come.
  return util::add_days(document, ahead <= 2 ? ahead : back);
}

std::optional<Date> resolve_weekend(const TimeReference& r, const Date& document,
                                    Direction direction) {
  if (!document.has_day()) return std::nullopt;
  const int today = util::weekday(document);
  int days = 5 - today;  // this week's Saturday
  if (r.shift == Shift::next) days += 7;
  const bool back = r.shift == Shift::last ||
                    (r.shift == Shift::none && direction != Direction::future && today < 5);
  if (back) days -= 7;
  return at_precision(util::add_days(document, days), TimeUnit::month);
}

std::optional<Date> resolve_season(const TimeReference& r, const std::optional<Date>& document,
                                   Direction direction) {
  if (r.year != 0) return Date{r.year, 0, 0};
  if (!document) return std::nullopt;
  if (!document->has_month() || r.shift == Shift::current) return Date{document->year, 0, 0};
  // Winter is told by its January, so that "last winter" in March is this year's.
  const int start = r.season == 0 ? 1 : r.season * 3;
  const int end = start + 2;
  int year = document->year;
  if (r.shift == Shift::last && document->month <= end) --year;
  if (r.shift == Shift::next && document->month >= start) ++year;
  if (r.shift == Shift::none && direction == Direction::past && document->month < start) --year;
  if (r.shift == Shift::none && direction == Direction::future && document->month > end) ++year;
  return Date{year, 0, 0};
}

std::optional<Date> resolve_holiday(const TimeReference& r, const std::optional<Date>& document,
                                    Direction direction) {
  if (r.year != 0) return holiday_in(r.holiday, r.year);
  if (!document) return std::nullopt;
  std::vector<Date> years;
  for (int year = document->year - 1; year <= document->year + 1; ++year) {
    years.push_back(holiday_in(r.holiday, year));
  }
  return choose(years, whole_day(*document), direction, r.shift);
}

std::optional<Date> moved(const Date& from, TimeUnit unit, int amount) {
  const bool precise = unit == TimeUnit::hour || unit == TimeUnit::day || unit == TimeUnit::week;
  if (precise && !from.has_day()) return std::nullopt;
  if (unit == TimeUnit::month && !from.has_month()) return std::nullopt;
  switch (unit) {
    case TimeUnit::hour:
      return from;
    case TimeUnit::day:
      return util::add_days(from, amount);
    case TimeUnit::week:
      return at_precision(util::add_days(from, 7 * amount), TimeUnit::month);
    case TimeUnit::month:
      return util::add_months(from, amount);
    case TimeUnit::quarter:
      if (!from.has_month()) return std::nullopt;
      return at_precision(util::add_months(from, 3 * amount), TimeUnit::year);
    case TimeUnit::year:
      return Date{from.year + amount, 0, 0};
    case TimeUnit::decade:
      return Date{from.year + 10 * amount, 0, 0};
  }
  return std::nullopt;
}

std::optional<Date> resolve_offset(const TimeReference& r, const std::optional<Date>& document,
                                   Direction direction) {
  // "in three days" is a date only ahead; it is a length of time behind.
  if (r.shift == Shift::next && direction != Direction::future) return std::nullopt;
  const std::optional<Date>& from = r.narrative ? r.base : document;
  if (!from) return std::nullopt;
  auto date = moved(*from, r.unit, r.amount);
  if (!date || !r.approximate) return date;
  if (date->has_day()) return at_precision(*date, TimeUnit::month);
  if (r.unit == TimeUnit::week) return date;  // its month is coarse enough
  if (date->has_month()) return at_precision(*date, TimeUnit::year);
  return std::nullopt;
}

}  // namespace

TimeReference calendar_time(int year, int month, int day) {
  TimeReference reference;
  reference.form = TimeReference::Form::calendar;
  reference.year = year;
  reference.month = month;
  reference.day = day;
  return reference;
}

TimeReference offset_time(TimeUnit unit, int amount) {
  TimeReference reference;
  reference.form = TimeReference::Form::offset;
  reference.unit = unit;
  reference.amount = amount;
  return reference;
}

TimeReference narrative_time(TimeUnit unit, int amount) {
  TimeReference reference = offset_time(unit, amount);
  reference.narrative = true;
  return reference;
}

std::optional<Shift> shift_of(std::string_view word) {
  if (word == "last" || word == "past" || word == "previous") return Shift::last;
  if (word == "this" || word == "current") return Shift::current;
  if (word == "next" || word == "coming" || word == "upcoming") return Shift::next;
  return std::nullopt;
}

int steps(Shift shift) { return shift == Shift::last ? -1 : shift == Shift::next ? 1 : 0; }

Date at_precision(Date date, TimeUnit unit) {
  if (unit == TimeUnit::year || unit == TimeUnit::decade || unit == TimeUnit::quarter)
    date.month = 0;
  if (unit != TimeUnit::day && unit != TimeUnit::hour) date.day = 0;
  return date;
}

std::optional<Date> resolve(const TimeReference& reference,
                            const std::optional<Date>& document_date, Direction direction) {
  using Form = TimeReference::Form;
  switch (reference.form) {
    case Form::unknown:
      return std::nullopt;
    case Form::calendar:
      return resolve_calendar(reference, document_date, direction);
    case Form::season:
      return resolve_season(reference, document_date, direction);
    case Form::holiday:
      return resolve_holiday(reference, document_date, direction);
    case Form::offset:
      return resolve_offset(reference, document_date, direction);
    case Form::weekday:
      if (!document_date) return std::nullopt;
      return resolve_weekday(reference, *document_date, direction);
    case Form::weekend:
      if (!document_date) return std::nullopt;
      return resolve_weekend(reference, *document_date, direction);
  }
  return std::nullopt;
}

}  // namespace entente::relations
