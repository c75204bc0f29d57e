#include "extract/actors/positions.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/vocabulary.hpp"
#include "util/lower.hpp"

namespace entente::actors {
namespace {

constexpr std::uint32_t title_reach = 14;  ///< tokens before a name that may be its title

std::string upper_first(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 32);
  }
  return text;
}

std::string title_case(std::string_view key) {
  std::string out;
  for (const std::string& word : words_of(key)) {
    if (!out.empty()) out += ' ';
    out +=
        word == "of" || word == "and" || word == "the" || word == "for" ? word : upper_first(word);
  }
  return out;
}

/// The longest role noun of the tables that ends just before `end`; empty if none.
Range role_before(const Work& work, std::uint32_t end, const Role** role) {
  const auto& view = work.view;
  Range best{end, end};
  // What stands before the first word of a sentence belongs to another one.
  if (end == 0 || (end < view.size() && end == view.sentence_around(end).first)) return best;
  const std::uint32_t floor = view.sentence_around(end - 1).first;
  const std::string& last = view.key(end - 1);
  if (last.empty()) return best;
  const std::size_t reach = work.index.longest_role_to(
      last.substr(last.rfind(' ') == std::string::npos ? 0 : last.rfind(' ') + 1));
  if (reach == 0) return best;
  for (std::uint32_t first = end; first-- > floor && end - first <= reach + 2;) {
    if (view.key(first).empty()) continue;
    if (const Role* found = work.index.role(view.key({first, end}))) {
      best = Range{first, end};
      *role = found;
    }
  }
  return best;
}

/// Words that a title in capitals may hold in small letters.
bool joins_title(const Work& work, std::uint32_t t) {
  static constexpr std::array<std::string_view, 7> small{"for", "of",  "to", "on",
                                                         "the", "and", "in"};
  const std::string& key = work.view.key(t);
  return (key.empty() && (work.view.form(t) == "," || work.view.form(t) == "-")) ||
         std::find(small.begin(), small.end(), key) != small.end();
}

/// The preposition of a title with a complement.
std::uint32_t complement_of(const Work& work, Range title) {
  std::uint32_t t = title.first + 1;
  while (t + 1 < title.last && !joins_title(work, t)) ++t;
  return t;
}

/// Who somebody is in private, and no office: "a Canadian national", "musician of Duran Duran".
bool is_private(const Work& work, std::string_view title) {
  static constexpr std::array<std::string_view, 8> professions{
      "analyst",   "commentator", "economist", "expert",
      "historian", "lawyer",      "attorney",  "legal adviser"};
  static constexpr std::array<std::string_view, 8> sides{"ally", "backer",   "critic", "dissident",
                                                         "foe",  "opponent", "rival",  "supporter"};
  const std::string key = name_key(title);
  const std::string_view last = std::string_view(key).substr(key.rfind(' ') + 1);
  if (std::find(sides.begin(), sides.end(), last) != sides.end()) return true;
  const Role* role = work.index.role(key);
  if (role == nullptr || role->sector != "CVL" || role->number != RoleNumber::person) return false;
  return std::none_of(professions.begin(), professions.end(),
                      [&](std::string_view one) { return key.ends_with(one); });
}

bool is_clitic(const Work& work, std::uint32_t t) {
  return work.view.key(t) == "s" || work.view.form(t) == "'" || work.view.form(t) == "’";
}

}  // namespace

Range title_with_complement(const Work& work, Range name) {
  const auto& view = work.view;
  const Range none{name.first, name.first};
  const std::uint32_t floor = view.sentence_around(name.first).first;
  bool unbroken = name.first > floor && capitalised(view.form(name.first - 1));
  for (std::uint32_t t = name.first; t-- > floor && name.first - t <= title_reach;) {
    const Upos tag = view.token(t).upos;
    if (tag == Upos::verb || tag == Upos::aux || tag == Upos::pron || tag == Upos::sconj)
      return none;
    const std::string& key = view.key(t);
    if (key.empty() && view.form(t) != "-" && view.form(t) != ",") return none;
    unbroken = unbroken && (capitalised(view.form(t)) || joins_title(work, t));
    if (!title_word(key) || t + 1 >= name.first) continue;
    const std::string& next = view.key(t + 1);
    if (next != "for" && next != "of" && next != "to" && next != "on") continue;
    if (!capitalised(view.form(t))) return none;
    // However the tree hangs them, capitals all the way to the name are its title.
    if (unbroken) {
      const Role* role = nullptr;
      const Range whole = role_before(work, t + 1, &role);
      return Range{whole.size() > 0 ? whole.first : t, name.first};
    }
    // The title must govern the name or be governed by it, else it is another noun's.
    const std::uint32_t head = view.head_of(name);
    if (view.governs(head, t) || (view.governs(t, head) && view.case_of(head).empty())) {
      return Range{t, name.first};
    }
    return none;
  }
  return none;
}

std::string title_text(const Work& work, Range words) {
  std::string out;
  const auto& view = work.view;
  for (std::uint32_t t = words.first; t < words.last; ++t) {
    const std::string_view form = view.form(t);
    const bool region = t > words.first && view.token(t).upos == Upos::adj &&
                        (region_adjective(view.key(t)) || view.token(t).entity != EntityType::none);
    const bool named =
        work.hit_at[t] >= 0 && !work.hits[static_cast<std::uint32_t>(work.hit_at[t])].blocked;
    const bool keep = named || region;
    out += keep ? std::string(form) : util::lower(form);
    if (view.token(t).space_after && t + 1 < words.last) out += ' ';
  }
  return out;
}

namespace {

/// The place that ends "governor of California".
std::optional<std::uint32_t> entry_of_title(const Work& work, std::string_view title) {
  const std::size_t of = title.rfind(" of ");
  if (of == std::string_view::npos) return std::nullopt;
  for (const Alias& alias : work.index.find(name_key(title.substr(of + 4)))) {
    const EntryType type = work.index.entry(alias.entry).type;
    if (type == EntryType::state || type == EntryType::place) return alias.entry;
  }
  return std::nullopt;
}

/// "governor of California" needs no state behind it.
bool names_its_place(const Work& work, std::string_view title) {
  return entry_of_title(work, title).has_value();
}

std::optional<std::uint32_t> place_of_title(Work& work, std::string_view title) {
  const auto entry = entry_of_title(work, title);
  if (!entry) return std::nullopt;
  return work.add_entry(*entry);
}

}  // namespace

std::uint32_t position_actor(Work& work, std::string_view title, std::uint32_t organisation) {
  graph::Actor actor;
  actor.name = std::string(title);
  if (!names_its_place(work, title)) actor.name += " of " + work.actor(organisation).name;
  actor.id = "position/" + slug(actor.name);
  actor.kind = graph::ActorKind::position;
  actor.country = work.actor(organisation).country;
  return work.add_actor(std::move(actor));
}

namespace {

/// "Labour leader", "senate president": of the party or chamber of that state.
void own_body(Work& work, std::string& title, std::uint32_t& organisation) {
  // "party leader of the X Party", "parliament speaker of the Knesset"
  const std::string_view sector = work.actor(organisation).sector;
  for (const std::string_view prefix : {"party ", "parliament ", "parliamentary "}) {
    if (title.starts_with(prefix) && sector == (prefix == "party " ? "PTY" : "LEG"))
      return void(title.erase(0, prefix.size()));
  }
  if (work.actor(organisation).kind != graph::ActorKind::country) return;
  const std::size_t cut = title.rfind(' ');
  if (cut == std::string::npos) return;
  const std::string body = name_key(title.substr(0, cut));
  const std::string office = title.substr(cut + 1);
  const bool leads =
      office == "leader" || office == "president" || office == "speaker" || office == "chairperson";
  if (!leads) return;
  if (body == "senate" || body == "parliament" || body == "assembly" || body == "parliamentary") {
    const std::string noun = body == "parliamentary" ? "parliament" : body;
    organisation = organ_of(work, organisation, noun, work.index.role(noun));
    title = office;
    return;
  }
  for (const std::string& name : {body, body + " party"}) {
    for (const Alias& alias : work.index.find(name)) {
      const Entry& row = work.index.entry(alias.entry);
      if (row.sector != "PTY" || row.country != work.actor(organisation).country ||
          office == "president")
        continue;
      organisation = work.add_entry(alias.entry);
      title = office;
      return;
    }
  }
}

}  // namespace

void claim_office(Work& work, std::uint32_t mention, std::uint32_t person, std::string title,
                  std::optional<std::uint32_t> organisation, Range words, bool former,
                  double confidence) {
  for (const std::string_view past : {"former ", "ex-", "then-", "late "}) {
    if (!title.starts_with(past)) continue;
    title.erase(0, past.size());
    former = true;
  }
  if (title.empty() || is_private(work, title)) return;
  // "then-prime-minister X"
  if (const std::size_t cut = title.find("-minister"); cut != std::string::npos) title[cut] = ' ';
  if (!organisation) organisation = place_of_title(work, title);
  if (organisation && office_of_state(title) && work.actor(*organisation).sector == "PTY")
    organisation.reset();
  if (!organisation) {
    for (const Office& office : work.facts[person].offices) {
      if (office.organisation && (office.title == title || title_means(title, office.title))) {
        organisation = office.organisation;
        title = office.title;
        break;
      }
    }
  }
  if (!organisation && work.facts[person].entry) {
    const auto& index = work.index;
    const Position* best = nullptr;
    Tenure best_tenure = Tenure::no;
    for (const Position& position : index.positions_of(*work.facts[person].entry)) {
      // "the Chechen president": of the place that the table's title names
      const bool of_place = position.title.starts_with(title + " of ");
      if (!title_means(title, position.title) && !of_place) continue;
      const Tenure then = tenure(position, work.date());
      if (best == nullptr || then > best_tenure) {
        best = &position;
        best_tenure = then;
      }
    }
    if (best != nullptr) {
      const bool partial = title == "secretary" || title == "minister" ||
                           title == "deputy secretary" || best->title.starts_with(title + " of ");
      if (partial) title = best->title;
      organisation = work.add_entry(best->organisation);
      confidence *= 0.9;
    }
  }
  if (organisation && legislator(title)) {
    graph::Actor& body = work.document.actors[*organisation];
    // "Harbour Union MP X": a party that the text introduces
    if (body.sector.empty() && body.kind == graph::ActorKind::organisation &&
        !work.facts[*organisation].entry && title == "member of parliament")
      body.sector = "PTY";
    if (body.sector == "PTY") organisation = work.state_of(*organisation);
  }
  if (organisation) own_body(work, title, *organisation);
  auto& offices = work.facts[person].offices;
  // "Special Representative Kim" is who was "special representative for the DPRK" before.
  const bool fuller = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    return office.organisation && organisation && office.title.starts_with(title + " for ") &&
           work.actor(*office.organisation).country == work.actor(*organisation).country;
  });
  if (fuller) return;
  const bool known = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    return office.title == title && office.organisation == organisation;
  });
  if (!known) offices.push_back({title, organisation, former});
  if (!organisation) {
    work.pending.push_back({mention, person, title, words, former});
    return;
  }
  // US departments' heads are told as the state's: "secretary of state of United States".
  // "Kansas Secretary of State" serves Kansas.
  const bool department = work.actor(*organisation).kind != graph::ActorKind::place;
  if (department && (title.starts_with("secretary of ") || title == "foreign secretary")) {
    if (const auto state = work.state_of(*organisation)) organisation = *state;
  }
  if (work.actor(*organisation).id == "state/palestine" && authority_office(title)) {
    for (const Alias& alias : work.index.find("palestinian authority")) {
      if (work.index.entry(alias.entry).type == EntryType::organisation)
        organisation = work.add_entry(alias.entry);
    }
  }
  const std::uint32_t position = position_actor(work, title, *organisation);
  for (const auto& claim : work.document.positions) {
    const auto& holder = work.document.mentions[claim.holder];
    if (claim.position == position && !holder.actors.empty() && holder.actors.front() == person)
      return;
  }
  text::PositionClaim claim;
  claim.holder = mention;
  claim.position = position;
  claim.organisation = organisation;
  claim.span = {work.view.token(words.first).span.begin, work.view.token(words.last - 1).span.end};
  claim.sentence = work.view.sentence_of(words.first);
  claim.former = former;
  claim.confidence = confidence;
  work.document.positions.push_back(claim);
}

std::uint32_t organ_of(Work& work, std::uint32_t owner, std::string_view noun, const Role* role) {
  const graph::Actor whose = work.actor(owner);
  const std::string adjective = work.adjective_of(owner);
  const bool state = whose.kind == graph::ActorKind::country;
  std::string key = name_key(noun);
  if (state && armed_forces_noun(key)) key = "armed forces";
  if (key == "ministry of foreign affairs" || key == "foreign affairs ministry" ||
      key == "ministry of external affairs" || key == "foreign office") {
    key = "foreign ministry";
  }
  if (key == "defense ministry" || key == "ministry of defence" || key == "ministry of defense")
    key = "defence ministry";
  if (key.starts_with("ministry of ")) {
    std::string what = key.substr(12);
    if (what.starts_with("the ")) what = what.substr(4);
    key = what + " ministry";
  }
  if (key == "national assembly" || key == "legislature" || key == "house of representatives") {
    if (!state) key = "parliament";
  }
  // The tables' own row first: "Israeli Air Force", "United States Senate", "Bank of England".
  for (const std::string& name :
       {name_key(adjective + " " + key), name_key(whose.name + " " + key),
        name_key(key + " of " + whose.name), name_key(key + " of the " + whose.name)}) {
    for (const Alias& alias : work.index.find(name)) {
      if (alias.use == AliasUse::name &&
          work.index.entry(alias.entry).type == EntryType::organisation) {
        return work.add_entry(alias.entry);
      }
    }
  }
  graph::Actor actor;
  actor.kind = graph::ActorKind::organisation;
  actor.country = whose.country;
  if (role != nullptr) actor.sector = std::string(role->sector.substr(0, 3));
  const bool force =
      key == "armed forces" || key == "air force" || key == "navy" || key == "air arm";
  if (state &&
      (force || key == "coast guard" || key == "national guard" || key == "special forces")) {
    actor.kind = graph::ActorKind::armed_force;
    actor.sector = "MIL";
    actor.name = adjective + " " + title_case(key);
    actor.id = "armed/" + slug(actor.name);
  } else if (key.ends_with("police") || (!state && key != "parliament") || key == "media" ||
             key == "state media") {
    actor.name = adjective + " " + key;
    actor.id = "org/" + slug(actor.name);
    if (!state && whose.kind != graph::ActorKind::person) actor.name = whose.name + " " + key;
  } else {
    actor.name = title_case(key) + " of " + whose.name;
    actor.id = "org/" + slug(actor.name);
  }
  return work.add_actor(std::move(actor));
}

namespace {

/// The mention of several words that ends before `end`, whatever word of it is its head.
const text::Mention* mention_ending(const Work& work, std::uint32_t floor, std::uint32_t end) {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t t = end; t-- > floor && end - t <= longest;) {
    const text::Mention* mention = work.mention_at(t);
    if (mention != nullptr && mention->last == end) return mention;
  }
  return nullptr;
}

}  // namespace

std::optional<Owner> owner_before(Work& work, std::uint32_t end) {
  const auto& view = work.view;
  if (end == 0) return std::nullopt;
  const std::uint32_t floor = view.sentence_around(end - 1).first;
  std::uint32_t at = end;
  bool possessive = false;
  if (at > floor && is_clitic(work, at - 1)) {
    --at;
    possessive = true;
  }
  if (at <= floor) return std::nullopt;
  // "Republic of Korea (ROK) Special Representative"
  if (view.form(at - 1) == ")" && at >= floor + 4 && view.form(at - 3) == "(" &&
      work.hit_at[at - 4] >= 0) {
    at -= 3;
  }
  if (work.hit_at[at - 1] >= 0) {
    const NameHit& hit = work.hits[static_cast<std::uint32_t>(work.hit_at[at - 1])];
    const text::Mention* mention = work.mention_at(view.head_of(hit.range));
    std::uint32_t begin = hit.range.first;
    if (mention == nullptr) {
      // "[Mr] Castro's", "[Cuban President] Fidel Castro's": the words are hung on the title
      mention = mention_ending(work, floor, at);
      if (mention != nullptr) begin = mention->first;
    }
    if (mention == nullptr || mention->actors.empty()) return std::nullopt;
    const graph::ActorKind kind = work.actor(mention->actors.front()).kind;
    if (kind == graph::ActorKind::place && work.actor(mention->actors.front()).country != "USA" &&
        !possessive)
      return std::nullopt;
    // "In Turkey Minister Salazar met ..."
    if (!possessive && mention->kind == text::MentionKind::name && hit.range.first > floor &&
        kind == graph::ActorKind::country && place_preposition(view.key(hit.range.first - 1)) &&
        !all_capitals(view.text(hit.range)))
      return std::nullopt;
    Owner owner{begin, mention->actors};
    // "U.S. and Russian"
    if (owner.begin > floor + 1 && view.key(owner.begin - 1) == "and") {
      if (const std::int32_t other = work.hit_at[owner.begin - 2];
          other >= 0 && mention->kind == text::MentionKind::adjective) {
        const NameHit& first = work.hits[static_cast<std::uint32_t>(other)];
        const text::Mention* with = work.mention_at(view.head_of(first.range));
        if (with != nullptr && with->actors.size() == 1 &&
            work.actor(with->actors[0]).kind == graph::ActorKind::country) {
          owner.begin = first.range.first;
          owner.actors.insert(owner.actors.begin(), with->actors.front());
        }
      }
    }
    return owner;
  }
  const Role* role = nullptr;
  if (const Range body = role_before(work, at, &role);
      body.size() > 0 && role->number == RoleNumber::body) {
    if (const auto owner = owner_before(work, body.first); owner && owner->actors.size() == 1) {
      if (government_noun(view.key(body))) return Owner{owner->begin, owner->actors};
      return Owner{owner->begin, {organ_of(work, owner->actors.front(), role->noun, role)}};
    }
  }
  return std::nullopt;
}

TitleRead title_before(Work& work, Range name) {
  const auto& view = work.view;
  TitleRead read;
  read.words = read.whole = {name.first, name.first};
  const std::uint32_t floor = view.sentence_around(name.first).first;
  std::uint32_t end = name.first;
  // Honorifics between title and name: "Prime Minister Sheikh Saad".
  while (end > floor && honorific(view.key(end - 1))) {
    if (const char gender = honorific_gender(view.key(end - 1))) read.gender = gender;
    const Role* role = nullptr;
    const Range found = role_before(work, end, &role);
    // "chief justice" is an office, "justice" a form of address.
    if (found.size() > 0 && role->number == RoleNumber::person &&
        (title_word(view.key(end - 1)) || found.size() > 1) && !rank_after_office(work, end, floor))
      break;
    --end;
    read.whole.first = end;
  }
  const Role* role = nullptr;
  Range found = role_before(work, end, &role);
  if (found.size() > 0 && role->number != RoleNumber::person) found = {end, end};
  std::uint32_t complement = end;
  if (found.size() == 0) {
    role = nullptr;
    if (end > floor && title_word(view.key(end - 1)) && view.token(end - 1).upos != Upos::verb) {
      found = {end - 1, end};
    } else {
      found = title_with_complement(work, {end, name.last});
      if (found.size() > 0) {
        complement = complement_of(work, found);
      } else {
        found = unknown_title(work, {end, name.last});
      }
    }
  }
  // "Special Representative for Haiti Ambassador Lopez": a rank between the office and the name.
  if (found.size() == 1 && view.key(found.first) == "ambassador") {
    if (const Range office = title_with_complement(work, {found.first, name.last});
        office.size() > 0) {
      end = found.first;
      found = {office.first, end};
      complement = complement_of(work, found);
      role = nullptr;
    }
  }
  if (found.size() == 0) return read;
  while (found.size() > 1 && former_word(view.key(found.first))) {
    read.former = true;
    ++found.first;
  }
  if (const char gender = honorific_gender(view.key(found.last - 1))) read.gender = gender;
  read.plural = role != nullptr && role->plural;
  while (found.size() > 1 && view.key(found.last - 1).empty()) --found.last;
  // "President of Ukraine Volodymyr Zelensky"
  std::uint32_t title_end = found.last;
  if (complement < end) {
    std::uint32_t from = complement + 1;
    while (from < end && (view.key(from) == "the" || view.key(from).empty())) ++from;
    if (view.key(complement) == "of" && from < end && work.hit_at[from] >= 0) {
      const NameHit& hit = work.hits[static_cast<std::uint32_t>(work.hit_at[from])];
      const text::Mention* mention = work.mention_at(view.head_of(hit.range));
      if (hit.range.last == end && mention != nullptr && mention->actors.size() == 1) {
        read.organisations = mention->actors;
        title_end = complement;
      }
    }
  }
  read.words = {found.first, title_end};
  std::uint32_t begin = found.first;
  std::string lead;
  const auto take_former = [&](std::uint32_t t) {
    if (!former_word(view.key(t))) return false;
    read.former = true;
    return true;
  };
  for (int turn = 0; turn < 12 && begin > floor; ++turn) {
    const std::uint32_t t = begin - 1;
    const std::string& key = view.key(t);
    if (take_former(t)) {
      begin = t;
      if (begin > floor && view.form(begin - 1) == "-") --begin;
      continue;
    }
    if (view.form(t) == "-" && t > floor &&
        (former_word(view.key(t - 1)) || title_modifier(view.key(t - 1)))) {
      begin = t;
      continue;
    }
    if (key == "and" && read.organisations.empty()) {
      const Role* other = nullptr;
      const Range second = role_before(work, t, &other);
      // "trade and industry commissioner"
      if (second.size() == 0 && t > floor && t + 1 < found.last && work.hit_at[t - 1] < 0 &&
          view.token(t - 1).upos == Upos::noun && view.token(t + 1).upos == Upos::noun &&
          t + 1 == read.words.first && title_word(view.key(found.last - 1))) {
        begin = t - 1;
        read.words.first = begin;
        continue;
      }
      if (second.size() == 0 || other->number != RoleNumber::person || other->plural) break;
      read.more.push_back(canonical_title(title_text(work, second)));
      begin = second.first;
      continue;
    }
    if (read.organisations.empty()) {
      if (const auto owner = owner_before(work, begin)) {
        read.organisations = owner->actors;
        begin = owner->begin;
        continue;
      }
    }
    const Upos tag = view.token(t).upos;
    const bool noun = (tag == Upos::noun || tag == Upos::propn || tag == Upos::adj) &&
                      work.hit_at[t] < 0 && key != "the";
    const auto above = view.parent(t);
    const bool attached = above && *above >= begin && *above < name.last;
    if ((title_modifier(key) && tag != Upos::adp) ||
        (noun && attached && view.token(t).deprel != Deprel::nsubj && !key.empty() &&
         read.organisations.empty())) {
      begin = t;
      if (key != "top" && key != "senior" && !evaluative(key)) {
        if (read.organisations.empty()) {
          read.words.first = t;
        } else if (title_modifier(key)) {
          lead.insert(0, key + " ");  // "chief U.S. negotiator X"
        }
      }
      continue;
    }
    break;
  }
  read.whole.first = std::min(read.whole.first, begin);
  if (read.whole.first > floor && view.key(read.whole.first - 1) == "the") --read.whole.first;
  std::string text = lead + title_text(work, read.words);
  if (read.plural && role != nullptr) text = std::string(role->noun);
  read.title = canonical_title(text);
  if (read.title == "counterpart" || read.title == "counterparts") read.title.clear();
  return read;
}

}  // namespace entente::actors
