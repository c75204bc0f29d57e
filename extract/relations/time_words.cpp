#include "extract/relations/time_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::relations {
namespace {

template <typename Value, std::size_t size>
using Words = std::array<std::pair<std::string_view, Value>, size>;

constexpr Words<int, 26> months{
    {{"january", 1},   {"february", 2},  {"march", 3},  {"april", 4},     {"may", 5},
     {"june", 6},      {"july", 7},      {"august", 8}, {"september", 9}, {"october", 10},
     {"november", 11}, {"december", 12}, {"jan", 1},    {"feb", 2},       {"mar", 3},
     {"apr", 4},       {"jun", 6},       {"jul", 7},    {"aug", 8},       {"sep", 9},
     {"sept", 9},      {"oct", 10},      {"nov", 11},   {"dec", 12},      {"octobre", 10},
     {"febuary", 2}}};

constexpr Words<int, 17> weekdays{{{"monday", 0},
                                   {"tuesday", 1},
                                   {"wednesday", 2},
                                   {"thursday", 3},
                                   {"friday", 4},
                                   {"saturday", 5},
                                   {"sunday", 6},
                                   {"mon", 0},
                                   {"tue", 1},
                                   {"tues", 1},
                                   {"wed", 2},
                                   {"weds", 2},
                                   {"thu", 3},
                                   {"thur", 3},
                                   {"thurs", 3},
                                   {"fri", 4},
                                   {"sat", 5}}};

constexpr Words<int, 6> seasons{
    {{"winter", 0}, {"spring", 1}, {"springtime", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}}};

constexpr Words<TimeUnit, 18> units{{{"minute", TimeUnit::hour},
                                     {"minutes", TimeUnit::hour},
                                     {"hour", TimeUnit::hour},
                                     {"hours", TimeUnit::hour},
                                     {"day", TimeUnit::day},
                                     {"days", TimeUnit::day},
                                     {"week", TimeUnit::week},
                                     {"weeks", TimeUnit::week},
                                     {"fortnight", TimeUnit::week},
                                     {"fortnights", TimeUnit::week},
                                     {"month", TimeUnit::month},
                                     {"months", TimeUnit::month},
                                     {"quarter", TimeUnit::quarter},
                                     {"quarters", TimeUnit::quarter},
                                     {"year", TimeUnit::year},
                                     {"years", TimeUnit::year},
                                     {"decade", TimeUnit::decade},
                                     {"decades", TimeUnit::decade}}};

constexpr Words<Amount, 38> amounts{
    {{"one", {1, false}},       {"two", {2, false}},        {"three", {3, false}},
     {"four", {4, false}},      {"five", {5, false}},       {"six", {6, false}},
     {"seven", {7, false}},     {"eight", {8, false}},      {"nine", {9, false}},
     {"ten", {10, false}},      {"eleven", {11, false}},    {"twelve", {12, false}},
     {"thirteen", {13, false}}, {"fourteen", {14, false}},  {"fifteen", {15, false}},
     {"sixteen", {16, false}},  {"seventeen", {17, false}}, {"eighteen", {18, false}},
     {"nineteen", {19, false}}, {"twenty", {20, false}},    {"thirty", {30, false}},
     {"forty", {40, false}},    {"fifty", {50, false}},     {"sixty", {60, false}},
     {"seventy", {70, false}},  {"eighty", {80, false}},    {"ninety", {90, false}},
     {"hundred", {100, false}}, {"dozen", {12, true}},      {"dozens", {24, true}},
     {"few", {3, true}},        {"several", {4, true}},     {"couple", {2, true}},
     {"some", {4, true}},       {"many", {10, true}},       {"score", {20, true}},
     {"both", {2, false}},      {"couple-of", {2, true}}}};

constexpr std::array<std::string_view, 32> ordinals{
    "zeroth",       "first",        "second",         "third",         "fourth",
    "fifth",        "sixth",        "seventh",        "eighth",        "ninth",
    "tenth",        "eleventh",     "twelfth",        "thirteenth",    "fourteenth",
    "fifteenth",    "sixteenth",    "seventeenth",    "eighteenth",    "nineteenth",
    "twentieth",    "twenty-first", "twenty-second",  "twenty-third",  "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth",
    "thirtieth",    "thirty-first"};

constexpr std::array<std::string_view, 7> day_parts{"morning", "afternoon", "evening", "night",
                                                    "midday",  "noon",      "midnight"};

// Sorted, for binary search.
constexpr std::array<std::string_view, 62> counted{
    "acres",     "activists", "aircraft",  "barrels",   "billion",    "bodies",     "casualties",
    "children",  "civilians", "companies", "deaths",    "detainees",  "dollars",    "employees",
    "euros",     "families",  "feet",      "fighters",  "flights",    "foreigners", "homes",
    "hostages",  "houses",    "jobs",      "kilograms", "kilometers", "kilometres", "km",
    "men",       "meters",    "metres",    "migrants",  "miles",      "million",    "missiles",
    "new",       "officers",  "others",    "people",    "people's",   "per",        "percent",
    "personnel", "points",    "police",    "pounds",    "prisoners",  "protesters", "rebels",
    "refugees",  "residents", "rockets",   "seats",     "soldiers",   "students",   "tanks",
    "tonnes",    "tons",      "troops",    "votes",     "women",      "workers"};
static_assert(std::ranges::is_sorted(counted));

template <typename Value, std::size_t size>
std::optional<Value> find(const Words<Value, size>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &std::pair<std::string_view, Value>::first);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::string_view without_dot(std::string_view word) {
  if (word.size() > 2 && word.ends_with('.')) word.remove_suffix(1);
  return word;
}

}  // namespace

std::optional<int> month_of(std::string_view word) { return find(months, without_dot(word)); }
std::optional<int> weekday_of(std::string_view word) { return find(weekdays, without_dot(word)); }
std::optional<int> season_of(std::string_view word) { return find(seasons, word); }
std::optional<TimeUnit> unit_of(std::string_view word) { return find(units, word); }

std::optional<Amount> amount_of(std::string_view word) {
  if (const auto value = digits_of(word); value && word.size() <= 4) return Amount{*value, false};
  return find(amounts, word);
}

std::optional<int> ordinal_of(std::string_view word) {
  if (const auto found = std::ranges::find(ordinals, word); found != ordinals.end()) {
    return static_cast<int>(found - ordinals.begin());
  }
  if (word.size() < 3) return std::nullopt;
  const std::string_view ending = word.substr(word.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
  return digits_of(word.substr(0, word.size() - 2));
}

std::optional<int> digits_of(std::string_view word) {
  if (word.empty() || word.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_part_of_day(std::string_view word) {
  return std::ranges::find(day_parts, word) != day_parts.end();
}

bool is_counted_noun(std::string_view word) { return std::ranges::binary_search(counted, word); }

bool is_word(std::string_view text) {
  return !text.empty() && ((text.front() >= 'a' && text.front() <= 'z') ||
                           (text.front() >= 'A' && text.front() <= 'Z'));
}

bool plausible_year(int year) { return year >= 1500 && year <= 2100; }

}  // namespace entente::relations
