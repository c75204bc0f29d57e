#include "extract/actors/person_names.hpp"

#include <algorithm>
#include <set>

#include "extract/actors/actor_index.hpp"
#include "util/edit_distance.hpp"

namespace entente::actors {
namespace {

bool initial_of(std::string_view a, std::string_view b) {
  return (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

}  // namespace

bool alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 5 || a.front() != b.front()) return false;
  return util::edit_distance(a, b) <= (std::min(a.size(), b.size()) >= 7 ? 2U : 1U);
}

bool same_person_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& brief = a.size() <= b.size() ? a : b;
  const auto& full = a.size() <= b.size() ? b : a;
  if (brief.size() < 2) return false;
  // "Takehiro Funakoshi", "Funakoshi Takehiro"
  if (a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0]) return true;
  if (!alike(brief.front(), full.front()) && !initial_of(brief.front(), full.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i < brief.size(); ++i) {
    if (brief[i].size() == 1 || name_particle(brief[i])) continue;
    while (at < full.size() && !alike(brief[i], full[at])) ++at;
    if (at == full.size()) return false;
    ++at;
  }
  return true;
}

std::string from_capitals(std::string name) {
  bool first = true;
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z' && !first) c = static_cast<char>(c + 32);
    first = c == ' ' || c == '-';
  }
  return name;
}

bool family_name(std::string_view key) {
  static const std::set<std::string, std::less<>> names{
      "kim", "lee",  "park", "choi", "moon",  "yoon", "chung", "jung", "kang", "cho", "lim",
      "han", "shin", "wang", "li",   "zhang", "liu",  "chen",  "yang", "zhao", "wu",  "zhou",
      "xu",  "sun",  "hu",   "zhu",  "gao",   "lin",  "guo",   "ma",   "tsai", "xi"};
  return names.contains(key);
}

}  // namespace entente::actors
