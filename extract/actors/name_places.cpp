#include "extract/actors/name_places.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

bool american_georgia(const Work& work) {
  int american = 0;
  int caucasian = 0;
  for (const NameHit& hit : work.hits) {
    for (const Alias& alias : hit.aliases) {
      const Entry& entry = work.index.entry(alias.entry);
      if (entry.type == EntryType::place && entry.country == "USA" && entry.name != "Georgia") {
        ++american;
        break;
      }
      if (entry.country == "GEO" && entry.name != "Georgia") caucasian += 2;
      if (entry.country == "RUS" || entry.country == "UKR" || entry.country == "ARM" ||
          entry.country == "AZE") {
        ++caucasian;
        break;
      }
    }
  }
  return american > caucasian;
}

bool covers_american_town(const Work& work, std::uint32_t token) {
  if (work.hit_at[token] < 0) return false;
  const NameHit& hit = work.hits[static_cast<std::uint32_t>(work.hit_at[token])];
  return std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
    const Entry& row = work.index.entry(alias.entry);
    return row.type == EntryType::place && row.country == "USA";
  });
}

bool food(const Work& work, const NameHit& hit) {
  if (work.view.key(hit.range) != "turkey") return false;
  const std::uint32_t next = hit.range.last;
  const bool after = next < work.view.size() && food_word(work.view.key(next));
  return after || (hit.range.first > 0 && food_word(work.view.key(hit.range.first - 1)));
}

std::string owner_country(const Work& work, Range range) {
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    for (const Alias& alias : work.index.find(work.view.key(t))) {
      const Entry& row = work.index.entry(alias.entry);
      if (row.type == EntryType::state && alias.use != AliasUse::capital &&
          capitalised(work.view.form(t))) {
        return std::string(row.country);
      }
    }
  }
  return {};
}

std::string enclosing_country(const Work& work, Range range) {
  const auto& view = work.view;
  if (range.last + 1 < view.size() && view.form(range.last) == "," &&
      work.hit_at[range.last + 1] >= 0) {
    const NameHit& next = work.hits[static_cast<std::uint32_t>(work.hit_at[range.last + 1])];
    for (const Alias& alias : next.aliases)
      return std::string(work.index.entry(alias.entry).country);
  }
  return owner_country(work, range);
}

}  // namespace entente::actors
