#include "extract/read/loose_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "util/lower.hpp"

namespace entente::read {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// 1 to 12 of "Mar", "March", "mar."; 0 of anything else.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  const std::string low = util::lower(word);
  if (low == "sept") return 9;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (low == names[i] || (low.size() == 3 && names[i].substr(0, 3) == low)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

/// Runs of digits and runs of letters.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < text.size() && pieces.size() < 8;) {
    const auto kind = is_digit(text[at]) ? is_digit : is_letter;
    std::size_t end = at;
    while (end < text.size() && kind(text[end])) ++end;
    if (end > at) pieces.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return pieces;
}

std::optional<util::Date> date_of(std::string_view year, int month, std::string_view day) {
  if (!all_digits(year) || year.size() != 4 || !all_digits(day) || day.size() > 2) {
    return std::nullopt;
  }
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return util::Date::parse(std::string(year) + "-" + two(month) + "-" +
                           two(std::stoi(std::string(day))));
}

std::optional<util::Date> iso_date(std::string_view text) {
  const bool timed = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  if (const auto date = util::Date::parse(timed ? text.substr(0, 10) : text)) return date;
  const bool slashes = text.size() >= 10 && text[4] == '/' && text[7] == '/';
  if (slashes && (text.size() == 10 || text[10] == ' ')) {
    return util::Date::parse(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(5, 2)) +
                             "-" + std::string(text.substr(8, 2)));
  }
  const bool compact = text.size() >= 8 && all_digits(text.substr(0, 8)) &&
                       (text.size() == 8 || text[8] == 'T' || text.size() == 14);
  if (!compact) return std::nullopt;
  return util::Date::parse(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) +
                           "-" + std::string(text.substr(6, 2)));
}

std::optional<util::Date> named_month(std::string_view text) {
  const auto pieces = pieces_of(text);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const int month = month_of(pieces[i]);
    if (month == 0) continue;
    if (i > 0 && i + 1 < pieces.size()) {  // 1 March 2022
      if (const auto date = date_of(pieces[i + 1], month, pieces[i - 1])) return date;
    }
    if (i + 2 < pieces.size()) {  // March 1, 2022
      if (const auto date = date_of(pieces[i + 2], month, pieces[i + 1])) return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<util::Date> loose_date(std::string_view text) {
  if (const auto date = iso_date(text)) return date;
  return named_month(text);
}

}  // namespace entente::read
