#include "extract/actors/titled_name.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

constexpr std::uint32_t title_reach = 10;  ///< tokens from a title to what it is for
constexpr std::uint32_t longest_name = 5;  ///< words that a name behind a title may have

bool links_complement(std::string_view key) {
  return key == "for" || key == "of" || key == "to" || key == "on";
}

bool function_word(std::string_view key) {
  return links_complement(key) || key == "the" || key == "and" || key == "in";
}

/// Words that none but a person's name is made of, as far as we know.
bool plain_name(const Work& work, Range range) {
  const auto& view = work.view;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const std::string& key = view.key(t);
    if (key.empty() && view.form(t) == "-" && t > range.first) continue;
    const bool particle = name_particle(key) && t > range.first;
    if (key.empty() || (!particle && !capitalised(view.form(t)))) return false;
    if (organ_word(key) || treaty_word(key) || function_word(key) ||
        work.index.role(key) != nullptr || state_word(work, t)) {
      return false;
    }
  }
  return true;
}

/// Where a place or state that begins there ends; `first` if none does.
std::uint32_t place_from(const Work& work, std::uint32_t first, std::uint32_t end) {
  const auto& view = work.view;
  for (std::uint32_t last = std::min(end, first + 4); last > first; --last) {
    if (view.key(last - 1).empty()) continue;
    const std::string key = view.key({first, last});
    if (region_adjective(key)) return last;
    for (const Alias& alias : work.index.find(key)) {
      const EntryType type = work.index.entry(alias.entry).type;
      if (type == EntryType::state || type == EntryType::place) return last;
    }
  }
  return first;
}

}  // namespace

bool state_word(const Work& work, std::uint32_t token) {
  const auto found = work.index.find(work.view.key(token));
  return std::any_of(found.begin(), found.end(), [&](const Alias& alias) {
    return work.index.entry(alias.entry).type == EntryType::state;
  });
}

std::uint32_t role_from(const Work& work, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t last = std::min(end, first + 5); last > first; --last) {
    if (work.view.key(last - 1).empty()) continue;
    const Role* role = work.index.role(work.view.key({first, last}));
    if (role != nullptr && role->number == RoleNumber::person) return last;
  }
  return first;
}

std::optional<std::uint32_t> name_after_title(const Work& work, Range entity) {
  const auto& view = work.view;
  std::uint32_t name = entity.first;
  for (std::uint32_t t = entity.first; t + 1 < entity.last; ++t) {
    const std::string& key = view.key(t);
    const Role* role = work.index.role(key);
    // "Committee for [National] Security": there it is no person
    const bool person =
        role != nullptr && role->number == RoleNumber::person && view.token(t).upos != Upos::adj;
    const bool title = title_word(key) || honorific(key) || person;
    if (title && !(role != nullptr && role->plural)) name = t + 1;
  }
  if (name == entity.first) return std::nullopt;
  if (links_complement(view.key(name))) {
    for (std::uint32_t t = name; t < entity.last; ++t) {
      if (function_word(view.key(t))) name = t + 1;
    }
    // What the office is for ends where the name begins: a place, or the last words but two.
    const std::uint32_t place = place_from(work, name, entity.last);
    if (place > name) {
      name = place;
    } else if (entity.last > name + 2 && work.index.gender_of(view.key(name)) == 0) {
      name = entity.last - 2;
    }
  }
  const Range rest{name, entity.last};
  if (rest.size() == 0 || rest.size() > longest_name || !plain_name(work, rest))
    return std::nullopt;
  return name;
}

std::optional<std::uint32_t> name_after_complement(const Work& work, Range entity) {
  static constexpr std::array<std::string_view, 11> matters{
      "affairs",    "rights",      "security",     "policy",  "relations", "cooperation",
      "operations", "development", "negotiations", "matters", "engagement"};
  const auto& view = work.view;
  const std::uint32_t floor = view.sentence_around(entity.first).first;
  for (std::uint32_t t = entity.first; t-- > floor && entity.first - t <= title_reach;) {
    if (!capitalised(view.form(t)) && !function_word(view.key(t))) return std::nullopt;
    if (!title_word(view.key(t)) || !links_complement(view.key(t + 1))) continue;
    const auto name = name_after_title(work, {t, entity.last});
    if (!name || *name <= entity.first || entity.last - *name > 3) return std::nullopt;
    const bool plain =
        work.index.gender_of(view.key(*name)) != 0 ||
        std::find(matters.begin(), matters.end(), view.key(*name - 1)) != matters.end();
    return plain ? name : std::nullopt;
  }
  return std::nullopt;
}

Range trimmed_person(const Work& work, Range entity) {
  const auto& view = work.view;
  if (const auto name = name_after_title(work, entity)) {
    // "Pope Francis": known by title and name
    const auto known = work.index.find(view.key({*name - 1, entity.last}));
    const bool titled = std::any_of(known.begin(), known.end(), [&](const Alias& alias) {
      return alias.use == AliasUse::name && work.index.entry(alias.entry).type == EntryType::person;
    });
    return {titled ? *name - 1 : *name, entity.last};
  }
  while (entity.size() > 1) {
    if (const std::uint32_t role = role_from(work, entity.first, entity.last);
        role > entity.first) {
      entity.first = std::min(role, entity.last);
      continue;
    }
    const std::string& key = view.key(entity.first);
    const bool title_follows = role_from(work, entity.first + 1, entity.last) > entity.first + 1;
    const bool modifier = title_follows && (title_modifier(key) || former_word(key) ||
                                            key == "of" || key.empty() || key == "s");
    const bool sayyid = entity.size() > 2 &&
                        (key == "seyed" || key == "seyyed" || key == "sayyed" || key == "sayyid");
    if (!modifier && !sayyid && !honorific(key) &&
        !(title_follows && state_word(work, entity.first)))
      break;
    ++entity.first;
  }
  return entity;
}

bool titles_only(const Work& work, Range entity) {
  const auto& view = work.view;
  if (view.key(entity.first) == "the") ++entity.first;
  if (entity.size() == 0) return true;
  if (work.index.role(view.key(entity)) != nullptr) return true;
  if (role_from(work, entity.first, entity.last) == entity.last) return true;
  // "FCO Minister"
  const Role* last = work.index.role(view.key(entity.last - 1));
  // "Home and Defence Secretaries"
  if (last != nullptr && last->plural && last->number == RoleNumber::person &&
      title_word(name_key(last->noun).substr(name_key(last->noun).rfind(' ') + 1)) &&
      entity.size() <= 5)
    return true;
  if (entity.size() == 2 && last != nullptr && last->number == RoleNumber::person &&
      title_word(view.key(entity.last - 1)) && all_capitals(view.form(entity.first)))
    return true;
  // "Secretary of Transportation", "Minister for Culture"
  const std::string& key = view.key(entity.first);
  return entity.size() >= 3 && title_word(key) &&
         (view.key(entity.first + 1) == "of" || view.key(entity.first + 1) == "for");
}

bool rank_after_office(const Work& work, std::uint32_t end, std::uint32_t floor) {
  static constexpr std::array<std::string_view, 7> ranks{"brigadier", "lieutenant", "major", "rear",
                                                         "vice",      "fleet",      "field"};
  static constexpr std::array<std::string_view, 8> offices{
      "chief",        "minister",  "spokesman", "spokeswoman",
      "spokesperson", "commander", "leader",    "president"};
  if (work.view.key(end - 1) != "general") return false;
  std::uint32_t t = end - 1;
  while (t > floor && std::find(ranks.begin(), ranks.end(), work.view.key(t - 1)) != ranks.end())
    --t;
  return t > floor &&
         std::find(offices.begin(), offices.end(), work.view.key(t - 1)) != offices.end();
}

Range unknown_title(Work& work, Range name) {
  const auto& view = work.view;
  const std::uint32_t floor = view.sentence_around(name.first).first;
  std::uint32_t first = name.first;
  while (first > floor && name.first - first < 4) {
    const std::uint32_t t = first - 1;
    const bool word = (view.token(t).upos == Upos::propn || view.token(t).upos == Upos::noun) &&
                      work.hit_at[t] < 0 && !view.key(t).empty() && view.key(t) != "s" &&
                      !weekday_or_month(view.key(t));
    if (!word) break;
    first = t;
  }
  const Range none{name.first, name.first};
  if (first == name.first || first == floor || !capitalised(view.form(first))) return none;
  const std::uint32_t head = view.head_of(name);
  if (!view.governs(head, first) && !view.governs(first, head)) return none;
  const auto owner = owner_before(work, first);
  if (!owner || owner->actors.size() != 1) return none;
  const graph::ActorKind kind = work.actor(owner->actors.front()).kind;
  if (kind != graph::ActorKind::country) return none;
  return {first, name.first};
}

}  // namespace entente::actors
