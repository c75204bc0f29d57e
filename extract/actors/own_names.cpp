#include "extract/actors/own_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extract/actors/name_key.hpp"
#include "extract/actors/vocabulary.hpp"

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

bool named_as(const Work& work, const NameHit& hit, EntryType type, AliasUse use) {
  return std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
    return alias.use == use && work.index.entry(alias.entry).type == type;
  });
}

std::uint32_t after_adjective(const Work& work, Range range) {
  static constexpr std::array<std::string_view, 12> heads{
      "association", "federation", "society", "union",  "institute", "academy",
      "chamber",     "committee",  "council", "league", "congress",  "confederation"};
  const auto& view = work.view;
  if (range.size() < 3 || view.key(range.first + 1) != "of" || range.first == 0 ||
      range.first == view.sentence_around(range.first).first ||
      std::find(heads.begin(), heads.end(), view.key(range.first)) == heads.end() ||
      work.hit_at[range.first - 1] < 0)
    return range.first;
  const NameHit& state = work.hits[static_cast<std::uint32_t>(work.hit_at[range.first - 1])];
  const bool adjective = named_as(work, state, EntryType::state, AliasUse::adjective) &&
                         state.range.last == range.first;
  return adjective ? state.range.first : range.first;
}

std::uint32_t with_body(const Work& work, Range range) {
  const auto& view = work.view;
  const std::uint32_t floor = view.sentence_around(range.first).first;
  if (range.first == floor || work.hit_at[range.first - 1] < 0) return range.first;
  const NameHit& body = work.hits[static_cast<std::uint32_t>(work.hit_at[range.first - 1])];
  const std::uint32_t head = view.head_of(body.range);
  const auto above = view.parent(head);
  const bool part = body.range.last == range.first && view.token(head).deprel == Deprel::compound &&
                    above && range.contains(*above) &&
                    named_as(work, body, EntryType::organisation, AliasUse::name);
  return part ? body.range.first : range.first;
}

std::vector<std::uint32_t> states_by_weight(const Work& work, std::optional<Range> aside) {
  const std::string left_out = aside ? work.view.key(*aside) : std::string();
  std::map<std::string_view, int> count;
  for (const NameHit& hit : work.hits) {
    if (hit.aliases.empty() || (aside && work.view.key(hit.range) == left_out)) continue;
    const Entry& named = work.index.entry(hit.aliases.front().entry);
    if (!named.country.empty() && !body_code(named.country)) ++count[named.country];
  }
  std::vector<std::pair<int, std::uint32_t>> states;
  for (const auto& [iso, times] : count) {
    if (const auto state = work.index.state(iso)) states.emplace_back(-times, *state);
  }
  std::sort(states.begin(), states.end());
  std::vector<std::uint32_t> found;
  for (const auto& [times, state] : states) found.push_back(state);
  return found;
}

bool organ_elsewhere(const Work& work, const NameHit& hit) {
  const std::string key = work.view.key(hit.range);
  const Role* role = hit.aliases.size() == 1 ? work.index.role(key) : nullptr;
  if (role == nullptr || !acts_for_state(role->sector)) return false;
  const Entry& row = work.index.entry(hit.aliases.front().entry);
  if (row.type != EntryType::organisation || body_code(row.country)) return false;
  const std::uint32_t floor = work.view.sentence_around(hit.range.first).first;
  std::uint32_t end = hit.range.first;
  if (end > floor && work.view.key(end - 1) == "s") --end;
  if (end > floor && work.hit_at[end - 1] >= 0) {
    const auto& aliases = work.hits[static_cast<std::size_t>(work.hit_at[end - 1])].aliases;
    const auto owner =
        aliases.empty() ? std::nullopt : std::optional(work.index.entry(aliases.front().entry));
    if (owner && owner->type == EntryType::state) return owner->country != row.country;
  }
  const auto states = states_by_weight(work, hit.range);
  return !states.empty() && std::none_of(states.begin(), states.end(), [&](std::uint32_t state) {
    return work.index.entry(state).country == row.country;
  });
}

}  // namespace entente::actors
