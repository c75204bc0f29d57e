#include "render/fields.hpp"
#include "util/date.hpp"

namespace entente::render {

std::string first_day(std::string_view date) {
  std::string day(date);
  while (day.size() < 10) day += "-01";
  return day;
}

std::string last_day(std::string_view date) {
  auto day = util::Date::parse(date);
  if (!day) return std::string(date);
  if (!day->has_month()) day->month = 12;
  if (!day->has_day()) day->day = util::days_in_month(day->year, day->month);
  return day->iso();
}

}  // namespace entente::render
