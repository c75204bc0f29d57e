#include "extract/actors/own_names.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"

namespace entente::actors {
namespace {

bool is_body(graph::ActorKind kind) {
  return kind == graph::ActorKind::organisation || kind == graph::ActorKind::armed_force ||
         kind == graph::ActorKind::company;
}

bool stands_for(const Work& work, const NameHit& hit, std::uint32_t actor) {
  return std::any_of(hit.aliases.begin(), hit.aliases.end(),
                     [&](const Alias& alias) { return work.facts[actor].entry == alias.entry; });
}

}  // namespace

std::optional<std::uint32_t> own_acronym(const Work& work, const NameHit& hit) {
  const auto& view = work.view;
  if (hit.range.size() != 1 || !all_capitals(view.form(hit.range.first))) return std::nullopt;
  for (const NameHit& other : work.hits) {
    if (other.range.first >= hit.range.first) break;
    const std::uint32_t open = other.range.last;
    if (open + 2 >= view.size() || view.form(open) != "(" ||
        view.key(open + 1) != view.key(hit.range.first) || view.form(open + 2) != ")")
      continue;
    const auto actor = work.actor_at(view.head_of(other.range));
    if (!actor || !is_body(work.actor(*actor).kind) || stands_for(work, hit, *actor)) continue;
    return actor;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> own_short_name(const Work& work, const NameHit& hit,
                                            std::uint32_t known) {
  if (hit.range.size() != 1) return std::nullopt;
  // "the Coalition to Counter X" is not X
  const auto tells_of_it = [&](Range name) {
    for (std::uint32_t t = name.first; t + 1 < name.last; ++t) {
      if (!capitalised(work.view.form(t))) return true;
    }
    const std::string& before = work.view.key(name.last - 2);
    return before == "against" || before == "counter" || before == "defeat" || before == "for";
  };
  const std::string_view home = work.index.entry(known).country;
  std::optional<std::uint32_t> found;
  for (const NameHit& other : work.hits) {
    for (const Alias& alias : other.aliases) {
      if (work.index.entry(alias.entry).country == home && other.range != hit.range &&
          work.view.key(other.range) != work.view.key(hit.range))
        return std::nullopt;
    }
    const bool longer = other.range.size() > 1 && other.range.last <= hit.range.first &&
                        work.view.key(other.range.last - 1) == work.view.key(hit.range) &&
                        !tells_of_it(other.range);
    if (!longer) continue;
    const auto actor = work.actor_at(work.view.head_of(other.range));
    if (actor && is_body(work.actor(*actor).kind)) found = actor;
  }
  return found;
}

bool spelled_otherwise(const Work& work, const NameHit& hit) {
  const auto& view = work.view;
  const std::string& key = view.key(hit.range.first);
  const bool acronym = std::all_of(hit.aliases.begin(), hit.aliases.end(),
                                   [](const Alias& alias) { return alias.acronym; });
  if (hit.range.size() != 1 || !acronym || key.size() < 3 || key.size() > 5) return false;
  for (std::uint32_t t = 0; t + key.size() <= hit.range.first; ++t) {
    const Range words{t, t + static_cast<std::uint32_t>(key.size())};
    bool spelled = true;
    for (std::uint32_t i = 0; spelled && i < words.size(); ++i) {
      const std::string& word = view.key(t + i);
      spelled = word.size() > 1 && word.front() == key[i] && capitalised(view.form(t + i));
    }
    if (!spelled || view.sentence_of(t) != view.sentence_of(words.last - 1)) continue;
    const auto known = work.index.find(view.key(words));
    return std::none_of(known.begin(), known.end(), [&](const Alias& alias) {
      return std::any_of(hit.aliases.begin(), hit.aliases.end(),
                         [&](const Alias& other) { return other.entry == alias.entry; });
    });
  }
  return false;
}

std::optional<std::uint32_t> known_without_state(Work& work, Range range) {
  for (std::uint32_t first = range.first + 1; first < range.last; ++first) {
    const std::string owner = work.view.key({range.first, first});
    for (const Alias& state : work.index.find(owner)) {
      if (work.index.entry(state.entry).type != EntryType::state) continue;
      for (const Alias& alias : work.index.find(work.view.key({first, range.last}))) {
        const Entry& row = work.index.entry(alias.entry);
        if (row.type == EntryType::organisation &&
            row.country == work.index.entry(state.entry).country)
          return work.add_entry(alias.entry);
      }
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> known_acronym(Work& work, Range range) {
  if (range.size() < 2 || !all_capitals(work.view.form(range.last - 1))) return std::nullopt;
  for (const Alias& alias : work.index.find(work.view.key(range.last - 1))) {
    const Entry& row = work.index.entry(alias.entry);
    if (alias.acronym && row.type == EntryType::organisation) return work.add_entry(alias.entry);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> spelled_out(const Work& work, Range range) {
  const std::string_view form = work.view.form(range.first);
  if (range.size() != 1 || !all_capitals(form)) return std::nullopt;
  const std::string key = work.view.key(range);
  for (std::uint32_t i = 0; i < work.document.actors.size(); ++i) {
    std::string initials;
    for (const std::string& word : work.facts[i].words) {
      if (word != "of" && word != "the" && word != "and" && word != "for") initials += word.front();
    }
    if (initials.size() >= 2 && initials == key) return i;
  }
  return std::nullopt;
}

}  // namespace entente::actors
