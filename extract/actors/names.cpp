// Names: which state, body or place each is. Persons stay for the next stage.
#include <algorithm>
#include <array>
#include <set>

#include "extract/actors/name_key.hpp"
#include "extract/actors/name_places.hpp"
#include "extract/actors/name_shape.hpp"
#include "extract/actors/own_names.hpp"
#include "extract/actors/party_members.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {
namespace {

using text::MentionKind;

class NameResolver {
 public:
  explicit NameResolver(Work& work) : work_(work), american_(american_georgia(work)) {}

  void run() {
    for (std::size_t i = 0; i < work_.hits.size(); ++i) {
      NameHit& hit = work_.hits[i];
      // Whatever the annotator calls it: "Luis Posada Carriles ... Posada Carriles".
      if (hit.aliases.empty() && introduced_as_person(hit.range)) hit.entity = EntityType::person;
      if (organ_elsewhere(work_, hit)) {
        release(hit);
      } else if (!hit.blocked) {
        resolve(hit);
      }
    }
  }

 private:
  void resolve(const NameHit& hit) {
    if (is_person(hit)) return;
    if (hit.aliases.empty()) return unknown(hit);
    if (const auto seat = pick(hit, EntryType::state, AliasUse::name)) return state(hit, *seat);
    if (own_name(hit) || spelled_otherwise(work_, hit)) return;
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
    // A party of another country by that name: the text's own.
    if (hit.entity == EntityType::organisation && hit.range.size() > 1) unknown(hit);
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
    const bool person_name = named_as(work_, hit, EntryType::person, AliasUse::name);
    const bool other = std::any_of(hit.aliases.begin(), hit.aliases.end(), [&](const Alias& alias) {
      return work_.index.entry(alias.entry).type != EntryType::person;
    });
    if (person_name && !other) return true;
    if (hit.entity == EntityType::person) {
      if (!other) return true;
      // "Michael Jordan ... Jordan said": the text's own person wins over the state.
      if (hit.range.size() == 1 && introduced_as_person(hit.range)) return true;
      const bool geographic_name = named_as(work_, hit, EntryType::state, AliasUse::name) ||
                                   named_as(work_, hit, EntryType::organisation, AliasUse::name);
      return !geographic_name && !named_as(work_, hit, EntryType::state, AliasUse::adjective) &&
             !named_as(work_, hit, EntryType::state, AliasUse::people) &&
             (person_name || named_as(work_, hit, EntryType::person, AliasUse::surname));
    }
    if (!other && !hit.aliases.empty()) return true;
    return hit.range.size() == 1 && introduced_as_person(hit.range);
  }

  bool introduced_as_person(Range range) const {
    const std::string key = work_.view.key(range);
    return std::any_of(work_.hits.begin(), work_.hits.end(), [&](const NameHit& other) {
      return other.range.size() > range.size() && other.entity == EntityType::person &&
             other.range.last <= range.first &&
             work_.view.key({other.range.last - range.size(), other.range.last}) == key;
    });
  }

  /// Leaves the words to the rules for roles.
  void release(NameHit& hit) {
    for (std::uint32_t t = hit.range.first; t < hit.range.last; ++t) work_.hit_at[t] = -1;
    hit.aliases.clear();
    hit.blocked = true;
  }

  /// The entry of that type and use, the document's own where several share the name.
  std::optional<std::uint32_t> pick(const NameHit& hit, EntryType type, AliasUse use) const {
    std::optional<std::uint32_t> best;
    int best_score = -100;
    for (const Alias& alias : hit.aliases) {
      if (alias.use != use || work_.index.entry(alias.entry).type != type) continue;
      // A name of today for what was not founded then means something else.
      if (type == EntryType::organisation && unborn(alias.entry)) continue;
      const int score = score_of(alias.entry, use);
      if (score > best_score) {
        best = alias.entry;
        best_score = score;
      }
    }
    return best;
  }

  bool unborn(std::uint32_t entry) const {
    const Entry& row = work_.index.entry(entry);
    return work_.date() && row.from && row.from->year > work_.date()->year + 1;
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

  /// "Labour Party" is the name of many, "Fatah" of one.
  bool common_party_name(const NameHit& hit) const {
    static constexpr std::array<std::string_view, 12> kinds{
        "party",    "union",  "front",     "movement", "alliance",   "coalition",
        "congress", "league", "democrats", "greens",   "socialists", "conservatives"};
    const std::string key = work_.view.key(hit.range);
    const std::string last =
        key.substr(key.rfind(' ') == std::string::npos ? 0 : key.rfind(' ') + 1);
    return several(hit, EntryType::organisation) || last.size() < 5 ||
           std::find(kinds.begin(), kinds.end(), last) != kinds.end() ||
           work_.index.role(last) != nullptr;
  }

  /// Parties and acronyms of one country are common names: the text must speak of the
  /// country too.
  bool at_home(std::uint32_t entry, const NameHit& hit) {
    const Entry& row = work_.index.entry(entry);
    if (row.country.empty() || body_code(row.country)) return true;
    const bool acronym = std::all_of(hit.aliases.begin(), hit.aliases.end(),
                                     [](const Alias& alias) { return alias.acronym; });
    const bool party = (row.id.starts_with("party/") && (acronym || common_party_name(hit))) ||
                       (acronym && several(hit, EntryType::organisation));
    const bool abroad = acronym && row.country != "USA" && row.country != "GBR" &&
                        row.country != "RUS" && row.country != "CHN";
    if (!party && !abroad) return true;
    if (countries_.empty()) {
      for (const NameHit& other : work_.hits) {
        for (const Alias& alias : other.aliases) {
          const Entry& named = work_.index.entry(alias.entry);
          if (named.sector != "PTY" && alias.use != AliasUse::surname)
            countries_.insert(named.country);
        }
      }
    }
    // A text of few names need not speak of the country.
    return countries_.contains(row.country) || (!party && countries_.size() < 4);
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
                            covers_american_town(work_, hit.range.first - 2);
    if (work_.index.entry(entry).country == "GEO" && (after_town || american_)) {
      if (us_state != hit.aliases.end()) return place_name(hit, us_state->entry);
      graph::Actor actor{"place/georgia-us", "Georgia", graph::ActorKind::place, "USA", "", ""};
      add(hit, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.8,
          "the American state, by the places named with it");
      return;
    }
    if (food(work_, hit)) return;
    const std::uint32_t actor = work_.add_entry(entry);
    add(hit, MentionKind::name, {actor}, 0.97, "name of " + work_.actor(actor).name);
  }

  /// A capital is the government that sits in it, unless the words are about the town.
  void capital(const NameHit& hit, std::uint32_t state) {
    const std::uint32_t head = work_.view.head_of(hit.range);
    const std::string town = single_spaced(work_.view.text(hit.range));
    if (stands_for_government(work_, hit.range, head)) {
      const std::uint32_t actor = work_.add_entry(seated_in(hit, state));
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

  /// Brussels is the Union's unless the text speaks of Belgium.
  std::uint32_t seated_in(const NameHit& hit, std::uint32_t state) const {
    const auto european = work_.index.by_id("org/european-union");
    if (work_.view.key(hit.range) != "brussels" || !european || unborn(*european)) return state;
    const bool of_state = std::any_of(work_.hits.begin(), work_.hits.end(), [&](const NameHit& o) {
      return work_.view.key(o.range) != "brussels" &&
             std::any_of(o.aliases.begin(), o.aliases.end(),
                         [&](const Alias& alias) { return alias.entry == state; });
    });
    return of_state ? state : *european;
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
    if (people_stand_for_state(work_, hit.range, row)) {
      const std::uint32_t actor = work_.add_entry(state);
      return add(hit, MentionKind::group, {actor}, 0.75,
                 name + " stands for " + work_.actor(actor).name);
    }
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
    if (pair_of_names(hit) || joined_parties(hit) || own_name(hit) || party_at_home(hit)) return;
    if (const auto known = known_without_state(work_, hit.range)) {
      add(hit, MentionKind::name, {*known}, 0.85, "name of " + work_.actor(*known).name);
      return;
    }
    if (const auto known = known_acronym(work_, hit.range)) {
      add(hit, MentionKind::name, {*known}, 0.85, "by its acronym, " + work_.actor(*known).name);
      return;
    }
    const std::string key = name_key(name);
    if (key.size() < 2 || key.find_first_not_of("0123456789 ") == std::string::npos) return;
    const std::string last =
        key.substr(key.rfind(' ') == std::string::npos ? 0 : key.rfind(' ') + 1);
    graph::Actor actor;
    actor.name = name;
    const bool body = names_body(work_, hit.range);
    if (hit.entity == EntityType::location && !body) {
      actor.kind = graph::ActorKind::place;
      actor.id = "place/" + slug(name);
      actor.country = enclosing_country(work_, hit.range);
    } else if (treaty_word(last) || key.starts_with("operation ") ||
               ship(work_, hit.range.first, hit.range.last) == hit.range.last) {
      actor.kind = graph::ActorKind::entity;
      // "the [United Nations] World Summit"
      const std::uint32_t first = with_body(work_, hit.range);
      if (first < hit.range.first)
        actor.name = single_spaced(work_.view.text({first, hit.range.last}));
      actor.id = "entity/" + slug(actor.name);
    } else if (hit.entity == EntityType::organisation || body) {
      if (const auto full = spelled_out(work_, hit.range)) {
        add(hit, MentionKind::name, {*full}, 0.85, "short form of " + work_.actor(*full).name);
        return;
      }
      const bool unit = military_unit(work_, hit.range.first, hit.range.last) == hit.range.last;
      const bool armed = unit || begins_armed_group(work_.view.key(hit.range.first));
      actor.kind = armed ? graph::ActorKind::armed_force : graph::ActorKind::organisation;
      actor.id = (armed ? "armed/" : "org/") + slug(name);
      if (armed) actor.sector = unit ? "MIL" : "REB";
      actor.country = owner_country(work_, hit.range);
      if (const std::uint32_t first = after_adjective(work_, hit.range); first < hit.range.first) {
        actor.name = single_spaced(work_.view.text({first, hit.range.last}));
        actor.id = "org/" + slug(actor.name);
      }
      if (district_court(work_, hit.range.first, hit.range.last) == hit.range.last) {
        actor.name = "United States District Court" + name.substr(name.find(" for the "));
        actor.id = "org/" + slug(actor.name);
        actor.country = "USA";
        actor.sector = "JUD";
      }
    } else {
      return;
    }
    add(hit, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.7,
        "a name that the text introduces");
  }

  /// A short form that the text itself made.
  bool own_name(const NameHit& hit) {
    auto actor = own_acronym(work_, hit);
    if (!actor) {
      if (const auto known = pick(hit, EntryType::organisation, AliasUse::name))
        actor = own_short_name(work_, hit, *known);
    }
    if (!actor) return false;
    add(hit, MentionKind::name, {*actor}, 0.85, "short form of " + work_.actor(*actor).name);
    return true;
  }

  /// "Social Democratic and Green parties": two.
  bool joined_parties(const NameHit& hit) {
    const auto& view = work_.view;
    std::uint32_t joint = hit.range.first;
    while (joint < hit.range.last && view.key(joint) != "and") ++joint;
    if (view.key(hit.range.last - 1) != "parties" || joint + 2 >= hit.range.last ||
        joint == hit.range.first)
      return false;
    std::vector<std::uint32_t> actors;
    for (const Range part : {Range{hit.range.first, joint}, Range{joint + 1, hit.range.last - 1}})
      actors.push_back(party(part));
    std::string reason =
        "names of " + work_.actor(actors[0]).name + " and " + work_.actor(actors[1]).name;
    add(hit, MentionKind::name, std::move(actors), 0.8, std::move(reason));
    return true;
  }

  /// "the Socialists" in a text about Spain. True if there is no more to tell of the name.
  bool party_at_home(const NameHit& hit) {
    const std::uint32_t last = hit.range.last;
    const bool several = party_of_a_state(work_, hit.range.first, last) == last;
    const bool party = work_.view.key(last - 1) == "party";
    if (!several && !party) return false;
    const std::string key = work_.view.key(hit.range);
    for (const std::uint32_t state : states_by_weight(work_)) {
      const Entry& row = work_.index.entry(state);
      const auto known = party_in(work_, key, row);
      if (!known || !work_.index.entry(known->entry).id.starts_with("party/")) continue;
      const std::uint32_t actor = work_.add_entry(known->entry);
      add(hit, MentionKind::name, {actor}, 0.8,
          "the party of that name in " + std::string(row.name));
      return true;
    }
    return several && !party;
  }

  /// The party of that name, which stands without its noun.
  std::uint32_t party(Range words) {
    const std::string name = single_spaced(work_.view.text(words)) + " Party";
    NameHit hit{words, {}, EntityType::organisation, false};
    for (const std::string& key : {name_key(name), work_.view.key(words)}) {
      const auto found = work_.index.find(key);
      hit.aliases.assign(found.begin(), found.end());
      std::erase_if(hit.aliases, [&](const Alias& alias) {
        return work_.index.entry(alias.entry).sector != "PTY";
      });
      if (const auto entry = pick(hit, EntryType::organisation, AliasUse::name))
        return work_.add_entry(*entry);
    }
    graph::Actor actor;
    actor.name = name;
    actor.kind = graph::ActorKind::organisation;
    actor.id = "org/" + slug(name);
    actor.sector = "PTY";
    return work_.add_actor(std::move(actor));
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

  Work& work_;
  bool american_;
  std::set<std::string_view> countries_;  ///< named in the document, filled when first asked
};

}  // namespace

void resolve_names(Work& work) { NameResolver(work).run(); }

}  // namespace entente::actors
