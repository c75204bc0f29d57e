#include "extract/actors/titles.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/vocabulary.hpp"
#include "util/lower.hpp"

namespace entente::actors {
namespace {

constexpr std::uint32_t title_reach = 14;  ///< tokens before a name that may be its title

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

/// "President" of "then-President", which is one token.
std::string_view without_then(std::string_view title) {
  constexpr std::string_view then = "then-";
  return util::lower(title).starts_with(then) ? title.substr(then.size()) : title;
}

/// "the army [ousted] President X": behind who did it, it describes nobody.
bool does_something(const Work& work, std::uint32_t t) {
  const auto& view = work.view;
  if (view.token(t).upos != Upos::verb || view.token(t).deprel == Deprel::amod ||
      t == view.sentence_around(t).first) {
    return false;
  }
  const Upos before = view.token(t - 1).upos;
  return before == Upos::noun || before == Upos::propn || before == Upos::pron ||
         before == Upos::adv || before == Upos::aux || before == Upos::cconj;
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

bool is_clitic(const Work& work, std::uint32_t t) {
  return work.view.key(t) == "s" || work.view.form(t) == "'" || work.view.form(t) == "’";
}

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

std::optional<std::uint32_t> owner_after(const Work& work, Range name) {
  const auto& view = work.view;
  const std::uint32_t end = view.sentence_around(name.first).last;
  std::uint32_t at = name.last;
  if (at + 1 >= end || view.key(at) != "of") return std::nullopt;
  ++at;
  if (view.key(at) == "the" && at + 1 < end) ++at;
  if (work.hit_at[at] < 0) return std::nullopt;
  const NameHit& hit = work.hits[static_cast<std::uint32_t>(work.hit_at[at])];
  return work.actor_at(view.head_of(hit.range));
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
        (title_word(view.key(end - 1)) || title_word(role->noun) || found.size() > 1) &&
        !rank_after_office(work, end, floor))
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
    const bool titled = end > floor && (title_word(view.key(end - 1)) ||
                                        title_word(util::lower(without_then(view.form(end - 1)))));
    if (titled && view.token(end - 1).upos != Upos::verb) {
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
    if (!former_word(view.key(t)) || does_something(work, t)) return false;
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
      // "Liberal leader X": of the party, with its capital
      const bool party = evaluative(key) && capitalised(view.form(t)) && t + 1 == found.first &&
                         view.key(found.last - 1) == "leader";
      if (key != "top" && key != "senior" && (party || !evaluative(key))) {
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
  if (without_then(text).size() < text.size()) {
    read.former = true;
    text = std::string(without_then(text));
  }
  if (read.plural && role != nullptr) text = std::string(role->noun);
  read.title = canonical_title(text);
  if (read.title == "counterpart" || read.title == "counterparts") read.title.clear();
  return read;
}

}  // namespace entente::actors
