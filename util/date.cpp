#include "util/date.hpp"

#include <chrono>

namespace entente::util {
namespace {

std::chrono::sys_days to_days(const Date& date) {
  return std::chrono::year{date.year} / date.month / date.day;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view iso) {
  const bool shape = iso.size() == 4 || (iso.size() == 7 && iso[4] == '-') ||
                     (iso.size() == 10 && iso[4] == '-' && iso[7] == '-');
  if (!shape) return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = iso.size() >= 7 ? digits(iso.substr(5, 2)) : 0;
  const auto day = iso.size() == 10 ? digits(iso.substr(8, 2)) : 0;
  if (!year || !month || !day) return std::nullopt;
  if (iso.size() >= 7 && (*month < 1 || *month > 12)) return std::nullopt;
  if (iso.size() == 10 && (*day < 1 || *day > days_in_month(*year, *month))) return std::nullopt;
  return Date{*year, *month, *day};
}

std::string Date::iso() const {
  std::string text = padded(year, 4);
  if (has_month()) text.append(1, '-').append(padded(month, 2));
  if (has_day()) text.append(1, '-').append(padded(day, 2));
  return text;
}

int days_in_month(int year, int month) {
  const auto last = std::chrono::year{year} / month / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{last}.day()));
}

int weekday(const Date& date) {
  return static_cast<int>(std::chrono::weekday{to_days(date)}.iso_encoding()) - 1;
}

Date add_days(const Date& date, int days) {
  const std::chrono::year_month_day moved{to_days(date) + std::chrono::days{days}};
  return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
          static_cast<int>(static_cast<unsigned>(moved.day()))};
}

Date add_months(const Date& date, int months) {
  const auto moved = std::chrono::year{date.year} / date.month + std::chrono::months{months};
  return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
          0};
}

}  // namespace entente::util
