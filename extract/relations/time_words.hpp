// The English words for parts of the calendar. Every word is given in lower case.
#pragma once

#include <optional>
#include <string_view>

namespace entente::relations {

enum class TimeUnit { hour, day, week, month, quarter, year, decade };

/// A count in words or digits; `vague` for "several", "a few", "dozens".
struct Amount {
  int value = 0;
  bool vague = false;
};

std::optional<int> month_of(std::string_view word);    ///< 1 to 12: "december", "dec", "dec."
std::optional<int> weekday_of(std::string_view word);  ///< 0 Monday to 6 Sunday: "wed", "weds."
std::optional<int> season_of(std::string_view word);   ///< 0 winter, 1 spring, 2 summer, 3 autumn
std::optional<TimeUnit> unit_of(std::string_view word);
std::optional<Amount> amount_of(std::string_view word);  ///< not "a" and "an"
std::optional<int> ordinal_of(std::string_view word);    ///< "7th", "seventh", "first"
/// All digits and at most nine of them.
std::optional<int> digits_of(std::string_view word);
bool is_part_of_day(std::string_view word);  ///< "morning", "night"
/// "people", "troops", "percent": what follows a count that looks like a year.
bool is_counted_noun(std::string_view word);

bool is_word(std::string_view text);  ///< begins with a letter
bool plausible_year(int year);        ///< of modern history or the near future

}  // namespace entente::relations
