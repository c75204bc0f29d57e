// The patterns that count from the document's date or from a date told before, and
// those that name a stretch of a year.
#include <utility>

#include "extract/relations/time_scanner.hpp"

namespace entente::relations {

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
    match = match_of(at, unit_at + 1, day ? narrative_time(*unit, 0) : offset_time(*unit, 0));
  }
  if (match->kind == TimeKind::duration || match->kind == TimeKind::set) return {};
  match->begin = at;
  if (deadline) match->relation = TimeRelation::by;
  return match;
}

TimeScanner::Match TimeScanner::relative_day(std::size_t at) const {
  const auto day = [&](int days, std::size_t end) {
    if (is_part_of_day(word(end))) ++end;
    return match_of(at, end, offset_time(TimeUnit::day, days));
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
  if (number && number->value < 1000 && word(next - 1) != "the") {
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
  TimeReference reference = offset_time(*unit, amount.value * (fortnight ? 2 : 1));
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
    match.from = offset_time(TimeUnit::hour, 0);
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
  TimeMatch match = match_of(at, next + 1, narrative_time(*unit, back ? -1 : 1));
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
    TimeReference reference = narrative_time(*unit, told == "following"   ? 1
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
  if (unit && !amount && word(next).ends_with('s')) return match;  // "in coming weeks"
  if (unit && (amount || (the && *shift == Shift::last && told != "previous"))) {
    // A stretch that ends or begins now; when in it, the words do not say.
    const int count = amount ? amount->value : 1;
    match.kind = TimeKind::range;
    match.from = offset_time(*unit, *shift == Shift::last ? -count : 0);
    match.to = offset_time(*unit, *shift == Shift::last ? 0 : count);
    return match;
  }
  if (amount) return {};
  if (unit) {
    if (*unit == TimeUnit::hour) return {};
    const bool told_before = *unit == TimeUnit::day || (the && *shift != Shift::current);
    if (*unit == TimeUnit::day && *shift != Shift::next && told != "previous") return {};
    match.from =
        told_before ? narrative_time(*unit, steps(*shift)) : offset_time(*unit, steps(*shift));
    return match;
  }
  if (word(next) == "weekend") {
    match.from.form = TimeReference::Form::weekend;
  } else if (weekday_of(word(next)) && capital(next)) {
    auto day = weekday(next);
    if (!day) return {};
    match = *day;
    match.begin = at;
    if (is(next - 1, {"coming", "upcoming"})) shift = Shift::current;
  } else if (month_of(word(next)) && capital(next)) {
    auto date = month_first(next, true);
    if (!date) return {};
    match = *date;
    match.begin = at;
    if (match.from.year != 0 || match.from.year_shift) return match;
  } else if (season_of(word(next))) {
    match.from.form = TimeReference::Form::season;
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
    reference.form = TimeReference::Form::weekend;
    return match_of(at, next + 1, reference);
  }
  if (!season) return {};
  TimeReference reference;
  reference.form = TimeReference::Form::season;
  reference.season = *season;
  std::size_t end = next + 1;
  reference.year = take_year(end);
  if (reference.year != 0) return match_of(at, end, reference);
  if (word(end) == "of" && is(end + 1, {"this", "last", "next"}) && word(end + 2) == "year") {
    return match_of(at, end + 3, offset_time(TimeUnit::year, steps(*shift_of(word(end + 1)))));
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
    TimeMatch match = match_of(at, noun + 1, calendar_time(100 * (*ordinal - 1) + 1));
    match.to = calendar_time(100 * *ordinal);
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
  TimeMatch match = match_of(at, end, calendar_time(*year));
  match.to = calendar_time(*year + 9);
  match.kind = TimeKind::range;
  return match;
}

/// "the first quarter of 2014", "the second half of last year", "Q1 2014".
TimeScanner::Match TimeScanner::part_of_year(std::size_t at) const {
  if (word(at).size() == 2 && word(at)[0] == 'q' && year_at(at + 1)) {
    return match_of(at, at + 2, calendar_time(*year_at(at + 1)));
  }
  const std::size_t next = word(at) == "the" ? at + 1 : at;
  if (!is(next, {"first", "second", "third", "fourth", "last", "final"})) return {};
  std::size_t noun = next + 1;
  if (amount_of(word(noun))) ++noun;
  if (!is(noun, {"quarter", "half", "months", "weeks", "days"}) || word(noun + 1) != "of")
    return {};
  Match inner = point(noun + 2, true);
  if (!inner && word(noun + 2) == "the" && unit_of(word(noun + 3))) {
    inner = match_of(at, noun + 4, offset_time(*unit_of(word(noun + 3)), 0));
  }
  if (!inner || inner->kind != TimeKind::point) return {};
  inner->begin = at;
  return inner;
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
    return match_of(at, at + 3, offset_time(*unit_of(word(at)), 0));
  }
  return {};
}

}  // namespace entente::relations
