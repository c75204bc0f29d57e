// Where names stand: those that the tables know and those that the annotator sees.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "extract/actors/entity_range.hpp"
#include "extract/actors/name_key.hpp"
#include "extract/actors/name_shape.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/table_match.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {
namespace {

class Finder {
 public:
  explicit Finder(Work& work) : work_(work) {}

  void run() {
    for (std::uint32_t s = 0; s < work_.document.sentences.size(); ++s) {
      const Range sentence = work_.view.sentence(s);
      for (std::uint32_t i = sentence.first; i < sentence.last;) i = step(i, sentence.last);
    }
    block_in_titles();
  }

 private:
  /// What an office is for is no body of its own: "Envoy for Women and Human Rights Ana Lopez".
  void block_in_titles() {
    for (std::size_t p = 0; p < work_.hits.size(); ++p) {
      if (work_.hits[p].entity != EntityType::person) continue;
      const Range title = title_with_complement(work_, work_.hits[p].range);
      if (title.size() == 0) continue;
      for (std::size_t i = p; i-- > 0 && work_.hits[i].range.first >= title.first;) {
        NameHit& hit = work_.hits[i];
        if (hit.aliases.empty() && hit.entity != EntityType::person) hit.blocked = true;
      }
    }
  }

  std::uint32_t step(std::uint32_t i, std::uint32_t end) {
    const auto& view = work_.view;
    if (stands_for_the_west(work_, i) || half_of_a_country(work_, i)) return i + 1;
    // "Merkel and Macron" in one: the second name begins here.
    if (i > 0 && joins_names(work_, i) && view.token(i).entity != EntityType::none &&
        !view.token(i).entity_begins && work_.hit_at[i - 1] >= 0) {
      skipped_ = i + 1;
      return i + 1;
    }
    if (auto party = party_adjective(work_, i, end); !party.aliases.empty()) {
      add({i, party.last}, std::move(party.aliases), EntityType::organisation, false);
      return party.last;
    }
    const TableMatch match = table_match(work_, i, end);
    // "Latin American leaders" are not American.
    if (match.last < i + 2 && i + 1 < end && !view.key(i).empty() && !view.key(i + 1).empty() &&
        region_adjective(view.key({i, i + 2}))) {
      skipped_ = i + 2;
      return i + 2;
    }
    for (const auto ends : {military_unit, district_court, party_of_a_state}) {
      const std::uint32_t last = ends(work_, i, end);
      if (last <= std::max(i, match.last)) continue;
      add({i, last}, {}, EntityType::organisation, false);
      return last;
    }
    for (const auto ends : {operation, ship}) {
      const std::uint32_t last = ends(work_, i, end);
      if (last <= std::max(i, match.last)) continue;
      add({i, last}, {}, EntityType::miscellaneous, false);
      return last;
    }
    const bool starts = view.token(i).entity != EntityType::none &&
                        (view.token(i).entity_begins || i == 0 ||
                         view.token(i - 1).entity != view.token(i).entity || skipped_ == i);
    if (match.blocked) {
      add({i, match.last}, {}, EntityType::none, true);
      return match.last;
    }
    if (starts && match.last == 0) {
      const Range entity = entity_range(work_, i, end);
      if (const auto state = organ_of_state(entity)) {
        skipped_ = *state;
        return *state;
      }
    }
    if (starts && match.last == 0 &&
        ((region_adjective(view.key(i)) &&
          !ends_a_name(work_, entity_range(work_, i, end), i + 1)) ||
         article(i) || title_modifier(view.key(i)) || view.token(i).upos == Upos::pron)) {
      skipped_ = i + 1;
      return i + 1;
    }
    if (starts) {
      const Range entity = entity_range(work_, i, end);
      if (const std::uint32_t title = completes_title(work_, entity);
          match.last == 0 && title > entity.first) {
        skipped_ = title;
        return title;
      }
      // "Prime" alone, where "Prime Minister" stands
      if (entity.last < end && role_from(work_, i, end) > entity.last) return i + 1;
      // "Minister for the Middle East Tobias Ellwood": words of the title may be names.
      if (view.token(i).entity == EntityType::person && match.last < entity.last) {
        const auto name = name_after_title(work_, entity);
        if (name && *name > i) {
          skipped_ = *name;
          if (match.last == 0 || match.last > *name || persons_alone(match.aliases)) return i + 1;
          add({i, match.last}, match.aliases, EntityType::none, false);
          return match.last;
        }
      }
      const bool titled = match.last != 0 && match.last < entity.last &&
                          name_after_title(work_, {match.last, entity.last}).has_value();
      // "EU Competition Commissioner Neelie Kroes": the body first, the person in the next step.
      if (titled && !persons_alone(match.aliases)) {
        add({i, match.last}, match.aliases, EntityType::none, false);
        skipped_ = match.last;
        return match.last;
      }
      if (ends_complement(entity, match)) {
        add({i, match.last}, match.aliases, EntityType::none, false);
        skipped_ = match.last;
        return match.last;
      }
      const auto name = organ_entity(entity) ? name_after_complement(work_, entity) : std::nullopt;
      if (name) {
        add({*name, entity.last}, {}, EntityType::person, false);
        return entity.last;
      }
      // "Muslim Brotherhood" is known as a whole.
      const bool known = match.last >= entity.last && !persons_alone(match.aliases);
      if (const auto person = known ? std::nullopt : titled_person(entity)) return *person;
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
    add({i, with_company_form(match, end)}, match.aliases, view.token(i).entity, false);
    // What the annotator joined to it may begin a name of its own.
    if (match.last < end && view.token(match.last).entity != EntityType::none &&
        !view.token(match.last).entity_begins) {
      skipped_ = match.last;
    }
    return work_.hits.back().range.last;
  }

  /// A name that the annotator sees and that is longer than the tables' match (if any).
  /// Where to go on, or none if the match is to be taken.
  std::optional<std::uint32_t> longer_entity(Range entity, const TableMatch& match) {
    const auto& view = work_.view;
    const std::uint32_t i = entity.first;
    const EntityType type = view.token(i).entity;
    if (match.last != 0) {
      const bool adjective = only(match.aliases, AliasUse::adjective);
      // "UN Special Envoy", "Texas Health" before "Minister", "India Narendra Modi"
      if (match.last < entity.last && !persons_alone(match.aliases) &&
          (role_from(work_, match.last, entity.last) == entity.last ||
           title_for(match.last, entity.last) ||
           role_from(work_, match.last, view.sentence_around(i).last) > entity.last ||
           known_person({match.last, entity.last}))) {
        return std::nullopt;
      }
      if (type == EntityType::person) {
        const bool person = std::any_of(
            match.aliases.begin(), match.aliases.end(),
            [&](const Alias& a) { return work_.index.entry(a.entry).type == EntryType::person; });
        if (person && only(match.aliases, AliasUse::name) && name_suffix(match.last, entity.last)) {
          return std::nullopt;
        }
        if (adjective && i + 1 < entity.last) return std::nullopt;
      } else if (!ends_a_name(work_, entity, match.last) &&
                 rest_is_role(work_, {match.last, entity.last})) {
        return std::nullopt;
      } else if (adjective && type == EntityType::miscellaneous &&
                 !ends_a_name(work_, entity, match.last)) {
        return std::nullopt;
      } else if (view.key(match.last).empty() && view.form(match.last) == "-") {
        return std::nullopt;
      }
    } else {
      // The tables may know a name further on: "southern Lebanon", "President Putin".
      if (honorific(view.key(i)) || work_.index.role(view.key(i)) != nullptr ||
          direction_word(view.key(i)) || view.key(i) == "the") {
        if (entity.size() > 1 && !organ_entity(entity)) {
          skipped_ = i + 1;
          return i + 1;
        }
        if (entity.size() == 1) return i + 1;
      }
    }
    if (type == EntityType::person) {
      const Range person = trimmed_person(work_, entity);
      if (person.first > entity.first) {
        skipped_ = person.first;
        return entity.first + 1;
      }
      entity = whole_person(work_, person);
    }
    if (titles_only(work_, entity)) return entity.last;
    if (!capitalised(view.form(entity.first)) && !name_particle(view.key(entity.first))) {
      skipped_ = i + 1;
      return i + 1;
    }
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

  /// A title with what it is for, and no name: "Special Representative for Ruritania".
  bool title_for(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t role = role_from(work_, first, last);
    return role > first && role < last && links_title(work_.view.key(role)) &&
           !name_after_title(work_, {first, last});
  }

  static bool links_title(std::string_view key) {
    return key == "for" || key == "to" || key == "of" || key == "on";
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

  /// "Microsoft Corporation" is Microsoft.
  std::uint32_t with_company_form(const TableMatch& match, std::uint32_t end) const {
    static constexpr std::array<std::string_view, 12> forms{
        "corporation", "corp", "inc", "ltd", "company", "co",
        "plc",         "ag",   "sa",  "llc", "limited", "incorporated"};
    const bool company =
        std::any_of(match.aliases.begin(), match.aliases.end(), [&](const Alias& alias) {
          return work_.index.entry(alias.entry).kind == graph::ActorKind::company;
        });
    const auto& view = work_.view;
    const bool follows = company && match.last < end && capitalised(view.form(match.last)) &&
                         std::find(forms.begin(), forms.end(), view.key(match.last)) != forms.end();
    return follows ? match.last + 1 : match.last;
  }

  bool known_person(Range range) const {
    const auto found = work_.index.find(work_.view.key(range));
    return range.size() >= 2 && std::any_of(found.begin(), found.end(), [&](const Alias& alias) {
             return alias.use == AliasUse::name &&
                    work_.index.entry(alias.entry).type == EntryType::person;
           });
  }

  bool persons_alone(const std::vector<Alias>& aliases) const {
    return std::all_of(aliases.begin(), aliases.end(), [&](const Alias& alias) {
      return work_.index.entry(alias.entry).type == EntryType::person;
    });
  }

  bool organ_entity(Range entity) const {
    return work_.view.token(entity.first).entity == EntityType::organisation ||
           work_.view.token(entity.first).entity == EntityType::miscellaneous;
  }

  bool article(std::uint32_t i) const {
    const std::string& key = work_.view.key(i);
    return key == "the" || key == "a" || key == "an";
  }

  /// "Government of Iraq", "Foreign Ministry of the Czech Republic": where the state's name begins,
  /// as the role rules know whose body it is.
  std::optional<std::uint32_t> organ_of_state(Range entity) const {
    const auto& view = work_.view;
    for (std::uint32_t of = entity.last - 1; of > entity.first; --of) {
      if (view.key(of) != "of") continue;
      const std::uint32_t name = of + (article(of + 1) ? 2 : 1);
      const std::uint32_t end = view.sentence_around(of).last;
      if (name >= end) continue;
      const TableMatch match = table_match(work_, name, end);
      if (match.last < entity.last || !geographic(work_, match.aliases)) continue;
      // Of "the Ministry of Foreign Affairs of Iran" the tree tells too little.
      const std::string noun = view.key({entity.first, of});
      const Role* role = noun.find(" of ") == std::string::npos ? work_.index.role(noun) : nullptr;
      const bool organ = role != nullptr && role->number == RoleNumber::body;
      if (organ || (of == entity.first + 1 && government_noun(view.key(entity.first)))) return name;
      return std::nullopt;
    }
    return std::nullopt;
  }

  /// "Minister for the Middle East Harold Whitby": the place that the office is for.
  bool ends_complement(Range entity, const TableMatch& match) const {
    const auto& view = work_.view;
    const std::uint32_t floor = view.sentence_around(entity.first).first;
    if (match.last == 0 || match.last + 2 > entity.last || !geographic(work_, match.aliases) ||
        view.token(entity.first).entity != EntityType::person)
      return false;
    std::uint32_t before = entity.first;
    if (before > floor && article(before - 1)) --before;
    if (before < floor + 2 || !title_word(view.key(before - 2))) return false;
    const std::string& link = view.key(before - 1);
    return link == "for" || link == "of" || link == "to";
  }

  /// "Special Representative West" taken for a body: a title, and a person after it.
  std::optional<std::uint32_t> titled_person(Range entity) {
    if (!organ_entity(entity)) return std::nullopt;
    const auto name = name_after_title(work_, entity);
    if (!name || entity.last - *name > 3 || namesake(work_, entity)) return std::nullopt;
    add({*name, entity.last}, {}, EntityType::person, false);
    return entity.last;
  }

  /// "Lukashenko regime" taken for a body: where the name of its head ends.
  std::optional<std::uint32_t> before_government(Range entity) const {
    const auto& view = work_.view;
    std::uint32_t last = entity.last - 1;
    if (entity.size() < 2 || entity.size() > 4 || !organ_entity(entity)) return std::nullopt;
    if (!government_noun(view.key(last)) || capitalised(view.form(last))) return std::nullopt;
    for (std::uint32_t t = entity.first; t < last; ++t) {
      if (view.token(t).upos != Upos::propn || state_word(work_, t) || organ_word(view.key(t)))
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
      const bool word = tag == Upos::noun || tag == Upos::verb || tag == Upos::propn;
      const char first = view.form(t).front();
      if (word && first >= 'a' && first <= 'z' && !name_particle(view.key(t))) return true;
    }
    const bool state = match.last != 0 && match.last < entity.last &&
                       geographic(work_, match.aliases) &&
                       !only(match.aliases, AliasUse::adjective);
    if (!state) return false;
    const std::string& next = view.key(match.last);
    return next == "of" || next == "and" || next == "in" || next == "by" || next == "to" ||
           next == "with" || (next.empty() && view.form(match.last) != ".");
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

  void add(Range range, std::vector<Alias> aliases, EntityType entity, bool blocked) {
    const bool group = range.size() > 1 && begins_armed_group(work_.view.key(range.first));
    if (aliases.empty() && !blocked && group) {
      entity = EntityType::organisation;
    } else if (aliases.empty() && !blocked && entity != EntityType::person &&
               looks_like_person(work_, range)) {
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

}  // namespace

void find_names(Work& work) { Finder(work).run(); }

}  // namespace entente::actors
