// Names: where they stand, and which state, body or place each is.
#include <algorithm>
#include <array>
#include <set>

#include "extract/actors/name_key.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {
namespace {

using text::MentionKind;

/// The longest name of the tables that begins at the token and fits its spelling.
struct TableMatch {
  std::uint32_t last = 0;
  std::vector<Alias> aliases;
  bool blocked = false;
};

bool spelling_fits(const Alias& alias, std::string_view surface, std::string_view key,
                   bool shouted) {
  if (alias.acronym) return all_capitals(surface) && !(shouted && common_word(key));
  if (alias.use == AliasUse::sound) return false;
  return true;
}

TableMatch table_match(const Work& work, std::uint32_t begin, std::uint32_t end) {
  TableMatch best;
  const std::string& first = work.view.key(begin);
  if (first.empty()) return best;
  const std::size_t longest = work.index.longest_from(first.substr(0, first.find(' ')));
  if (longest == 0) return best;
  const bool shouted = work.view.shouted(work.view.sentence_of(begin));
  const std::string_view surface = work.view.form(begin);
  // Word splitters may leave the hyphen with the second word: "Israeli" "-Palestinian".
  const bool upper = capitalised(surface.starts_with('-') ? surface.substr(1) : surface);
  for (std::uint32_t last = begin + 1; last <= end; ++last) {
    if (work.view.key(last - 1).empty()) continue;
    const std::string key = work.view.key({begin, last});
    if (static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) >= longest) break;
    if (work.index.blocked(key)) {
      best = {last, {}, true};
      continue;
    }
    if (!upper && !name_particle(first)) continue;
    std::vector<Alias> fitting;
    const std::string_view whole = work.view.text({begin, last});
    if (whole.find_first_of("$%@#") != std::string_view::npos) continue;
    const bool plain_word = last == begin + 1 && work.view.token(begin).upos != Upos::propn &&
                            work.view.token(begin).entity != EntityType::person;
    const bool region = region_adjective(key);
    for (const Alias& alias : work.index.find(key)) {
      if (region && work.index.entry(alias.entry).type == EntryType::place) continue;
      if (plain_word && alias.use == AliasUse::surname) continue;
      if (spelling_fits(alias, whole, key, shouted)) fitting.push_back(alias);
    }
    // "united nations" needs its capitals on every long word.
    if (last == begin + 2 && !capitalised(work.view.form(last - 1)) &&
        work.view.form(last - 1).size() > 3 && work.view.token(last - 1).upos != Upos::propn) {
      const bool plain = std::all_of(fitting.begin(), fitting.end(), [&](const Alias& alias) {
        return capitalised(work.index.entry(alias.entry)
                               .name.substr(work.index.entry(alias.entry).name.rfind(' ') + 1));
      });
      if (plain) continue;
    }
    if (!fitting.empty()) best = {last, std::move(fitting), false};
  }
  return best;
}

Range entity_range(const Work& work, std::uint32_t begin, std::uint32_t end) {
  const auto& view = work.view;
  const EntityType type = view.token(begin).entity;
  std::uint32_t last = begin + 1;
  while (last < end && view.token(last).entity == type && !view.token(last).entity_begins) ++last;
  while (last > begin + 1 && (view.key(last - 1).empty() || view.key(last - 1) == "s")) --last;
  return {begin, last};
}

bool is_region_word(const Work& work, std::uint32_t token) {
  return direction_word(work.view.key(token));
}

/// Whether what follows a country or town in a longer name is a plain role or body that
/// the role rules read: "Iraqi Army", "Kuwait Foreign Ministry".
bool rest_is_role(const Work& work, Range rest) {
  if (rest.first >= rest.last) return true;
  std::uint32_t at = rest.first;
  while (at < rest.last && (work.view.key(at).empty() || work.view.key(at) == "s")) ++at;
  if (at >= rest.last) return true;
  const std::string key = work.view.key({at, rest.last});
  if (work.index.role(key) != nullptr) return true;
  const std::string last = key.substr(key.rfind(' ') == std::string::npos ? 0 : key.rfind(' ') + 1);
  return work.index.role(last) != nullptr || organ_word(last);
}

bool only(const std::vector<Alias>& aliases, AliasUse use) {
  return std::all_of(aliases.begin(), aliases.end(), [&](const Alias& a) { return a.use == use; });
}

bool geographic(const Work& work, const std::vector<Alias>& aliases) {
  return std::any_of(aliases.begin(), aliases.end(), [&](const Alias& alias) {
    const EntryType type = work.index.entry(alias.entry).type;
    return type == EntryType::state || type == EntryType::place;
  });
}

class Finder {
 public:
  explicit Finder(Work& work) : work_(work) {}

  void run() {
    for (std::uint32_t s = 0; s < work_.document.sentences.size(); ++s) {
      const Range sentence = work_.view.sentence(s);
      for (std::uint32_t i = sentence.first; i < sentence.last;) i = step(i, sentence.last);
    }
  }

 private:
  std::uint32_t step(std::uint32_t i, std::uint32_t end) {
    const auto& view = work_.view;
    if (view.key(i) == "west" && i > 0 && view.key(i - 1) == "the" &&
        view.token(i).deprel != Deprel::compound) {
      return i + 1;
    }
    const TableMatch match = table_match(work_, i, end);
    const bool starts = view.token(i).entity != EntityType::none &&
                        (view.token(i).entity_begins || i == 0 ||
                         view.token(i - 1).entity != view.token(i).entity || skipped_ == i);
    if (match.blocked) {
      add({i, match.last}, {}, EntityType::none, true);
      return match.last;
    }
    if (starts && match.last == 0 && region_adjective(view.key(i))) return i + 1;
    if (starts) {
      const Range entity = entity_range(work_, i, end);
      if (const auto person = titled_person(entity)) return *person;
      if (const auto owner = before_government(entity)) {
        add({entity.first, *owner}, match.last == *owner ? match.aliases : std::vector<Alias>{},
            EntityType::person, false);
        return *owner;
      }
      if (described(entity, match)) {
        skipped_ = i + 1;
        if (match.last == 0) return i + 1;
      } else if (entity.last > std::max(match.last, i + 1) || match.last == 0) {
        if (const auto next = longer_entity(entity, match)) return *next;
      }
    }
    if (!starts) {
      const Range run = flat_run(i, end);
      if (run.size() >= 2 && run.last > match.last && !honorific(view.key(i)) &&
          work_.index.role(view.key(i)) == nullptr &&
          !(match.last != 0 && geographic(work_, match.aliases))) {
        add(run, {}, EntityType::person, false);
        return run.last;
      }
    }
    const bool dashed = view.form(i).find('-') != std::string_view::npos ||
                        view.form(i).find("–") != std::string_view::npos;
    if (match.last == 0 && dashed && capitalised(view.form(i))) {
      add({i, i + 1}, {}, EntityType::miscellaneous, false);
      return i + 1;
    }
    if (match.last == 0) return i + 1;
    if (part_of_unknown_name(i, match)) return name_run(i, end);
    add({i, match.last}, match.aliases, view.token(i).entity, false);
    // What the annotator joined to it may begin a name of its own.
    if (match.last < end && view.token(match.last).entity != EntityType::none &&
        !view.token(match.last).entity_begins) {
      skipped_ = match.last;
    }
    return match.last;
  }

  /// A name that the annotator sees and that is longer than the tables' match (if any).
  /// Where to go on, or none if the match is to be taken.
  std::optional<std::uint32_t> longer_entity(Range entity, const TableMatch& match) {
    const auto& view = work_.view;
    const std::uint32_t i = entity.first;
    const EntityType type = view.token(i).entity;
    if (match.last != 0) {
      const bool adjective = only(match.aliases, AliasUse::adjective);
      if (type == EntityType::person) {
        const bool person = std::any_of(
            match.aliases.begin(), match.aliases.end(),
            [&](const Alias& a) { return work_.index.entry(a.entry).type == EntryType::person; });
        if (person && only(match.aliases, AliasUse::name) && name_suffix(match.last, entity.last)) {
          return std::nullopt;
        }
        if (adjective && i + 1 < entity.last) return std::nullopt;
      } else if (rest_is_role(work_, {match.last, entity.last})) {
        return std::nullopt;
      } else if (adjective && type == EntityType::miscellaneous) {
        return std::nullopt;
      } else if (view.key(match.last).empty() && view.form(match.last) == "-") {
        return std::nullopt;
      }
    } else {
      // The tables may know a name further on: "southern Lebanon", "President Putin".
      if (honorific(view.key(i)) || work_.index.role(view.key(i)) != nullptr ||
          is_region_word(work_, i) || view.key(i) == "the") {
        if (entity.size() > 1 && !organ_entity(entity)) {
          skipped_ = i + 1;
          return i + 1;
        }
        if (entity.size() == 1) return i + 1;
      }
    }
    if (type == EntityType::person) {
      const Range person = trimmed_person(entity);
      if (person.first > entity.first) {
        skipped_ = person.first;
        return entity.first + 1;
      }
      entity = person;
    }
    if (titles_only(entity)) return entity.last;
    if (!capitalised(view.form(entity.first)) && !name_particle(view.key(entity.first)))
      return entity.last;
    if (view.shouted(view.sentence_of(i)) && match.last == 0 && entity.size() == 1)
      return entity.last;
    if (type == EntityType::location) {
      // "Baghdad province", "Moscow region" are places of their own; "Tripoli, Libya" are two.
      for (std::uint32_t t = entity.first; t < entity.last; ++t) {
        if (view.form(t) == ",") {
          entity.last = t;
          break;
        }
      }
      if (match.last >= entity.last) return std::nullopt;
    }
    add(entity, {}, type, false);
    return entity.last;
  }

  /// Nothing but "Jr." or the like from there on.
  bool name_suffix(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const std::string& key = work_.view.key(t);
      if (!key.empty() && key != "jr" && key != "sr" && key != "s") return false;
    }
    return true;
  }

  /// The run of flat proper nouns that begins here, as trees write persons' names.
  Range flat_run(std::uint32_t i, std::uint32_t end) const {
    const auto& view = work_.view;
    std::uint32_t last = i + 1;
    if (view.token(i).upos != Upos::propn || !capitalised(view.form(i))) return {i, i};
    while (last < end && view.token(last).deprel == Deprel::flat && view.parent(last) == i &&
           (view.token(last).upos == Upos::propn || view.form(last) == "-")) {
      ++last;
    }
    return {i, last};
  }

  bool organ_entity(Range entity) const {
    return work_.view.token(entity.first).entity == EntityType::organisation ||
           work_.view.token(entity.first).entity == EntityType::miscellaneous;
  }

  /// Without the titles and states that annotators take for part of a name.
  Range trimmed_person(Range entity) const {
    const auto& view = work_.view;
    while (entity.size() > 1) {
      if (const std::uint32_t role = role_from(entity.first, entity.last); role > entity.first) {
        entity.first = std::min(role, entity.last);
        continue;
      }
      const std::string& key = view.key(entity.first);
      const bool title_follows = role_from(entity.first + 1, entity.last) > entity.first + 1;
      const bool modifier = title_follows && (title_modifier(key) || former_word(key) ||
                                              key == "of" || key.empty() || key == "s");
      if (!modifier && !honorific(key) && !(title_follows && state_word(entity.first))) break;
      ++entity.first;
    }
    return entity;
  }

  /// "Special Representative West" taken for a body: a title, and a person after it.
  std::optional<std::uint32_t> titled_person(Range entity) {
    const auto& view = work_.view;
    if (!organ_entity(entity)) return std::nullopt;
    const std::uint32_t name = role_from(entity.first, entity.last);
    if (name == entity.first || name >= entity.last || entity.last - name > 3) return std::nullopt;
    for (std::uint32_t t = name; t < entity.last; ++t) {
      const std::string& key = view.key(t);
      if (view.token(t).upos != Upos::propn || organ_word(key) || treaty_word(key) ||
          work_.index.role(key) != nullptr || state_word(t)) {
        return std::nullopt;
      }
    }
    add({name, entity.last}, {}, EntityType::person, false);
    return entity.last;
  }

  /// "Lukashenko regime" taken for a body: where the name of its head ends.
  std::optional<std::uint32_t> before_government(Range entity) const {
    const auto& view = work_.view;
    std::uint32_t last = entity.last - 1;
    if (entity.size() < 2 || entity.size() > 4 || !organ_entity(entity)) return std::nullopt;
    if (!government_noun(view.key(last)) || capitalised(view.form(last))) return std::nullopt;
    for (std::uint32_t t = entity.first; t < last; ++t) {
      if (view.token(t).upos != Upos::propn || state_word(t) || organ_word(view.key(t)))
        return std::nullopt;
    }
    return last;
  }

  /// "Iraqi city of Mosul", "Ukraine and Georgia": words about names rather than a name.
  bool described(Range entity, const TableMatch& match) const {
    const auto& view = work_.view;
    if (view.token(entity.first).entity == EntityType::person || entity.size() < 2) return false;
    for (std::uint32_t t = entity.first; t < std::min(entity.last, entity.first + 2); ++t) {
      const Upos tag = view.token(t).upos;
      if ((tag == Upos::noun || tag == Upos::verb) && !capitalised(view.form(t))) return true;
    }
    const bool state = match.last != 0 && match.last < entity.last &&
                       geographic(work_, match.aliases) &&
                       !only(match.aliases, AliasUse::adjective);
    if (!state) return false;
    const std::string& next = view.key(match.last);
    return next == "of" || next == "and" || next == "in" || next == "by" || next == "to" ||
           next == "with" || (next.empty() && view.form(match.last) != ".");
  }

  bool state_word(std::uint32_t t) const {
    const auto found = work_.index.find(work_.view.key(t));
    return std::any_of(found.begin(), found.end(), [&](const Alias& alias) {
      return work_.index.entry(alias.entry).type == EntryType::state;
    });
  }

  /// Where the longest role noun that begins here ends; `first` if there is none.
  std::uint32_t role_from(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t last = std::min(end, first + 5); last > first; --last) {
      if (work_.view.key(last - 1).empty()) continue;
      const Role* role = work_.index.role(work_.view.key({first, last}));
      if (role != nullptr && role->number == RoleNumber::person) return last;
    }
    return first;
  }

  /// "Prime Minister", "Foreign Ministry": no names, whatever the annotator says.
  bool titles_only(Range entity) const {
    const auto& view = work_.view;
    if (view.key(entity.first) == "the") ++entity.first;
    if (entity.size() == 0) return true;
    if (work_.index.role(view.key(entity)) != nullptr) return true;
    if (role_from(entity.first, entity.last) == entity.last) return true;
    // "Secretary of Transportation", "Minister for Culture"
    const std::string& key = view.key(entity.first);
    return entity.size() >= 3 && title_word(key) &&
           (view.key(entity.first + 1) == "of" || view.key(entity.first + 1) == "for");
  }

  /// "Boston" in "Boston Celtics": a place name that proper nouns unknown to us follow in
  /// the same phrase is part of another name.
  bool part_of_unknown_name(std::uint32_t i, const TableMatch& match) const {
    const auto& view = work_.view;
    const bool person = std::any_of(
        match.aliases.begin(), match.aliases.end(),
        [&](const Alias& a) { return work_.index.entry(a.entry).type == EntryType::person; });
    if (person || only(match.aliases, AliasUse::adjective) ||
        only(match.aliases, AliasUse::people)) {
      return false;
    }
    const std::uint32_t next = match.last;
    if (next >= view.sentence_around(i).last || view.shouted(view.sentence_of(i))) return false;
    const std::string_view form = view.form(next);
    if (view.token(next).upos != Upos::propn || !capitalised(form) || form.size() < 3) return false;
    if (view.token(next).entity == EntityType::person || view.token(next).entity_begins)
      return false;
    if (view.token(i).entity != view.token(next).entity) return false;
    if (work_.index.longest_from(view.key(next).substr(0, view.key(next).find(' '))) > 0)
      return false;
    if (work_.index.longest_role_to(view.key(next)) > 0 || organ_word(view.key(next)) ||
        treaty_word(view.key(next)) || title_word(view.key(next))) {
      return false;
    }
    const auto head = view.parent(match.last - 1);
    return head && *head == next && view.token(match.last - 1).deprel == Deprel::compound;
  }

  std::uint32_t name_run(std::uint32_t i, std::uint32_t end) {
    std::uint32_t last = i;
    while (last < end && work_.view.token(last).upos == Upos::propn) ++last;
    last = std::max(last, i + 1);
    add({i, last}, {}, EntityType::organisation, false);
    return last;
  }

  /// Two to four proper nouns that begin with a given name, or that a role in apposition
  /// tells of: a person, whatever the annotator calls it.
  bool looks_like_person(Range range) const {
    const auto& view = work_.view;
    if (range.size() < 2 || range.size() > 4) return false;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const std::string& key = view.key(t);
      if (view.token(t).upos != Upos::propn || !capitalised(view.form(t)) ||
          all_capitals(view.form(t)) || organ_word(key) || treaty_word(key) ||
          direction_word(key)) {
        return false;
      }
    }
    if (work_.index.gender_of(view.key(range.first)) != 0) return true;
    const auto role = view.child(view.head_of(range), Deprel::appos);
    if (!role || *role < range.last) return false;
    const Role* found = work_.index.role(view.key(*role));
    return found != nullptr && found->number == RoleNumber::person && !found->plural;
  }

  void add(Range range, std::vector<Alias> aliases, EntityType entity, bool blocked) {
    if (aliases.empty() && !blocked && entity != EntityType::person && looks_like_person(range)) {
      entity = EntityType::person;
    }
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      work_.hit_at[t] = static_cast<std::int32_t>(work_.hits.size());
    }
    work_.hits.push_back({range, std::move(aliases), entity, blocked});
  }

  Work& work_;
  std::uint32_t skipped_ = 0;  ///< the rest of an annotated name begins here
};

// ---- resolving ----

bool has_type(const Work& work, const NameHit& hit, EntryType type, AliasUse use) {
  return std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
    return alias.use == use && work.index.entry(alias.entry).type == type;
  });
}

/// Whether the document is about the United States rather than the Caucasus.
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

class NameResolver {
 public:
  explicit NameResolver(Work& work) : work_(work), american_(american_georgia(work)) {}

  void run() {
    for (std::size_t i = 0; i < work_.hits.size(); ++i) {
      const NameHit& hit = work_.hits[i];
      if (!hit.blocked) resolve(hit);
    }
  }

 private:
  void resolve(const NameHit& hit) {
    if (is_person(hit)) return;
    if (hit.aliases.empty()) return unknown(hit);
    if (const auto seat = pick(hit, EntryType::state, AliasUse::name)) return state(hit, *seat);
    if (const auto body = pick(hit, EntryType::organisation, AliasUse::name);
        body && at_home(*body, hit)) {
      std::uint32_t actor = work_.add_entry(*body);
      if (const auto army = state_army(hit, *body)) actor = *army;
      add(hit, MentionKind::name, {actor}, several(hit, EntryType::organisation) ? 0.75 : 0.95,
          "name of " + work_.actor(actor).name);
      return;
    }
    if (const auto of = pick(hit, EntryType::state, AliasUse::capital)) return capital(hit, *of);
    if (const auto of = pick(hit, EntryType::state, AliasUse::seat)) return seat_of(hit, *of);
    if (const auto of = pick(hit, EntryType::state, AliasUse::adjective)) {
      const std::uint32_t actor = work_.add_entry(*of);
      add(hit, MentionKind::adjective, {actor}, several(hit, EntryType::state) ? 0.6 : 0.95,
          "adjective of " + work_.actor(actor).name);
      return;
    }
    if (const auto of = pick(hit, EntryType::state, AliasUse::people)) return people(hit, *of);
    if (const auto place = pick(hit, EntryType::place, AliasUse::name))
      return place_name(hit, *place);
  }

  void add(const NameHit& hit, MentionKind kind, std::vector<std::uint32_t> actors,
           double confidence, std::string reason) {
    Range range = hit.range;
    if (kind == MentionKind::name && range.first > work_.view.sentence_around(range.first).first) {
      const auto& before = work_.view.key(range.first - 1);
      if (before == "the") --range.first;
    }
    work_.add_mention(range, kind, std::move(actors), confidence, std::move(reason),
                      work_.view.head_of(hit.range));
  }

  /// Persons are left to the next stage.
  bool is_person(const NameHit& hit) const {
    const bool person_name = has_type(work_, hit, EntryType::person, AliasUse::name);
    const bool other = std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
      return work_.index.entry(alias.entry).type != EntryType::person;
    });
    if (person_name && !other) return true;
    if (hit.entity == EntityType::person) {
      if (!other) return true;
      // "Michael Jordan ... Jordan said": the text's own person wins over the state.
      if (hit.range.size() == 1 && introduced_as_person(hit.range)) return true;
      const bool geographic_name = has_type(work_, hit, EntryType::state, AliasUse::name) ||
                                   has_type(work_, hit, EntryType::organisation, AliasUse::name);
      return !geographic_name && !has_type(work_, hit, EntryType::state, AliasUse::adjective) &&
             !has_type(work_, hit, EntryType::state, AliasUse::people) &&
             (person_name || has_type(work_, hit, EntryType::person, AliasUse::surname));
    }
    if (!other && !hit.aliases.empty()) return true;
    return hit.range.size() == 1 && introduced_as_person(hit.range);
  }

  bool introduced_as_person(Range range) const {
    const std::string& key = work_.view.key(range.first);
    return std::any_of(work_.hits.begin(), work_.hits.end(), [&](const NameHit& other) {
      return other.range.size() >= 2 && other.entity == EntityType::person &&
             other.range.last <= range.first && work_.view.key(other.range.last - 1) == key;
    });
  }

  /// The entry of that type and use, the document's own where several share the name.
  std::optional<std::uint32_t> pick(const NameHit& hit, EntryType type, AliasUse use) const {
    std::optional<std::uint32_t> best;
    int best_score = -100;
    for (const Alias& alias : hit.aliases) {
      if (alias.use != use || work_.index.entry(alias.entry).type != type) continue;
      const int score = score_of(alias.entry, use);
      if (score > best_score) {
        best = alias.entry;
        best_score = score;
      }
    }
    return best;
  }

  int score_of(std::uint32_t entry, AliasUse use) const {
    const Entry& row = work_.index.entry(entry);
    int score = 0;
    if (const auto& date = work_.date()) {
      if (row.to && row.to->year < date->year) score -= 4;
      if (row.from && row.from->year > date->year) score -= 4;
    } else if (row.to) {
      score -= 2;
    }
    if (row.status == "territory" || row.status == "former") score -= 1;
    if (use == AliasUse::adjective || row.type == EntryType::organisation) {
      for (const NameHit& hit : work_.hits) {
        for (const Alias& alias : hit.aliases) {
          if (alias.use == AliasUse::name &&
              (alias.entry == entry || (row.type == EntryType::organisation &&
                                        work_.index.entry(alias.entry).country == row.country &&
                                        !body_code(row.country)))) {
            score += alias.entry == entry && hit.range.size() > 1 ? 3 : 2;
          }
        }
        if (score > 6) break;
      }
    }
    return score;
  }

  /// Parties and acronyms of one country are common names: the text must speak of the
  /// country too.
  bool at_home(std::uint32_t entry, const NameHit& hit) {
    const Entry& row = work_.index.entry(entry);
    if (row.country.empty() || body_code(row.country)) return true;
    const bool acronym = std::all_of(hit.aliases.begin(), hit.aliases.end(),
                                     [](const Alias& alias) { return alias.acronym; });
    if (row.sector != "PTY" && !(acronym && several(hit, EntryType::organisation))) return true;
    if (countries_.empty()) {
      for (const NameHit& other : work_.hits) {
        for (const Alias& alias : other.aliases) {
          const Entry& named = work_.index.entry(alias.entry);
          if (named.sector != "PTY" && alias.use != AliasUse::surname)
            countries_.insert(named.country);
        }
      }
    }
    return countries_.contains(row.country);
  }

  /// "the Syrian Army" is told as the state's armed forces.
  std::optional<std::uint32_t> state_army(const NameHit& hit, std::uint32_t entry) {
    const Entry& row = work_.index.entry(entry);
    const auto state = work_.index.state(row.country);
    if (row.kind != graph::ActorKind::armed_force || row.sector != "MIL" || !state)
      return std::nullopt;
    const std::string key = work_.view.key(hit.range);
    const std::size_t space = key.rfind(' ');
    if (space == std::string::npos || !armed_forces_noun(key.substr(space + 1)))
      return std::nullopt;
    const std::string owner = key.substr(0, space);
    for (const Alias& alias : work_.index.find(owner)) {
      if (alias.entry == *state)
        return organ_of(work_, work_.add_entry(*state), "armed forces", nullptr);
    }
    return std::nullopt;
  }

  bool several(const NameHit& hit, EntryType type) const {
    return std::count_if(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
             return work_.index.entry(alias.entry).type == type;
           }) > 1;
  }

  void state(const NameHit& hit, std::uint32_t entry) {
    const auto& view = work_.view;
    const auto us_state =
        std::find_if(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
          const Entry& row = work_.index.entry(alias.entry);
          return row.type == EntryType::place && row.country == "USA";
        });
    const bool after_town = hit.range.first >= 2 && view.form(hit.range.first - 1) == "," &&
                            covers_american_town(hit.range.first - 2);
    if (work_.index.entry(entry).country == "GEO" && (after_town || american_)) {
      if (us_state != hit.aliases.end()) return place_name(hit, us_state->entry);
      graph::Actor actor{"place/georgia-us", "Georgia", graph::ActorKind::place, "USA", "", ""};
      add(hit, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.8,
          "the American state, by the places named with it");
      return;
    }
    if (food(hit)) return;
    const std::uint32_t actor = work_.add_entry(entry);
    add(hit, MentionKind::name, {actor}, 0.97, "name of " + work_.actor(actor).name);
  }

  bool covers_american_town(std::uint32_t token) const {
    if (work_.hit_at[token] < 0) return false;
    const NameHit& hit = work_.hits[static_cast<std::uint32_t>(work_.hit_at[token])];
    return std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
      const Entry& row = work_.index.entry(alias.entry);
      return row.type == EntryType::place && row.country == "USA";
    });
  }

  /// "roast Turkey", "Turkey breast"
  bool food(const NameHit& hit) const {
    if (work_.view.key(hit.range) != "turkey") return false;
    const std::uint32_t next = hit.range.last;
    const bool after = next < work_.view.size() && food_word(work_.view.key(next));
    return after || (hit.range.first > 0 && food_word(work_.view.key(hit.range.first - 1)));
  }

  /// A capital is the government that sits in it, unless the words are about the town.
  void capital(const NameHit& hit, std::uint32_t state) {
    const std::uint32_t head = work_.view.head_of(hit.range);
    const std::string town = single_spaced(work_.view.text(hit.range));
    if (stands_for_government(work_, hit.range, head)) {
      const std::uint32_t actor = work_.add_entry(state);
      add(hit, MentionKind::name, {actor}, 0.88,
          town + " stands for the government of " + work_.actor(actor).name);
      return;
    }
    if (const auto place = pick(hit, EntryType::place, AliasUse::name))
      return place_name(hit, *place);
    const Entry& row = work_.index.entry(state);
    graph::Actor actor{"place/" + slug(town),    town, graph::ActorKind::place,
                       std::string(row.country), "",   ""};
    if (work_.view.key(hit.range) == name_key(row.capital)) actor.name = row.capital;
    add(hit, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.9,
        "the town, capital of " + std::string(row.name));
  }

  void seat_of(const NameHit& hit, std::uint32_t state) {
    const std::string name = single_spaced(work_.view.text(hit.range));
    const std::uint32_t actor = work_.add_entry(state);
    add(hit, MentionKind::name, {actor}, 0.93,
        name + " stands for the government of " + work_.actor(actor).name);
  }

  void people(const NameHit& hit, std::uint32_t state) {
    const Entry& row = work_.index.entry(state);
    std::string name = single_spaced(work_.view.text(hit.range));
    const bool plural =
        name.ends_with('s') ||
        work_.view.token(hit.range.last - 1).features.number == text::Number::plural;
    if (!plural) return;
    graph::Actor actor{"group/" + slug(name),    name,  graph::ActorKind::group,
                       std::string(row.country), "CVL", ""};
    add(hit, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.85,
        "people of " + std::string(row.name));
  }

  void place_name(const NameHit& hit, std::uint32_t entry) {
    // "Hamilton said": a town's name that stands like a person's is left alone.
    if (hit.entity == EntityType::person) return;
    const std::uint32_t actor = work_.add_entry(entry);
    add(hit, MentionKind::name, {actor}, several(hit, EntryType::place) ? 0.7 : 0.9,
        "name of " + work_.actor(actor).name);
  }

  void unknown(const NameHit& hit) {
    if (hit.entity == EntityType::person || hit.entity == EntityType::none) return;
    std::string name = single_spaced(work_.view.text(hit.range));
    if (name.starts_with("the ") || name.starts_with("The ")) name = name.substr(4);
    if (pair_of_names(hit)) return;
    if (const auto known = known_acronym(hit.range)) {
      add(hit, MentionKind::name, {*known}, 0.85, "by its acronym, " + work_.actor(*known).name);
      return;
    }
    const std::string key = name_key(name);
    if (key.size() < 2 || key.find_first_not_of("0123456789 ") == std::string::npos) return;
    const std::string last =
        key.substr(key.rfind(' ') == std::string::npos ? 0 : key.rfind(' ') + 1);
    graph::Actor actor;
    actor.name = name;
    if (hit.entity == EntityType::location) {
      actor.kind = graph::ActorKind::place;
      actor.id = "place/" + slug(name);
      actor.country = enclosing_country(hit.range);
    } else if (treaty_word(last) ||
               (hit.entity == EntityType::miscellaneous && key.find(' ') != std::string::npos)) {
      if (!treaty_word(last)) return;
      actor.kind = graph::ActorKind::entity;
      actor.id = "entity/" + slug(name);
    } else if (hit.entity == EntityType::organisation) {
      if (const auto full = spelled_out(hit.range)) {
        add(hit, MentionKind::name, {*full}, 0.85, "short form of " + work_.actor(*full).name);
        return;
      }
      actor.kind = graph::ActorKind::organisation;
      actor.id = "org/" + slug(name);
      actor.country = owner_country(hit.range);
    } else {
      return;
    }
    add(hit, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.7,
        "a name that the text introduces");
  }

  /// "Japan-ROK" in one word: two states.
  bool pair_of_names(const NameHit& hit) {
    const std::string_view form = work_.view.text(hit.range);
    std::size_t dash = form.find_first_of("-/");
    std::size_t width = 1;
    if (dash == std::string_view::npos) {
      dash = form.find("–");
      width = std::string_view("–").size();
    }
    if (dash == std::string_view::npos || form.find(' ') != std::string_view::npos) return false;
    std::vector<std::uint32_t> actors;
    for (std::string_view part : {form.substr(0, dash), form.substr(dash + width)}) {
      for (const Alias& alias : work_.index.find(name_key(part))) {
        const Entry& row = work_.index.entry(alias.entry);
        const bool fits = row.type == EntryType::state ||
                          (row.type == EntryType::organisation && alias.use == AliasUse::name);
        if (!fits || (alias.acronym && !all_capitals(part)) || !capitalised(part)) continue;
        actors.push_back(work_.add_entry(alias.entry));
        break;
      }
    }
    if (actors.size() != 2) return false;
    std::string reason =
        "names of " + work_.actor(actors[0]).name + " and " + work_.actor(actors[1]).name;
    add(hit, MentionKind::adjective, std::move(actors), 0.85, std::move(reason));
    return true;
  }

  /// "Kuwait News Agency KUNA": the tables know the acronym that follows the name.
  std::optional<std::uint32_t> known_acronym(Range range) {
    if (range.size() < 2 || !all_capitals(work_.view.form(range.last - 1))) return std::nullopt;
    for (const Alias& alias : work_.index.find(work_.view.key(range.last - 1))) {
      const Entry& row = work_.index.entry(alias.entry);
      if (alias.acronym && row.type == EntryType::organisation) return work_.add_entry(alias.entry);
    }
    return std::nullopt;
  }

  /// The body of which an unknown acronym holds the initials.
  std::optional<std::uint32_t> spelled_out(Range range) const {
    const std::string_view form = work_.view.form(range.first);
    if (range.size() != 1 || !all_capitals(form)) return std::nullopt;
    const std::string key = work_.view.key(range);
    for (std::uint32_t i = 0; i < work_.document.actors.size(); ++i) {
      std::string initials;
      for (const std::string& word : work_.facts[i].words) {
        if (word != "of" && word != "the" && word != "and" && word != "for")
          initials += word.front();
      }
      if (initials.size() >= 2 && initials == key) return i;
    }
    return std::nullopt;
  }

  std::string enclosing_country(Range range) const {
    const auto& view = work_.view;
    if (range.last + 1 < view.size() && view.form(range.last) == "," &&
        work_.hit_at[range.last + 1] >= 0) {
      const NameHit& next = work_.hits[static_cast<std::uint32_t>(work_.hit_at[range.last + 1])];
      for (const Alias& alias : next.aliases)
        return std::string(work_.index.entry(alias.entry).country);
    }
    return owner_country(range);
  }

  std::string owner_country(Range range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      for (const Alias& alias : work_.index.find(work_.view.key(t))) {
        const Entry& row = work_.index.entry(alias.entry);
        if (row.type == EntryType::state && alias.use != AliasUse::capital &&
            capitalised(work_.view.form(t))) {
          return std::string(row.country);
        }
      }
    }
    return {};
  }

  Work& work_;
  bool american_;
  std::set<std::string_view> countries_;  ///< named in the document, filled when first asked
};

}  // namespace

bool stands_for_government(const Work& work, Range range, std::uint32_t head) {
  const auto& view = work.view;
  const text::Token& token = view.token(head);
  const std::string_view marker = view.case_of(head);
  const bool possessive = range.last < view.size() && view.key(range.last) == "s" &&
                          view.form(range.last).front() != 's';
  if (place_preposition(marker)) return false;
  if (range.last < view.size() && view.form(range.last) == "," && range.last + 1 < view.size() &&
      work.hit_at[range.last + 1] >= 0 && token.deprel != Deprel::nsubj &&
      view.token(range.last + 1).deprel == Deprel::appos) {
    return false;
  }
  switch (token.deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::obj:
    case Deprel::iobj:
    case Deprel::obl_agent:
      return true;
    case Deprel::nmod_poss: {
      const auto owned = view.parent(head);
      return possessive && !(owned && town_noun(view.key(*owned)));
    }
    case Deprel::compound: {
      const auto above = view.parent(head);
      const bool hyphen = range.last < view.size() && view.form(range.last) == "-";
      if (hyphen) return !(above && (view.key(*above) == "based" || view.key(*above) == "born"));
      return false;
    }
    case Deprel::conj: {
      const auto first = view.parent(head);
      if (!first || !marker.empty()) return !marker.empty() && !place_preposition(marker);
      const std::string_view shared = view.case_of(*first);
      return !place_preposition(shared) && view.token(*first).deprel != Deprel::appos;
    }
    case Deprel::obl:
    case Deprel::nmod:
      return government_preposition(marker);
    default:
      return false;
  }
}

void find_names(Work& work) { Finder(work).run(); }

void resolve_names(Work& work) { NameResolver(work).run(); }

}  // namespace entente::actors
