#include "extract/actors/actor_index.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "extract/actors/name_key.hpp"
#include "util/lower.hpp"
#include "util/tsv.hpp"

namespace entente::actors {
namespace {

constexpr std::array<std::string_view, 19> particles{
    "al", "el", "bin", "ibn", "ben", "von", "van", "der", "den", "de",
    "da", "do", "dos", "del", "di",  "la",  "le",  "abu", "ul"};

/// Whole-title rewrites, after lower-casing.
constexpr std::array<std::array<std::string_view, 2>, 41> title_rewrites{{
    {"u.s. attorney general", "attorney general"},
    {"u.s. attorney", "U.S. attorney"},
    {"gov.", "governor"},
    {"gov", "governor"},
    {"lt. gov.", "lieutenant governor"},
    {"rep.", "representative"},
    {"rep", "representative"},
    {"sen.", "senator"},
    {"sen", "senator"},
    {"atty. gen.", "attorney general"},
    {"state rep.", "state representative"},
    {"state sen.", "state senator"},
    {"national security adviser", "national security advisor"},
    {"mp", "member of parliament"},
    {"mep", "member of the European Parliament"},
    {"congressman", "member of Congress"},
    {"congresswoman", "member of Congress"},
    {"premier", "prime minister"},
    {"pm", "prime minister"},
    {"taoiseach", "prime minister"},
    {"minister of foreign affairs", "foreign minister"},
    {"minister for foreign affairs", "foreign minister"},
    {"foreign affairs minister", "foreign minister"},
    {"external affairs minister", "foreign minister"},
    {"minister of external affairs", "foreign minister"},
    {"minister of defence", "defence minister"},
    {"minister of defense", "defence minister"},
    {"minister for defence", "defence minister"},
    {"minister of finance", "finance minister"},
    {"minister of the interior", "interior minister"},
    {"minister of interior", "interior minister"},
    {"home affairs minister", "home minister"},
    {"secretary general", "secretary-general"},
    {"director general", "director-general"},
    {"defense secretary", "secretary of defense"},
    {"treasury secretary", "secretary of the treasury"},
    {"commander in chief", "commander-in-chief"},
    {"pontiff", "pope"},
    {"press secretary", "press secretary"},
    {"envoy", "envoy"},
    {"veep", "vice president"},
}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    const bool starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == '-';
    const std::size_t end = at + from.size();
    const bool ends = end == text.size() || text[end] == ' ';
    if (starts && ends) text.replace(at, from.size(), to);
  }
  return text;
}

/// -1 before, 0 within, 1 after, at the coarser of the two precisions.
int compare(const util::Date& date, const util::Date& edge) {
  if (date.year != edge.year) return date.year < edge.year ? -1 : 1;
  if (!date.has_month() || !edge.has_month()) return 0;
  if (date.month != edge.month) return date.month < edge.month ? -1 : 1;
  if (!date.has_day() || !edge.has_day()) return 0;
  return date.day == edge.day ? 0 : date.day < edge.day ? -1 : 1;
}

}  // namespace

std::span<const Alias> ActorIndex::find(std::string_view key) const {
  const auto at = alias_range_.find(key);
  if (at == alias_range_.end()) return {};
  return std::span(aliases_).subspan(at->second.first, at->second.second);
}

std::size_t ActorIndex::longest_from(std::string_view first_word) const {
  const auto at = longest_.find(first_word);
  return at == longest_.end() ? 0 : at->second;
}

std::optional<std::uint32_t> ActorIndex::by_id(std::string_view id) const {
  const auto at = ids_.find(id);
  if (at == ids_.end()) return std::nullopt;
  return at->second;
}

std::optional<std::uint32_t> ActorIndex::state(std::string_view iso3) const {
  const auto at = states_.find(iso3);
  if (at == states_.end()) return std::nullopt;
  return at->second;
}

const Role* ActorIndex::role(std::string_view key) const {
  const auto at = roles_.find(key);
  return at == roles_.end() ? nullptr : &at->second;
}

std::size_t ActorIndex::longest_role_to(std::string_view last_word) const {
  const auto at = longest_role_.find(last_word);
  return at == longest_role_.end() ? 0 : at->second;
}

std::span<const Position> ActorIndex::positions_of(std::uint32_t person) const {
  const auto at = person_range_.find(person);
  if (at == person_range_.end()) return {};
  return std::span(positions_).subspan(at->second.first, at->second.second);
}

std::span<const std::uint32_t> ActorIndex::offices_of(std::uint32_t organisation) const {
  const auto at = office_range_.find(organisation);
  if (at == office_range_.end()) return {};
  return std::span(offices_).subspan(at->second.first, at->second.second);
}

char ActorIndex::gender_of(std::string_view given_name) const {
  const auto at = given_names_.find(given_name);
  if (at == given_names_.end()) return 0;
  const auto [men, women] = at->second;
  if (men >= 4 * women) return 'm';
  return women >= 4 * men ? 'f' : '\0';
}

bool ActorIndex::member(std::uint32_t organisation, std::string_view iso3) const {
  const auto at = members_.find(organisation);
  return at != members_.end() &&
         std::find(at->second.begin(), at->second.end(), iso3) != at->second.end();
}

std::string canonical_title(std::string_view title) {
  std::string text = single_spaced(title);
  const std::string low = util::lower(text);
  for (const auto& [from, to] : title_rewrites) {
    if (low == from) return std::string(to);
  }
  // What the office is for or to may be a name: "special envoy for Sudan".
  const std::size_t office = std::min({low.find(" for "), low.find(" to "), text.size()});
  text.replace(0, office, low, 0, office);
  for (const std::string_view word : {"spokesman", "spokeswoman"}) {
    text = replaced(std::move(text), word, "spokesperson");
  }
  text = replaced(std::move(text), "chairman", "chairperson");
  text = replaced(std::move(text), "chairwoman", "chairperson");
  text = replaced(std::move(text), "vice-president", "vice president");
  text = replaced(std::move(text), "defense minister", "defence minister");
  for (const auto& [from, to] : title_rewrites) {
    if (from.size() > 8) text = replaced(std::move(text), from, to);
  }
  return text;
}

Tenure tenure(const Position& position, const std::optional<util::Date>& date) {
  if (!date) return position.ended ? Tenure::no : Tenure::yes;
  if (position.from && compare(*date, *position.from) < 0) return Tenure::no;
  if (position.to && compare(*date, *position.to) > 0) return Tenure::no;
  if (!position.from || (position.ended && !position.to)) return Tenure::open;
  return Tenure::yes;
}

bool name_particle(std::string_view key) {
  return std::find(particles.begin(), particles.end(), key) != particles.end();
}

std::vector<std::string> surname_keys(std::string_view name, std::string_view country) {
  const std::string key = name_key(name);
  auto words = util::split(key, ' ');
  while (words.size() > 1 && (words.back() == "jr" || words.back() == "sr" ||
                              words.back() == "ii" || words.back() == "iii")) {
    words.pop_back();
  }
  std::vector<std::string> keys;
  if (words.size() < 2) return keys;
  static constexpr std::array<std::string_view, 4> family_first{"CHN", "KOR", "PRK", "TWN"};
  static constexpr std::array<std::string_view, 3> western{"anthony", "andrew", "john"};
  const bool first_is_family =
      std::find(family_first.begin(), family_first.end(), country) != family_first.end() &&
      std::find(western.begin(), western.end(), words[0]) == western.end();
  if (first_is_family) keys.emplace_back(words.front());
  if (!first_is_family || words.size() == 2) keys.emplace_back(words.back());
  std::size_t begin = words.size() - 1;
  while (begin > 1 && name_particle(words[begin - 1])) --begin;
  if (begin + 1 < words.size()) {
    std::string whole(words[begin]);
    for (std::size_t i = begin + 1; i < words.size(); ++i) whole += " " + std::string(words[i]);
    keys.push_back(std::move(whole));
  }
  return keys;
}

bool body_code(std::string_view code) {
  static constexpr std::array<std::string_view, 7> codes{"IGO", "NGO", "MNC", "IMG",
                                                         "UNO", "EUR", "NON"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace entente::actors
