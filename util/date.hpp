// Calendar dates as news gives them: a day, a month, or just a year.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente::util {

/// A proleptic Gregorian date of year, month or day precision. `month` 0 means
/// "year only"; `day` 0 means "month only". A plain value, always valid.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  /// Reads YYYY, YYYY-MM or YYYY-MM-DD; nothing else, and no impossible day.
  static std::optional<Date> parse(std::string_view iso);
  /// Writes the same forms.
  [[nodiscard]] std::string iso() const;

  [[nodiscard]] bool has_month() const { return month != 0; }
  [[nodiscard]] bool has_day() const { return day != 0; }
  auto operator<=>(const Date&) const = default;
};

/// Days in a month of the Gregorian calendar, month 1 to 12.
int days_in_month(int year, int month);
/// 0 Monday to 6 Sunday. The date must have a day.
int weekday(const Date& date);
/// The date `days` later (earlier if negative). The date must have a day.
Date add_days(const Date& date, int days);
/// The month `months` later (earlier if negative), at month precision.
Date add_months(const Date& date, int months);

}  // namespace entente::util
