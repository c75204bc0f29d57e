#include "extract/relations/time_scanner.hpp"

#include <algorithm>
#include <cctype>

namespace entente::relations {
namespace {

using Form = TimeReference::Form;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(std::string_view word) { return !word.empty() && is_letter(word.front()); }

/// Length of the dash or slash at the front of `text`, 0 if there is none.
std::size_t dash_length(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('/')) return 1;
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

/// With every apostrophe written "'".
std::string lower_case(std::string_view text) {
  constexpr std::string_view apostrophe = "\u2019";
  std::string lower;
  while (!text.empty()) {
    if (text.starts_with(apostrophe)) {
      lower += '\'';
      text.remove_prefix(apostrophe.size());
    } else {
      lower += static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
      text.remove_prefix(1);
    }
  }
  return lower;
}

void add_piece(std::string_view text, std::uint32_t token, std::vector<TimePiece>& pieces) {
  if (text.empty()) return;
  const bool capital = text.front() >= 'A' && text.front() <= 'Z';
  std::string lower = lower_case(text);
  const bool possessive = lower.size() > 2 && lower.ends_with("'s");
  if (possessive) lower.resize(lower.size() - 2);
  pieces.push_back({std::move(lower), token, capital});
  if (possessive) pieces.push_back({"'s", token, false});
}

TimeMatch match_of(std::size_t begin, std::size_t end, TimeReference reference) {
  TimeMatch match;
  match.begin = begin;
  match.end = end;
  match.from = std::move(reference);
  return match;
}

TimeReference calendar(int year, int month = 0, int day = 0) {
  TimeReference reference;
  reference.form = Form::calendar;
  reference.year = year;
  reference.month = month;
  reference.day = day;
  return reference;
}

TimeReference offset(TimeUnit unit, int amount) {
  TimeReference reference;
  reference.form = Form::offset;
  reference.unit = unit;
  reference.amount = amount;
  return reference;
}

TimeReference narrative(TimeUnit unit, int amount) {
  TimeReference reference = offset(unit, amount);
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

bool plausible_year(int year) { return year >= 1500 && year <= 2100; }

}  // namespace

std::vector<TimePiece> time_pieces(const text::Document& document, const text::Sentence& sentence) {
  std::vector<TimePiece> pieces;
  for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
    const std::string_view form = document.form(document.tokens[token]);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < form.size();) {
      const std::size_t dash = dash_length(form.substr(at));
      if (dash == 0) {
        ++at;
        continue;
      }
      add_piece(form.substr(begin, at - begin), token, pieces);
      pieces.push_back({"-", token, false});
      at += dash;
      begin = at;
    }
    add_piece(form.substr(begin), token, pieces);
  }
  return pieces;
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
    if (match->kind != TimeKind::set || match->from.form != Form::unknown ||
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
  if (relation != TimeRelation::at) match->relation = relation;
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

/// "early 2014", "mid-June", "later this year", "the end of 2008", "year's end".
TimeScanner::Match TimeScanner::modified(std::size_t at) const {
  std::size_t next = at;
  bool deadline = false;
  if (is(at, {"early", "late", "mid", "earlier", "later"})) {
    next = at + 1;
    if (word(next) == "-") ++next;
    if (word(next) == "in" || word(next) == "on") ++next;
  } else {
    if (word(next) == "the") ++next;
    if (!is(next, {"end", "beginning", "start", "middle", "close", "turn", "eve"})) return {};
    if (word(next + 1) != "of") return {};
    deadline = before(at) == "before" && is(next, {"end", "close"});
    next += 2;
  }
  Match match = point(next, true);
  if (!match) {
    const std::size_t unit_at = word(next) == "the" ? next + 1 : next;
    const auto unit = unit_of(word(unit_at));
    if (unit_at == next || !unit || *unit == TimeUnit::hour) return {};
    const bool day = *unit == TimeUnit::day;
    match = match_of(at, unit_at + 1, day ? narrative(*unit, 0) : offset(*unit, 0));
  }
  if (match->kind == TimeKind::duration || match->kind == TimeKind::set) return {};
  match->begin = at;
  if (deadline) match->relation = TimeRelation::by;
  return match;
}

TimeScanner::Match TimeScanner::iso_day(std::size_t at) const {
  if (word(at) == "9" && word(at + 1) == "-" && word(at + 2) == "11" &&
      pieces_[at].token == pieces_[at + 2].token) {
    return match_of(at, at + 3, calendar(2001, 9, 11));
  }
  const auto year = digits_of(word(at));
  if (!year || word(at).size() != 4 || word(at + 1) != "-" || word(at + 3) != "-") return {};
  const auto month = digits_of(word(at + 2));
  const auto day = digits_of(word(at + 4));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return {};
  return match_of(at, at + 5, calendar(*year, *month, *day));
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
  reference.form = Form::weekday;
  reference.weekday = *day;
  TimeMatch match = match_of(at, at + 1, reference);
  if (plural) {
    match.kind = TimeKind::set;
    return match;
  }
  if (is_part_of_day(word(match.end))) ++match.end;
  std::size_t next = match.end;
  if (word(next) == "," || word(next) == "the") ++next;
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

TimeScanner::Match TimeScanner::month_first(std::size_t at, bool sure) const {
  const auto month = month_of(word(at));
  if (!month || !capital(at)) return {};
  std::size_t next = at + 1;
  if (word(next) == "." && day_at(next + 1)) ++next;
  if (word(next) == "the" && ordinal_of(word(next + 1)) && day_at(next + 1)) ++next;
  auto day = day_at(next);
  if (!day && *month == 7 && word(next) == "fourth") day = 4;
  if (day && (is_counted_noun(word(next + 1)) || is(next + 1, {":", "%"}))) day.reset();
  if (!day) {
    std::size_t end = at + 1;
    const int year = take_year(end);
    if (year == 0 && !sure && !month_alone(at, end)) return {};
    return match_of(at, end, calendar(year, *month));
  }
  TimeMatch match = match_of(at, next + 1, calendar(0, *month, *day));
  if (is(match.end, {"-", "and", "to", "through"}) && day_at(match.end + 1) &&
      !month_of(word(match.end + 2)) && !is_counted_noun(word(match.end + 2)) &&
      *day_at(match.end + 1) > *day) {
    match.kind = TimeKind::range;
    match.to = calendar(0, *month, *day_at(match.end + 1));
    match.end += 2;
  }
  const std::size_t end = match.end;
  match.from.year = match.to.year = word(end) == "of" ? 0 : take_year(match.end);
  const bool attacks = is(end, {"attack", "attacks", "terror", "terrorist", "hijackings"});
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
  TimeMatch match = match_of(at, next, calendar(year, *month, *day));
  if (last) {
    match.kind = TimeKind::range;
    match.to = calendar(year, *month, *last);
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
  TimeReference reference = calendar(0, 0, *day_at(at + 1));
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

TimeScanner::Match TimeScanner::relative_day(std::size_t at) const {
  const auto day = [&](int days, std::size_t end) {
    if (is_part_of_day(word(end))) ++end;
    return match_of(at, end, offset(TimeUnit::day, days));
  };
  if (word(at) == "the" && word(at + 1) == "day") {
    if (word(at + 2) == "before" && word(at + 3) == "yesterday") return day(-2, at + 4);
    if (word(at + 2) == "after" && word(at + 3) == "tomorrow") return day(2, at + 4);
  }
  if (word(at) == "last" && word(at + 1) == "night") return day(-1, at + 2);
  if (word(at) == "this" && is_part_of_day(word(at + 1))) return day(0, at + 2);
  if (capital(at) && at > 0 && capital(at - 1)) return {};  // "USA Today"
  if (is(at, {"today", "tonight"})) return day(0, at + 1);
  if (word(at) == "yesterday") return day(-1, at + 1);
  if (word(at) == "tomorrow") return day(1, at + 1);
  return {};
}

/// "every Monday", "each year".
TimeScanner::Match TimeScanner::repeated(std::size_t at) const {
  if (!is(at, {"every", "each"})) return {};
  std::size_t next = at + 1;
  if (amount_of(word(next)) || word(next) == "other") ++next;
  if (!unit_of(word(next)) && !weekday_of(word(next)) && !month_of(word(next)) &&
      !season_of(word(next))) {
    return {};
  }
  TimeMatch match = match_of(at, next + 1, {});
  match.kind = TimeKind::set;
  return match;
}

/// "three weeks ago", "more than a year later", "a few days", "three-day", "45-year-old".
TimeScanner::Match TimeScanner::counted(std::size_t at) const {
  std::size_t next = at;
  bool approximate = false;
  if (is(next,
         {"nearly", "almost", "about", "around", "roughly", "some", "over", "barely", "under"})) {
    approximate = true;
    ++next;
  } else if (is(next, {"more", "less", "fewer"}) && word(next + 1) == "than") {
    approximate = true;
    next += 2;
  } else if (word(next) == "just") {
    ++next;
  }
  Amount amount{1, false};
  const bool article = is(next, {"a", "an", "the"});
  if (article) ++next;
  const auto number = amount_of(word(next));
  if (number && word(next - 1) != "the") {
    amount = *number;
    ++next;
    if (word(next) == "of" && amount.vague) ++next;
    if (word(next) == "and" && word(next + 1) == "a" && word(next + 2) == "half") {
      approximate = true;
      next += 3;
    }
    if (is(next, {"dozen", "hundred", "thousand", "more"})) {
      approximate = true;
      ++next;
    }
  } else if (!article || word(next - 1) == "the") {
    return {};
  }
  if (word(next) == "-") ++next;
  auto unit = unit_of(word(next));
  if (!unit) return {};
  const bool fortnight = word(next).starts_with("fortnight");
  TimeMatch match = match_of(at, next + 1, {});
  std::size_t after = match.end;
  if (word(after) == "-") ++after;
  if (word(after) == "old" || word(after) == "olds") {
    match.end = after + 1;
    match.kind = TimeKind::set;
    match.from.amount = -1;  // an age: scan() drops it
    return match;
  }
  TimeReference reference = offset(*unit, amount.value * (fortnight ? 2 : 1));
  reference.approximate = approximate || amount.vague;
  return counted_suffix(match, reference, article && !number);
}

/// What follows the count: "ago", "earlier", "after the vote"; `bare`: "a day".
TimeScanner::Match TimeScanner::counted_suffix(TimeMatch match, TimeReference reference,
                                               bool bare) const {
  const std::string_view next = word(match.end);
  if (next == "ago") {
    reference.amount = -reference.amount;
    ++match.end;
  } else if (next == "hence" || (next == "from" && is(match.end + 1, {"now", "today"}))) {
    match.end += next == "from" ? 2 : 1;
  } else if (next == "earlier" || next == "previously" || next == "before" || next == "prior") {
    reference.amount = -reference.amount;
    reference.narrative = true;
    ++match.end;
  } else if (next == "later" || next == "after" || next == "afterwards" || next == "afterward") {
    reference.narrative = true;
    ++match.end;
  } else if (is(match.begin - 1, {"in", "within"}) && next != "of" && match.begin > 0) {
    // "will meet in three days" tells when, "seized it in three days" how long.
    reference.shift = Shift::next;
    match.kind = TimeKind::duration;
  } else {
    if (bare) return {};
    match.kind = TimeKind::duration;
    return match;
  }
  if (is(match.end - 1, {"before", "after", "prior"}) &&
      (is_word(word(match.end)) || capital(match.end)) &&
      !is(match.end, {"and", "but", "in", "at", "by"})) {
    match.from_event = true;
  }
  match.from = reference;
  return match;
}

/// "days ago", "hours after the attack", "weeks later".
TimeScanner::Match TimeScanner::bare_units(std::size_t at) const {
  const auto unit = unit_of(word(at));
  if (!unit || !word(at).ends_with('s')) return {};
  if (!is(at + 1, {"ago", "earlier", "later", "before", "after"})) return {};
  TimeMatch match = match_of(at, at + 2, {});
  if (*unit == TimeUnit::hour) {
    match.from = offset(TimeUnit::day, 0);
    match.from.narrative = word(at + 1) != "ago";
  }
  match.from_event = is(at + 1, {"before", "after"}) && is_word(word(at + 2));
  return match;
}

/// "the day before", "the year after the war".
TimeScanner::Match TimeScanner::day_before(std::size_t at) const {
  if (word(at) != "the") return {};
  std::size_t next = at + 1;
  const auto unit = is(next, {"night", "evening", "morning"}) ? std::optional(TimeUnit::day)
                                                              : unit_of(word(next));
  if (!unit || *unit == TimeUnit::hour) return {};
  ++next;
  const bool back = is(next, {"before", "prior"});
  if (!back && word(next) != "after") return {};
  TimeMatch match = match_of(at, next + 1, narrative(*unit, back ? -1 : 1));
  match.from_event =
      is_word(word(next + 1)) && !is(next + 1, {"and", "but", "in", "at", "by", "with", "that"});
  return match;
}

/// "last month", "next Tuesday", "this spring", "the past two weeks", "the following day".
TimeScanner::Match TimeScanner::shifted(std::size_t at) const {
  std::size_t next = at;
  const bool the = word(next) == "the";
  if (the) ++next;
  const std::string_view told = word(next);
  if (told == "same" || told == "following" || told == "preceding" || told == "that") {
    const auto unit = is(next + 1, {"night", "evening", "morning", "afternoon"})
                          ? std::optional(TimeUnit::day)
                          : unit_of(word(next + 1));
    if (!unit || *unit == TimeUnit::hour || (told != "that" && !the)) return {};
    TimeReference reference = narrative(*unit, told == "following"   ? 1
                                               : told == "preceding" ? -1
                                                                     : 0);
    return match_of(at, next + 2, reference);
  }
  auto shift = shift_of(told);
  if (!shift) return {};
  ++next;
  if (told == "this" && is(next, {"past", "coming", "last", "current"})) {
    if (word(next) != "current") shift = word(next) == "coming" ? Shift::next : Shift::last;
    ++next;
  }
  if (the && *shift == Shift::current && told != "current") return {};
  const auto amount = amount_of(word(next));
  if (amount) ++next;
  if (word(next) == "of" && amount && amount->vague) ++next;
  const auto unit = unit_of(word(next));
  TimeMatch match = match_of(at, next + 1, {});
  if (unit && (amount || (the && *shift == Shift::last && told != "previous"))) {
    // A stretch that ends or begins now; when in it, the words do not say.
    const int count = amount ? amount->value : 1;
    match.kind = TimeKind::range;
    match.from = offset(*unit, *shift == Shift::last ? -count : 0);
    match.to = offset(*unit, *shift == Shift::last ? 0 : count);
    return match;
  }
  if (amount) return {};
  if (unit) {
    if (*unit == TimeUnit::hour) return {};
    const bool told_before = *unit == TimeUnit::day || (the && *shift != Shift::current);
    if (*unit == TimeUnit::day && *shift != Shift::next && told != "previous") return {};
    match.from = told_before ? narrative(*unit, steps(*shift)) : offset(*unit, steps(*shift));
    return match;
  }
  if (word(next) == "weekend") {
    match.from.form = Form::weekend;
  } else if (weekday_of(word(next)) && capital(next)) {
    auto day = weekday(next);
    if (!day) return {};
    match = *day;
    match.begin = at;
    if (is(next - 1, {"coming", "upcoming"})) shift = Shift::current;
  } else if (month_of(word(next)) && capital(next)) {
    std::size_t end = next + 1;
    match.from = calendar(0, *month_of(word(next)), day_at(end).value_or(0));
    if (match.from.day != 0) match.end = end + 1;
  } else if (season_of(word(next))) {
    match.from.form = Form::season;
    match.from.season = *season_of(word(next));
  } else if (word(next) == "christmas" || word(next) == "easter") {
    auto day = holiday(next);
    if (!day) return {};
    match = *day;
    match.begin = at;
  } else {
    return {};
  }
  if (match.from.shift == Shift::none) match.from.shift = *shift;
  return match;
}

TimeScanner::Match TimeScanner::season(std::size_t at, bool sure) const {
  std::size_t next = word(at) == "the" ? at + 1 : at;
  if (is(next, {"early", "late"}) && next > at) ++next;
  const auto season = season_of(word(next));
  if (word(next) == "weekend" && next > at && is(at - 1, {"over", "on", "at", "during"})) {
    TimeReference reference;
    reference.form = Form::weekend;
    return match_of(at, next + 1, reference);
  }
  if (!season) return {};
  TimeReference reference;
  reference.form = Form::season;
  reference.season = *season;
  std::size_t end = next + 1;
  reference.year = take_year(end);
  if (reference.year != 0) return match_of(at, end, reference);
  if (word(end) == "of" && is(end + 1, {"this", "last", "next"}) && word(end + 2) == "year") {
    return match_of(at, end + 3, offset(TimeUnit::year, steps(*shift_of(word(end + 1)))));
  }
  const bool named = capital(next) && next > 0 && capital(next - 1);  // "Arab Spring"
  const bool prepared =
      sure || is(at - 1, {"in", "by", "since", "until", "during", "before", "after"});
  const bool falling =
      word(next) == "fall" && (next == at || word(end) == "of" || word(end) == "in");
  if (named || !prepared || falling || word(end) == "of") return {};
  return match_of(at, end, reference);
}

TimeScanner::Match TimeScanner::decade(std::size_t at) const {
  std::size_t next = word(at) == "the" ? at + 1 : at;
  if (is(next, {"early", "late", "mid"})) ++next;
  if (word(next) == "-") ++next;
  std::string_view text = word(next);
  if (const auto ordinal = ordinal_of(text); ordinal && *ordinal > 10) {
    const std::size_t noun = word(next + 1) == "-" ? next + 2 : next + 1;
    if (word(noun) != "century") return {};
    TimeMatch match = match_of(at, noun + 1, calendar(100 * (*ordinal - 1) + 1));
    match.to = calendar(100 * *ordinal);
    match.kind = TimeKind::range;
    return match;
  }
  const bool quoted = text.starts_with('\'');
  if (quoted) text.remove_prefix(1);
  std::size_t end = next + 1;
  if (text.size() == 4 && digits_of(text) && text.ends_with('0') && is(end, {"s", "'s"}) &&
      before(next) == "the") {
    ++end;
  } else if (text.ends_with("0s")) {
    text.remove_suffix(1);
  } else {
    return {};
  }
  auto year = digits_of(text);
  if (!year) return {};
  if (text.size() == 2 && (quoted || before(next) == "the" || next > at)) {
    if (is(at - 1, {"his", "her", "their"})) return {};
    *year += *year >= 20 ? 1900 : 2000;
  }
  if (!plausible_year(*year)) return {};
  TimeMatch match = match_of(at, end, calendar(*year));
  match.to = calendar(*year + 9);
  match.kind = TimeKind::range;
  return match;
}

/// "2014", "1997-1999", "2014/15".
TimeScanner::Match TimeScanner::years(std::size_t at, bool sure) const {
  const auto year = digits_of(word(at));
  if (!year || word(at).size() != 4 || *year < 1000 || *year > 2100) return {};
  if (word(at + 1) == "-" && plausible_year(*year)) {
    auto last = digits_of(word(at + 2));
    if (last && word(at + 2).size() == 2) *last += *year / 100 * 100;
    if (last && *last > *year && plausible_year(*last) && *last - *year < 200) {
      TimeMatch match = match_of(at, at + 3, calendar(*year));
      match.to = calendar(*last);
      match.kind = TimeKind::range;
      return match;
    }
  }
  if (is(at + 1, {",", "."}) && digits_of(word(at + 2)) && word(at + 2).size() == 3) return {};
  if (is_counted_noun(word(at + 1)) || word(at + 1) == "%") return {};
  if (!sure && !is_year_context(at)) return {};
  return match_of(at, at + 1, calendar(*year));
}

bool TimeScanner::is_year_context(std::size_t at) const {
  const int year = *digits_of(word(at));
  const bool recent = year >= 1900;
  const std::string_view next = word(at + 1);
  const bool plural = is_word(next) && next.ends_with('s') && next.size() > 3 && !capital(at + 1);
  if (!recent && plural) return false;
  if (is(at - 1, {"in", "since", "during", "until", "till", "throughout", "circa", "year", "fiscal",
                  "early", "late", "mid", "before", "after", "entering", "into"})) {
    return true;
  }
  if (!recent) return false;
  if (is(at - 1, {"from", "by", "between", "around", "for", "through", "of"})) {
    return !(is_word(next) && plural);
  }
  if (before(at) == "(") return is(at + 1, {")", ",", ";", "-"});
  if (next == "'s") return true;
  const bool determined =
      is(at - 1, {"the", "a", "an", "his", "her", "its", "their", "'s", "this", "our", "'"});
  return determined && is_word(next);
}

/// "the first quarter of 2014", "the second half of last year", "Q1 2014".
TimeScanner::Match TimeScanner::part_of_year(std::size_t at) const {
  if (word(at).size() == 2 && word(at)[0] == 'q' && year_at(at + 1)) {
    return match_of(at, at + 2, calendar(*year_at(at + 1)));
  }
  const std::size_t next = word(at) == "the" ? at + 1 : at;
  if (!is(next, {"first", "second", "third", "fourth", "last", "final"})) return {};
  std::size_t noun = next + 1;
  if (amount_of(word(noun))) ++noun;
  if (!is(noun, {"quarter", "half", "months", "weeks", "days"}) || word(noun + 1) != "of")
    return {};
  Match inner = point(noun + 2, true);
  if (!inner && word(noun + 2) == "the" && unit_of(word(noun + 3))) {
    inner = match_of(at, noun + 4, offset(*unit_of(word(noun + 3)), 0));
  }
  if (!inner || inner->kind != TimeKind::point) return {};
  inner->begin = at;
  return inner;
}

TimeScanner::Match TimeScanner::holiday(std::size_t at) const {
  if (!capital(at)) return {};
  const auto movable = [&](Holiday name, std::size_t end) {
    TimeReference reference;
    reference.form = Form::holiday;
    reference.holiday = name;
    reference.year = take_year(end);
    return match_of(at, end, reference);
  };
  const auto fixed = [&](int month, int day, std::size_t end) {
    const int year = take_year(end);
    return match_of(at, end, calendar(year, month, day));
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

TimeScanner::Match TimeScanner::fixed_phrase(std::size_t at) const {
  if (before(at) == "at" && is(at, {"the", "that"}) && word(at + 1) == "time") {
    return match_of(at, at + 2, {});
  }
  if (word(at) == "then" && is(at - 1, {"since", "until", "by", "back", "before", "from"})) {
    return match_of(at, at + 1, {});
  }
  if (before(at) == "in" && word(at) == "the" && word(at + 1) == "past" && !unit_of(word(at + 2)) &&
      !amount_of(word(at + 2))) {
    return match_of(at, at + 2, {});
  }
  if (is(at, {"year", "month"}) && is(at + 1, {"'s", "-"}) && word(at + 2) == "end") {
    return match_of(at, at + 3, offset(*unit_of(word(at)), 0));
  }
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
  if (word_before == "until" || word_before == "till") return TimeRelation::until;
  if (word_before == "before") return TimeRelation::before;
  if (word_before == "after") return TimeRelation::after;
  if (word_before == "by") return TimeRelation::by;
  if (word_before == "of" && at > 1 && before(at - 1) == "ahead") return TimeRelation::before;
  if (word_before == "to" && at > 1 && before(at - 1) == "prior") return TimeRelation::before;
  return TimeRelation::at;
}

}  // namespace entente::relations
