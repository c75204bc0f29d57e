#include "util/date.hpp"

#include "tests/catch.hpp"

using entente::util::Date;

TEST_CASE("a date is read at the precision it is written in", "[date]") {
  CHECK(Date::parse("2022") == Date{2022, 0, 0});
  CHECK(Date::parse("2022-03") == Date{2022, 3, 0});
  CHECK(Date::parse("2024-02-29") == Date{2024, 2, 29});
  CHECK(Date::parse("2024-02-29")->iso() == "2024-02-29");
  CHECK(Date{987, 1, 2}.iso() == "0987-01-02");
}

TEST_CASE("an impossible date is not a date", "[date]") {
  for (const char* text : {"", "22", "2022-13", "2022-00", "2023-02-29", "2022-3-01", "2022-03-01T",
                           "yesterday", "2022/03/01"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text).has_value());
  }
}

TEST_CASE("days and months are added over the turn of the year", "[date]") {
  CHECK(entente::util::add_days({2021, 12, 30}, 3) == Date{2022, 1, 2});
  CHECK(entente::util::add_months({2022, 1, 15}, -1) == Date{2021, 12, 0});
  CHECK(entente::util::weekday({2021, 12, 30}) == 3);
}
