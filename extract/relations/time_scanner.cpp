#include "extract/relations/time_scanner.hpp"

#include <algorithm>
#include <utility>

namespace entente::relations {

TimeMatch match_of(std::size_t begin, std::size_t end, TimeReference reference) {
  TimeMatch match;
  match.begin = begin;
  match.end = end;
  match.from = std::move(reference);
  return match;
}

bool TimeScanner::is(std::size_t at, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, word(at)) != words.end();
}

std::vector<TimeMatch> TimeScanner::scan() const {
  std::vector<TimeMatch> matches;
  for (std::size_t at = 0; at < pieces_.size();) {
    auto match = expression(at);
    if (!match) {
      ++at;
      continue;
    }
    at = std::max(match->end, at + 1);
    // Ages ("45-year-old") match so that nothing inside them does.
    if (match->kind != TimeKind::set || match->from.form != TimeReference::Form::unknown ||
        match->from.amount == 0)
      matches.push_back(*std::move(match));
  }
  return matches;
}

TimeScanner::Match TimeScanner::expression(std::size_t at) const {
  auto match = modified(at);
  if (!match) match = point(at, false);
  if (!match) return match;
  const TimeRelation relation = relation_before(at);
  // "after Monday's attack" relates to the attack, not to Monday.
  const bool owns = word(match->end) == "'s";
  if (relation != TimeRelation::at && !owns) match->relation = relation;
  return extended(*std::move(match));
}

TimeScanner::Match TimeScanner::point(std::size_t at, bool sure) const {
  Match match = iso_day(at);
  if (!match) match = holiday(at);
  if (!match) match = weekday(at);
  if (!match) match = day_first(at);
  if (!match) match = month_first(at, sure);
  if (!match) match = relative_day(at);
  if (!match) match = repeated(at);
  if (!match) match = counted(at);
  if (!match) match = bare_units(at);
  if (!match) match = day_before(at);
  if (!match) match = shifted(at);
  if (!match) match = season(at, sure);
  if (!match) match = decade(at);
  if (!match) match = years(at, sure);
  if (!match) match = part_of_year(at);
  if (!match) match = lone_day(at);
  if (!match) match = fixed_phrase(at);
  return match;
}

TimeScanner::Match TimeScanner::iso_day(std::size_t at) const {
  if (word(at) == "9" && word(at + 1) == "-" && word(at + 2) == "11" &&
      pieces_[at].token == pieces_[at + 2].token) {
    return match_of(at, at + 3, calendar_time(2001, 9, 11));
  }
  const auto year = digits_of(word(at));
  if (!year || word(at).size() != 4 || word(at + 1) != "-" || word(at + 3) != "-") return {};
  const auto month = digits_of(word(at + 2));
  const auto day = digits_of(word(at + 4));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return {};
  return match_of(at, at + 5, calendar_time(*year, *month, *day));
}

TimeScanner::Match TimeScanner::weekday(std::size_t at) const {
  std::string_view name = word(at);
  const bool plural = name.ends_with("days");
  if (plural) name.remove_suffix(1);
  const auto day = weekday_of(name);
  if (!day || !capital(at)) return {};
  if (!name.ends_with("day") && !name.ends_with('.') && !is(at - 1, {"on", ",", "("})) return {};
  if (is(at - 1, {"bloody", "black", "good", "super", "palm", "ash"}) && capital(at - 1)) return {};
  if (is(at + 1, {"times", "telegraph", "herald", "mail", "express", "mirror"}) &&
      capital(at + 1)) {
    return {};
  }
  TimeReference reference;
  reference.form = TimeReference::Form::weekday;
  reference.weekday = *day;
  TimeMatch match = match_of(at, at + 1, reference);
  if (plural || is(at + 1, {"prayer", "prayers"})) {
    match.kind = TimeKind::set;
    return match;
  }
  if (is_part_of_day(word(match.end))) ++match.end;
  std::size_t next = match.end;
  if (is(next, {",", "the", "("})) ++next;
  Match date = day_first(next);
  if (!date) date = month_first(next, true);
  if (date && date->from.day != 0) {
    date->begin = at;
    if (date->kind == TimeKind::point) date->from.weekday = *day;
    return date;
  }
  next = word(match.end) == "of" ? match.end + 1 : match.end;
  if (const auto shift = shift_of(word(next)); shift && word(next + 1) == "week") {
    match.from.amount = steps(*shift);
    match.from.shift = *shift;
    match.end = next + 2;
  }
  return match;
}

std::optional<int> TimeScanner::year_at(std::size_t at) const {
  const auto year = digits_of(word(at));
  if (!year || word(at).size() != 4 || !plausible_year(*year)) return std::nullopt;
  return year;
}

std::optional<int> TimeScanner::day_at(std::size_t at) const {
  const std::string_view text = word(at);
  if (text.empty() || text.front() < '0' || text.front() > '9' || text.size() > 4) return {};
  const auto day = text.size() <= 2 ? digits_of(text) : ordinal_of(text);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return day;
}

int TimeScanner::take_year(std::size_t& at) const {
  const std::size_t next = is(at, {",", "of"}) ? at + 1 : at;
  const auto year = year_at(next);
  if (!year || is_counted_noun(word(next + 1))) return 0;
  at = next + 1;
  return *year;
}

std::optional<int> TimeScanner::take_year_shift(std::size_t& at) const {
  const std::size_t next = is(at, {",", "of"}) ? at + 1 : at;
  const auto shift = shift_of(word(next));
  if (!shift || word(next + 1) != "year" || is(next, {"past", "coming"})) return std::nullopt;
  if (word(next + 2) == "'s") return std::nullopt;
  at = next + 2;
  return steps(*shift);
}

TimeScanner::Match TimeScanner::month_first(std::size_t at, bool sure) const {
  const auto month = month_of(word(at));
  if (!month || !capital(at)) return {};
  std::size_t next = at + 1;
  if (word(next) == "." && day_at(next + 1)) ++next;
  if (word(next) == "the" && ordinal_of(word(next + 1)) && day_at(next + 1)) ++next;
  auto day = day_at(next);
  if (const auto spelled = ordinal_of(word(next));
      !day && spelled && *spelled <= 31 && !is(next + 1, {"half", "quarter", "week"})) {
    day = spelled;  // "July Fourth"
  }
  const bool clock = word(next + 1) == ":" && digits_of(word(next + 2));
  if (day && (is_counted_noun(word(next + 1)) || word(next + 1) == "%" || clock)) day.reset();
  if (!day) {
    std::size_t end = at + 1;
    const int year = take_year(end);
    const auto year_shift = year == 0 ? take_year_shift(end) : std::nullopt;
    if (year == 0 && !year_shift && !sure && !month_alone(at, end)) return {};
    TimeMatch match = match_of(at, end, calendar_time(year, *month));
    match.from.year_shift = year_shift;
    return match;
  }
  TimeMatch match = match_of(at, next + 1, calendar_time(0, *month, *day));
  if (is(match.end, {"-", "and", "to", "through"}) && day_at(match.end + 1) &&
      !month_of(word(match.end + 2)) && !is_counted_noun(word(match.end + 2)) &&
      *day_at(match.end + 1) > *day) {
    match.kind = TimeKind::range;
    match.to = calendar_time(0, *month, *day_at(match.end + 1));
    match.end += 2;
  }
  const std::size_t end = match.end;
  match.from.year = match.to.year = word(end) == "of" ? 0 : take_year(match.end);
  if (match.from.year == 0)
    match.from.year_shift = match.to.year_shift = take_year_shift(match.end);
  const bool attacks = is(
      end, {"attack", "attacks", "commission", "hijackers", "hijackings", "terror", "terrorist"});
  if (*month == 9 && *day == 11 && attacks) match.from.year = 2001;
  return match;
}

/// "in May" but neither "he may" nor "Theresa May"; "in March" but not "the March on Rome".
bool TimeScanner::month_alone(std::size_t at, std::size_t end) const {
  const int month = *month_of(word(at));
  const bool prepared = is(
      at - 1, {"in", "since", "by", "until", "till", "during", "from", "through", "early", "late",
               "mid", "every", "each", "of", "between", "before", "after", "throughout", "to"});
  const bool abbreviated = word(at).size() < 5 && month != 5 && month != 6 && month != 7;
  if (word(at) == "may") {
    // "its May referendum"
    const bool owned = is(at - 1, {"the", "a", "its", "his", "her", "their", "this", "'s"});
    if (owned && is_word(word(end)) && !capital(end) && !is(end, {"be", "have", "not"}))
      return true;
    const bool modal = is(end, {"be", "have", "not", "also", "well", "never", "'s"});
    return at > 0 && prepared && !is(at - 1, {"of", "to", "through"}) && !modal &&
           !(is(at - 1, {"from", "by", "before", "after"}) && is_word(word(end)));
  }
  if (prepared) return true;
  if (at == 0) return month != 3 && !abbreviated && !capital(end);
  if (capital(at - 1) && at > 1 && !month_of(before(at))) return false;
  if (abbreviated && !word(at).ends_with('.')) return false;
  const bool led =
      is(at - 1, {"the", "a", "an", "'s", "his", "her", "its", "their", "last", ",", "("});
  if (month == 3) {
    return led && is_word(word(end)) && !capital(end) &&
           !is(end, {"on", "for", "of", "to", "through", "from", "and", "in", "by"});
  }
  return !capital(end) || led;
}

/// "7 December 2021", "the 7th of May", "9-10 May".
TimeScanner::Match TimeScanner::day_first(std::size_t at) const {
  std::size_t next = word(at) == "the" ? at + 1 : at;
  auto day = day_at(next);
  const bool spelled = !day && ordinal_of(word(next)).has_value();
  if (spelled) {
    day = ordinal_of(word(next));
    if (*day < 1 || *day > 31 || word(next + 1) != "of") return {};
  }
  if (!day) return {};
  std::optional<int> last;
  if (is(next + 1, {"-", "and", "to"}) && day_at(next + 2) && *day_at(next + 2) > *day) {
    last = day_at(next + 2);
    next += 2;
  }
  ++next;
  if (word(next) == "of") ++next;
  const auto month = month_of(word(next));
  if (!month || !capital(next)) return {};
  ++next;
  const int year = word(next) == "of" ? 0 : take_year(next);
  const auto year_shift = year == 0 ? take_year_shift(next) : std::nullopt;
  TimeMatch match = match_of(at, next, calendar_time(year, *month, *day));
  match.from.year_shift = year_shift;
  if (last) {
    match.kind = TimeKind::range;
    match.to = calendar_time(year, *month, *last);
    match.to.year_shift = year_shift;
  }
  return match;
}

/// "on the 7th".
TimeScanner::Match TimeScanner::lone_day(std::size_t at) const {
  if (before(at) != "on" || word(at) != "the" || !day_at(at + 1)) return {};
  if (!word(at + 1).ends_with("th") && !word(at + 1).ends_with("st") &&
      !word(at + 1).ends_with("nd") && !word(at + 1).ends_with("rd")) {
    return {};
  }
  const std::size_t end = at + 2;
  TimeReference reference = calendar_time(0, 0, *day_at(at + 1));
  if (word(end) == "of") {
    if (word(end + 2) != "month" || !is(end + 1, {"this", "last", "next", "the"})) return {};
    if (const auto shift = shift_of(word(end + 1)); shift && *shift != Shift::current) {
      reference.shift = *shift;
    }
    return match_of(at, end + 3, reference);
  }
  const bool ends = !is_word(word(end)) || is(end, {"and", "in", "at", "by", "with", "to", "for"});
  if (!ends || word(end) == "-") return {};
  return match_of(at, end, reference);
}

/// "2014", "1997-1999", "2014/15".
TimeScanner::Match TimeScanner::years(std::size_t at, bool sure) const {
  const auto year = digits_of(word(at));
  if (!year || word(at).size() != 4 || *year < 1000 || *year > 2100) return {};
  if (word(at + 1) == "-" && plausible_year(*year)) {
    auto last = digits_of(word(at + 2));
    if (last && word(at + 2).size() == 2) *last += *year / 100 * 100;
    if (last && *last > *year && plausible_year(*last) && *last - *year < 200) {
      TimeMatch match = match_of(at, at + 3, calendar_time(*year));
      match.to = calendar_time(*last);
      match.kind = TimeKind::range;
      return match;
    }
  }
  if (word(at + 1) == "to" && year_at(at) && year_at(at + 2) && *year_at(at + 2) > *year &&
      !is_counted_noun(word(at + 3))) {
    TimeMatch match = match_of(at, at + 3, calendar_time(*year));
    match.to = calendar_time(*year_at(at + 2));
    match.kind = TimeKind::range;
    return match;
  }
  if (is(at + 1, {",", "."}) && digits_of(word(at + 2)) && word(at + 2).size() == 3) return {};
  if (is_counted_noun(word(at + 1)) || word(at + 1) == "%") return {};
  if (!sure && !is_year_context(at)) return {};
  return match_of(at, at + 1, calendar_time(*year));
}

bool TimeScanner::is_year_context(std::size_t at) const {
  const int year = *digits_of(word(at));
  const bool recent = year >= 1900;
  const std::string_view next = word(at + 1);
  const bool singular = next.ends_with("ss") || next.ends_with("us") || next.ends_with("is");
  const bool plural =
      is_word(next) && next.ends_with('s') && !singular && next.size() > 3 && !capital(at + 1);
  if (!recent && plural) return false;
  if (is(at - 1, {"in", "since", "during", "until", "till", "throughout", "circa", "year", "fiscal",
                  "early", "late", "mid", "before", "after", "entering", "into"})) {
    return true;
  }
  const bool ranged = is(at - 1, {"from", "between"}) && is(at + 1, {"and", "to", "until"});
  if (ranged && year_at(at) && year_at(at + 2)) return true;
  if (!recent) return false;
  if (is(at - 1, {"from", "by", "between", "around", "for", "through", "of"})) {
    return !(is_word(next) && plural);
  }
  if (before(at) == "(") return is(at + 1, {")", ",", ";", "-"});
  if (next == "'s") return true;
  const bool listed = is(at - 1, {"and", "or", ","}) && at > 1 && year_at(at - 2);
  if (listed) return true;
  const bool determined =
      is(at - 1, {"the", "a", "an", "his", "her", "its", "their", "'s", "this", "our", "'"});
  if (determined) return is_word(next);
  // "a disputed 2005 vote", "his failed 2018 campaign", but not "its roughly 2000 guards".
  const std::string_view adjective = before(at);
  const bool approximate =
      is(at - 1, {"about", "additional", "another", "around", "estimated", "least", "more",
                  "nearly", "only", "other", "over", "remaining", "roughly", "some", "than"});
  const bool described = adjective.ends_with("ed") ||
                         is(at - 2, {"the", "a", "an", "his", "her", "its", "their", "'s"});
  return is_word(adjective) && !capital(at - 1) && adjective.size() > 4 && !approximate &&
         described && is_word(next) && !capital(at + 1) && next.size() > 3 && !plural;
}

TimeScanner::Match TimeScanner::holiday(std::size_t at) const {
  if (!capital(at)) return {};
  const auto movable = [&](Holiday name, std::size_t end) {
    TimeReference reference;
    reference.form = TimeReference::Form::holiday;
    reference.holiday = name;
    reference.year = take_year(end);
    return match_of(at, end, reference);
  };
  const auto fixed = [&](int month, int day, std::size_t end) {
    const int year = take_year(end);
    return match_of(at, end, calendar_time(year, month, day));
  };
  const std::string_view next = word(at + 1);
  if (word(at) == "good" && next == "friday" &&
      !is(at + 2, {"agreement", "accord", "accords", "deal", "peace"})) {
    return movable(Holiday::good_friday, at + 2);
  }
  if (word(at) == "easter" && next != "island") {
    if (next == "monday") return movable(Holiday::easter_monday, at + 2);
    return movable(Holiday::easter, next == "sunday" ? at + 2 : at + 1);
  }
  if (word(at) == "thanksgiving")
    return movable(Holiday::thanksgiving, at + (next == "day" ? 2 : 1));
  if (word(at) == "christmas" && next != "island") {
    if (next == "eve") return fixed(12, 24, at + 2);
    return fixed(12, 25, next == "day" ? at + 2 : at + 1);
  }
  if (word(at) == "new" && next == "year" && word(at + 2) == "'s") {
    if (word(at + 3) == "eve") return fixed(12, 31, at + 4);
    if (word(at + 3) == "day") return fixed(1, 1, at + 4);
  }
  if (word(at) == "boxing" && next == "day") return fixed(12, 26, at + 2);
  if (word(at) == "may" && next == "day" && capital(at + 1)) return fixed(5, 1, at + 2);
  if (word(at) == "halloween") return fixed(10, 31, at + 1);
  return {};
}

/// Joins "from 1997 to 1999", "between May 3 and June 7", "Monday through Wednesday".
TimeMatch TimeScanner::extended(TimeMatch match) const {
  if (match.kind != TimeKind::point || match.from_event) return match;
  const bool from = before(match.begin) == "from";
  const bool between = before(match.begin) == "between";
  const bool joined = is(match.end, {"-", "through"}) ||
                      (from && is(match.end, {"to", "until", "till"})) ||
                      (between && word(match.end) == "and");
  if (!joined) return match;
  Match last = point(match.end + 1, true);
  if (!last || last->kind != TimeKind::point || last->from.form != match.from.form) return match;
  TimeReference& begin = match.from;
  const TimeReference& end = last->from;
  if (begin.year == 0 && end.year != 0) {
    begin.year = begin.month > end.month ? end.year - 1 : end.year;
  }
  match.to = end;
  match.end = last->end;
  match.kind = TimeKind::range;
  return match;
}

TimeRelation TimeScanner::relation_before(std::size_t at) const {
  const std::string_view word_before = before(at);
  if (word_before == "since" || word_before == "from") return TimeRelation::since;
  if (word_before == "until" || word_before == "till" || word_before == "through") {
    return TimeRelation::until;
  }
  if (word_before == "before") return TimeRelation::before;
  if (word_before == "after") return TimeRelation::after;
  if (word_before == "by") return TimeRelation::by;
  if (word_before == "of" && at > 1 && before(at - 1) == "ahead") return TimeRelation::before;
  if (word_before == "to" && at > 1 && before(at - 1) == "prior") return TimeRelation::before;
  return TimeRelation::at;
}

}  // namespace entente::relations
