#include "extract/actors/person_names.hpp"

#include <algorithm>
#include <set>

#include "extract/actors/actor_index.hpp"

namespace entente::actors {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t i = 0; i <= b.size(); ++i) row[i] = i;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t last = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, last + (a[i - 1] != b[j - 1] ? 1U : 0U)});
      last = above;
    }
  }
  return row[b.size()];
}

bool initial_of(std::string_view a, std::string_view b) {
  return (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

}  // namespace

bool alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 5 || a.front() != b.front()) return false;
  return distance(a, b) <= (std::min(a.size(), b.size()) >= 7 ? 2U : 1U);
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

bool family_name(std::string_view key) {
  static const std::set<std::string, std::less<>> names{
      "kim", "lee",  "park", "choi", "moon",  "yoon", "chung", "jung", "kang", "cho", "lim",
      "han", "shin", "wang", "li",   "zhang", "liu",  "chen",  "yang", "zhao", "wu",  "zhou",
      "xu",  "sun",  "hu",   "zhu",  "gao",   "lin",  "guo",   "ma",   "tsai", "xi"};
  return names.contains(key);
}

}  // namespace entente::actors
