#include "extract/actors/person_candidates.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/offices.hpp"

namespace entente::actors {

std::string joined(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

std::vector<std::uint32_t> PersonCandidates::named(std::string_view key, AliasUse use) const {
  std::vector<std::uint32_t> entries;
  for (const Alias& alias : work_.index.find(key)) {
    if (alias.use == use && work_.index.entry(alias.entry).type == EntryType::person) {
      entries.push_back(alias.entry);
    }
  }
  return entries;
}

std::optional<std::size_t> suffix(const std::vector<std::string>& words) {
  if (words.size() < 3) return std::nullopt;
  const std::string& last = words.back();
  if (last == "jr" || last == "sr") return words.size() - 1;
  return std::nullopt;
}

double PersonCandidates::fit(std::uint32_t entry, const TitleRead& title, bool only) const {
  double score = prominence(work_.index, entry, work_.date());
  if (title.organisations.empty() && title.title.empty()) score += familiarity(entry, only);
  if (!title.organisations.empty()) {
    const graph::Actor& owner = work_.document.actors[title.organisations.front()];
    const std::string_view country = work_.index.entry(entry).country;
    if (!owner.country.empty() && !country.empty() && !body_code(country) &&
        !body_code(owner.country)) {
      score += owner.country == country ? 0.6 : -1.5;
    }
  }
  if (!title.title.empty()) {
    const auto office = office_of(work_.index, entry, title.title, std::nullopt, work_.date());
    if (office) {
      score += office->tenure == Tenure::yes    ? 1.0
               : office->tenure == Tenure::open ? 0.6
               : title.former                   ? 0.7
                                                : 0.1;
    } else {
      score -= 0.3;
    }
  }
  return score;
}

/// Of a surname alone: the text speaks of the person's state, or the news always do. Of a leader
/// whose surname nobody else has whom we know, a text may speak without naming his state.
double PersonCandidates::familiarity(std::uint32_t entry, bool only) const {
  static constexpr std::array<std::string_view, 15> always{"USA", "RUS", "CHN", "GBR", "FRA",
                                                           "DEU", "UKR", "ISR", "IRN", "TUR",
                                                           "IND", "JPN", "ITA", "CAN", "BRA"};
  const std::string_view country = work_.index.entry(entry).country;
  if (country.empty() || body_code(country)) return 0.0;
  const bool named = std::any_of(
      work_.document.actors.begin(), work_.document.actors.end(), [&](const graph::Actor& actor) {
        return actor.country == country && actor.kind != graph::ActorKind::person;
      });
  if (named) return 0.25;
  if (std::find(always.begin(), always.end(), country) != always.end()) return 0.1;
  return only ? -0.2 : -0.4;
}

std::optional<std::uint32_t> PersonCandidates::best_of(const std::vector<std::uint32_t>& entries,
                                                       const TitleRead& title,
                                                       double margin) const {
  std::optional<std::uint32_t> best;
  double first = -1e9;
  double second = -1e9;
  for (const std::uint32_t entry : entries) {
    const double score = fit(entry, title);
    if (score > first) {
      second = first;
      first = score;
      best = entry;
    } else {
      second = std::max(second, score);
    }
  }
  if (!best || first - second < margin) return std::nullopt;
  return best;
}

bool PersonCandidates::contradicted(std::uint32_t entry, const TitleRead& title) const {
  if (title.organisations.empty()) return false;
  const auto held = office_of(work_.index, entry, title.title, std::nullopt, std::nullopt);
  if (held) return false;
  if (!title.title.empty() && later(entry)) return true;
  const std::string_view country = work_.index.entry(entry).country;
  const std::string& owner = work_.document.actors[title.organisations.front()].country;
  // A Serb may have served in Bosnia.
  const auto positions = work_.index.positions_of(entry);
  const bool served = std::any_of(positions.begin(), positions.end(), [&](const Position& each) {
    return work_.index.entry(each.organisation).country == owner;
  });
  if (served && !owner.empty()) return false;
  return !country.empty() && !owner.empty() && !body_code(owner) && !body_code(country) &&
         owner != country;
}

/// Whether all that is known of the person began long after the text.
bool PersonCandidates::later(std::uint32_t entry) const {
  constexpr int career = 12;  // years before the first known office
  const auto positions = work_.index.positions_of(entry);
  return work_.date() && !positions.empty() &&
         std::all_of(positions.begin(), positions.end(), [&](const Position& position) {
           return position.from && position.from->year > work_.date()->year + career;
         });
}

bool PersonCandidates::past_office(std::uint32_t entry, std::string_view title) const {
  for (const Position& position : work_.index.positions_of(entry)) {
    if (title_means(title, position.title) && position.from && work_.date() &&
        position.from->year <= work_.date()->year) {
      return true;
    }
  }
  return false;
}

bool PersonCandidates::fits_document(std::uint32_t actor, const TitleRead& title) const {
  for (const Office& office : work_.facts[actor].offices) {
    const bool titled = title.title.empty() || office.title == title.title ||
                        title_means(title.title, office.title) ||
                        office.title.starts_with(title.title);
    const bool owned = title.organisations.empty() || !office.organisation ||
                       *office.organisation == title.organisations.front() ||
                       (!work_.document.actors[*office.organisation].country.empty() &&
                        work_.document.actors[*office.organisation].country ==
                            work_.document.actors[title.organisations.front()].country);
    if (titled && owned) return true;
  }
  const auto& entry = work_.facts[actor].entry;
  if (!entry) return title.title.empty();
  if (!title.organisations.empty() &&
      work_.document.actors[title.organisations.front()].country !=
          work_.index.entry(*entry).country &&
      !body_code(work_.document.actors[title.organisations.front()].country)) {
    return false;
  }
  return title.title.empty() ||
         office_of(work_.index, *entry, title.title, std::nullopt, std::nullopt).has_value();
}

bool PersonCandidates::goes_by_one_name(Range name) const {
  const DocView& view = work_.view;
  const auto& below = view.children(view.head_of(name));
  return name.size() == 1 && named(view.key(name), AliasUse::surname).empty() &&
         std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
           const Role* role = work_.index.role(view.key(c));
           return view.token(c).deprel == Deprel::appos && role != nullptr && !role->plural &&
                  role->number == RoleNumber::person;
         });
}

}  // namespace entente::actors
