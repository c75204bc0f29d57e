#include "extract/read/furniture.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace entente::read {
namespace {

using text::Document;
using util::TextSpan;

constexpr std::size_t longest_dateline = 120;  // bytes
constexpr std::array<std::string_view, 6> dashes{"--", "\u2014", "\u2013", "- ", "-\n", "\u2015"};

// Agencies that write their credit without a dash behind it: "(CNN) The president ...".
constexpr std::array<std::string_view, 21> agencies{
    "CNN",  "Reuters",  "AP",   "AFP",  "Bloomberg", "UPI",   "Xinhua",
    "TASS", "Interfax", "dpa",  "ANSA", "EFE",       "Kyodo", "Al Jazeera",
    "BBC",  "IRNA",     "IANS", "PTI",  "ANI",       "KUNA",  "SANA"};

// Capitals that open a text before a dash without naming a place.
constexpr std::array<std::string_view, 18> labels{
    "UPDATE",   "BREAKING", "EXCLUSIVE", "FACTBOX", "ANALYSIS",  "EXPLAINER",
    "TIMELINE", "OPINION",  "CORRECTED", "WRAPUP",  "INTERVIEW", "NATO",
    "UNESCO",   "UNICEF",   "OPEC",      "ASEAN",   "IAEA",      "URGENT"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n,.");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n,.") - first + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" ,./"));
}

bool is_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), is_lower) &&
         std::count_if(word.begin(), word.end(), is_upper) >= 3;
}

bool is_agency(std::string_view name) {
  return std::find(agencies.begin(), agencies.end(), name) != agencies.end();
}

/// Every word begins like a name, a number, or is a particle of place names.
bool reads_like_names(std::string_view text) {
  constexpr std::array<std::string_view, 8> particles{"of", "de",  "al",  "la",
                                                      "el", "the", "and", "du"};
  std::size_t words = 0;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    const bool named = !is_lower(word[0]) ||
                       std::find(particles.begin(), particles.end(), word) != particles.end();
    if (!named || ++words > 7) return false;
  }
  return words > 0;
}

struct Dateline {
  std::size_t end = 0;  ///< offset behind it; 0 if there is none
  std::string place;
  std::string source;
};

/// The first dash in a dateline's reach that stands apart from words ("al-Bab" does not).
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Dash find_dash(std::string_view text) {
  Dash found;
  for (const auto dash : dashes) {
    const auto at = text.find(dash);
    const bool joined = dash[0] == '-' && dash[1] != '-' && at != 0 &&
                        at != std::string_view::npos && text[at - 1] != ' ' && text[at - 1] != ')';
    if (at == std::string_view::npos || joined || at >= found.begin) continue;
    found = {at, at + (dash[1] == '\n' || dash[1] == ' ' ? 1 : dash.size())};
  }
  return found;
}

/// "MOSCOW, March 3" -> "MOSCOW"; "KYIV, Ukraine" stays whole.
std::string place_of(std::string_view text) {
  const auto digit = std::find_if(text.begin(), text.end(), is_digit);
  text = text.substr(0, static_cast<std::size_t>(digit - text.begin()));
  if (digit != text.end() || text.size() == 0) return std::string(trimmed(text));
  return std::string(trimmed(text));
}

/// Drops a month's name that a day followed: "MOSCOW, March" -> "MOSCOW".
std::string without_month(std::string place) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto cut = place.find_last_of(" ,.");
  const auto last =
      cut == std::string::npos ? std::string_view(place) : std::string_view(place).substr(cut + 1);
  const bool month = std::any_of(months.begin(), months.end(),
                                 [&](auto name) { return last.substr(0, 3) == name; });
  if (month && cut != std::string::npos) place.resize(cut);
  return std::string(trimmed(place));
}

bool is_credit(std::string_view inner) {
  return !inner.empty() && inner.size() <= 40 && (is_upper(inner[0]) || inner == "dpa") &&
         std::none_of(inner.begin(), inner.end(), [](char c) { return c == '(' || c == '\n'; });
}

/// Place, credit and dash, or place in capitals and dash.
Dateline dateline_with_dash(std::string_view text) {
  const auto head_room = text.substr(0, longest_dateline);
  const Dash dash = find_dash(head_room);
  if (dash.begin == std::string_view::npos) return {};
  auto head = head_room.substr(0, dash.begin);
  if (std::any_of(head.begin(), head.end(), is_control)) return {};
  head = trimmed(head);
  Dateline line;
  if (!head.empty() && head.back() == ')') {
    const auto open = head.rfind('(');
    if (open == std::string_view::npos) return {};
    const auto inner = head.substr(open + 1, head.size() - open - 2);
    const auto before = trimmed(head.substr(0, open));
    if (!is_credit(inner) || (!before.empty() && !reads_like_names(before))) return {};
    line.source = inner;
    head = before;
  } else if (const auto comma = head.rfind(", "); comma != std::string_view::npos &&
                                                  reads_like_names(head) &&
                                                  is_agency(head.substr(comma + 2))) {
    // "Oslo, May 17, AFP - "
    line.source = head.substr(comma + 2);
    head = head.substr(0, comma);
  } else if (!is_capitals(first_word(head)) || !reads_like_names(head)) {
    return {};
  }
  line.end = dash.end;
  const bool label = std::find(labels.begin(), labels.end(), first_word(head)) != labels.end();
  if (label && line.source.empty() && head.find(',') == std::string_view::npos &&
      first_word(head).size() <= 6) {
    return {};  // "NATO - the alliance ..." is a sentence
  }
  const bool dated = std::any_of(head.begin(), head.end(), is_digit);
  if (!label) line.place = dated ? without_month(place_of(head)) : place_of(head);
  return line;
}

/// "(CNN) The president ...", "(CNN)The president ...", "Oslo, May 17 (CNN) The president ...".
Dateline bare_credit(std::string_view text) {
  const auto open = text.substr(0, 60).find('(');
  if (open == std::string_view::npos) return {};
  const auto head = trimmed(text.substr(0, open));
  const bool dated = std::any_of(head.begin(), head.end(), is_digit) && reads_like_names(head);
  if (open != 0 && !dated) return {};
  const auto close = text.substr(0, open + 40).find(')', open);
  if (close == std::string_view::npos) return {};
  const auto inner = text.substr(open + 1, close - open - 1);
  if (!is_agency(inner)) return {};
  return {close + 1, dated ? without_month(place_of(head)) : std::string{}, std::string(inner)};
}

/// Length of a first line such as "By Jane Roe and John Doe, Reuters"; 0 if it is none.
std::size_t byline(std::string_view text) {
  if (text.substr(0, 3) != "By " && text.substr(0, 3) != "BY ") return 0;
  const auto line = text.substr(0, text.find('\n'));
  if (line.size() > 100 || line.size() == text.size() || line.back() == '.') return 0;
  return reads_like_names(line) ? line.size() : 0;
}

bool is_closing_credit(std::string_view line) {
  constexpr std::array<std::string_view, 9> openings{"(Reporting by",
                                                     "Reporting by",
                                                     "(Editing by",
                                                     "Editing by",
                                                     "(Writing by",
                                                     "(Additional reporting",
                                                     "Additional reporting by",
                                                     "Copyright ",
                                                     "\u00A9 "};
  return std::any_of(openings.begin(), openings.end(),
                     [&](auto opening) { return line.substr(0, opening.size()) == opening; });
}

void add_span(Document& document, std::size_t begin, std::size_t end) {
  document.furniture.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  constexpr std::string_view no_break_space = "\u00A0";
  for (;;) {
    at = std::min(text.find_first_not_of(" \t\n", at), text.size());
    if (text.substr(at, no_break_space.size()) != no_break_space) return at;
    at += no_break_space.size();
  }
}

void find_opening(Document& document) {
  const std::string_view text = document.text;
  std::size_t at = skip_space(text, 0);
  if (const auto length = byline(text.substr(at)); length != 0) {
    add_span(document, at, at + length);
    at = skip_space(text, at + length);
  }
  Dateline line = dateline_with_dash(text.substr(at));
  if (line.end == 0) line = bare_credit(text.substr(at));
  if (line.end == 0) return;
  add_span(document, at, at + line.end);
  if (document.place.empty()) document.place = line.place;
  if (document.source.empty()) document.source = line.source;
}

/// In the lines after the opening.
void find_closing(Document& document) {
  const std::string_view text = document.text;
  std::size_t at = 0;
  if (!document.furniture.empty()) {
    at = std::min(text.find('\n', document.furniture.back().end), text.size() - 1) + 1;
  }
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (is_closing_credit(text.substr(at, end - at))) add_span(document, at, end);
    at = end + 1;
  }
}

}  // namespace

void find_furniture(Document& document) {
  document.furniture.clear();
  find_opening(document);
  find_closing(document);
}

}  // namespace entente::read
