#include "extract/actors/name_shape.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

bool ends_a_name(const Work& work, Range entity, std::uint32_t rest) {
  static constexpr std::array<std::string_view, 20> heads{
      "caucus",     "committee", "front",      "party",        "movement",
      "union",      "league",    "alliance",   "coalition",    "brigade",
      "brigades",   "network",   "society",    "organisation", "association",
      "federation", "institute", "foundation", "university",   "organization"};
  const auto& view = work.view;
  if (entity.last < rest + 2) return false;
  for (std::uint32_t t = rest; t < entity.last; ++t) {
    if (!capitalised(view.form(t))) return false;
  }
  return std::find(heads.begin(), heads.end(), view.key(entity.last - 1)) != heads.end();
}

bool names_body(const Work& work, Range name) {
  static constexpr std::array<std::string_view, 14> heads{
      "party",        "movement",    "league",    "society",    "organisation",
      "organization", "association", "institute", "foundation", "university",
      "federation",   "commission",  "committee", "agency"};
  const auto& view = work.view;
  if (name.size() < 2) return false;
  const std::string& last = view.key(name.last - 1);
  if (std::find(heads.begin(), heads.end(), last) != heads.end()) return true;
  // "the Beirut-based X Center"
  const bool based = name.first >= 2 && view.key(name.first - 1) == "based";
  if (based) return true;
  for (std::uint32_t t = name.first; t + 2 < name.last; ++t) {
    const std::string& key = view.key(t);
    if ((key == "center" || key == "centre" || key == "institute") && view.key(t + 1) == "for")
      return true;
  }
  return false;
}

std::uint32_t completes_title(const Work& work, Range entity) {
  const auto& view = work.view;
  const std::uint32_t floor = view.sentence_around(entity.first).first;
  for (std::uint32_t first = entity.first; first-- > floor && entity.first - first <= 3;) {
    if (!title_word(view.key(first))) continue;
    if (first + 1 == entity.first) return entity.first;
    for (std::uint32_t last = entity.last; last > entity.first; --last) {
      if (work.index.role(view.key({first, last})) != nullptr) return last;
    }
    return entity.first;
  }
  return entity.first;
}

bool stands_for_the_west(const Work& work, std::uint32_t token) {
  static constexpr std::array<std::string_view, 9> parts{"coast", "bank", "side",  "end",  "wing",
                                                         "wall",  "bay",  "front", "point"};
  const auto& view = work.view;
  if (view.form(token) != "West" || token == view.sentence_around(token).first ||
      view.key(token - 1) != "the")
    return false;
  // What the parser takes for a noun may be the verb: "the West stops short".
  const std::uint32_t next = token + 1;
  const auto above = view.parent(token);
  if (next < view.size() && view.token(next).upos == Upos::propn && capitalised(view.form(next)))
    return false;
  if (view.token(token).deprel != Deprel::compound || !above) return true;
  return *above == next && !capitalised(view.form(next)) &&
         std::find(parts.begin(), parts.end(), view.key(next)) == parts.end();
}

bool part_of_somewhere(const DocView& view, std::uint32_t token) {
  const auto whole = view.child(token, Deprel::nmod);
  return whole && view.token(*whole).upos == Upos::propn;
}

bool half_of_a_country(const Work& work, std::uint32_t token) {
  const auto& view = work.view;
  if ((view.form(token) != "North" && view.form(token) != "South") ||
      token == view.sentence_around(token).first || view.key(token - 1) != "the" ||
      part_of_somewhere(view, token)) {
    return false;
  }
  const std::uint32_t next = token + 1;
  if (next >= view.size()) return true;
  return !capitalised(view.form(next)) && view.form(next) != "-" &&
         view.token(token).deprel != Deprel::compound && view.token(token).deprel != Deprel::amod;
}

std::uint32_t military_unit(const Work& work, std::uint32_t first, std::uint32_t end) {
  static constexpr std::array<std::string_view, 12> units{
      "battalion", "regiment", "brigade", "division", "corps",   "squadron",
      "wing",      "fleet",    "army",    "battery",  "company", "platoon"};
  const auto& view = work.view;
  const std::string_view form = view.form(first);
  const std::size_t digits = form.find_first_not_of("0123456789");
  const bool ordinal = digits == 1 || digits == 2 || digits == 3;
  const std::string_view suffix = ordinal ? form.substr(digits) : std::string_view{};
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return first;
  std::uint32_t last = first + 1;
  while (last < std::min(end, first + 6) && capitalised(view.form(last)) &&
         std::find(units.begin(), units.end(), view.key(last)) == units.end()) {
    ++last;
  }
  const bool unit = last < end && capitalised(view.form(last)) &&
                    std::find(units.begin(), units.end(), view.key(last)) != units.end();
  if (!unit) return first;
  ++last;
  if (last + 1 < end && view.form(last) == ",") {
    const std::uint32_t whole = military_unit(work, last + 1, end);
    if (whole > last + 1) return whole;
  }
  return last;
}

std::uint32_t district_court(const Work& work, std::uint32_t first, std::uint32_t end) {
  const auto& view = work.view;
  std::uint32_t t = first;
  if (t + 1 < end && view.key({t, t + 2}) == "united states") {
    t += 2;
  } else if (view.key(t) == "us" || view.form(t) == "Federal") {
    ++t;
  }
  if (t + 6 > end || view.key({t, t + 4}) != "district court for the" || !capitalised(view.form(t)))
    return first;
  t += 4;
  if (direction_word(view.key(t)) || view.key(t) == "middle") ++t;
  if (t + 3 > end || view.key({t, t + 2}) != "district of") return first;
  t += 2;
  const std::uint32_t state = t;
  while (t < end && t < state + 3 && capitalised(view.form(t)) && !view.key(t).empty()) ++t;
  return t > state ? t : first;
}

std::uint32_t operation(const Work& work, std::uint32_t first, std::uint32_t end) {
  const auto& view = work.view;
  if (view.form(first) != "Operation") return first;
  std::uint32_t last = first + 1;
  while (last < end && last < first + 5 && capitalised(view.form(last)) &&
         !view.key(last).empty() && !weekday_or_month(view.key(last)))
    ++last;
  const bool name = last > first + 1 && work.index.role(view.key(last - 1)) == nullptr &&
                    !honorific(view.key(first + 1));
  return name ? last : first;
}

std::uint32_t party_of_a_state(const Work& work, std::uint32_t first, std::uint32_t end) {
  static constexpr std::array<std::string_view, 10> adjectives{
      "communist", "socialist", "conservative", "liberal",          "social democratic",
      "green",     "radical",   "labor",        "christian social", "christian democratic"};
  static constexpr std::array<std::string_view, 7> members{
      "socialists", "conservatives",    "liberals",           "greens",
      "communists", "social democrats", "christian democrats"};
  const auto& view = work.view;
  for (const std::uint32_t width : {2U, 1U}) {
    const std::uint32_t last = first + width;
    if (last > end || !capitalised(view.form(first)) || !capitalised(view.form(last - 1))) continue;
    const std::string words = view.key({first, last});
    const bool after_article = first > 0 && view.key(first - 1) == "the";
    const bool next_name = last < end && capitalised(view.form(last)) && !view.key(last).empty();
    if (std::find(members.begin(), members.end(), words) != members.end())
      return after_article && !next_name ? last : first;
    if (last < end && view.form(last) == "Party" &&
        std::find(adjectives.begin(), adjectives.end(), words) != adjectives.end())
      return last + 1;
  }
  return first;
}

std::uint32_t ship(const Work& work, std::uint32_t first, std::uint32_t end) {
  static constexpr std::array<std::string_view, 14> prefixes{"HMS",  "USS",   "INS",  "ARA", "HMAS",
                                                             "HMCS", "HNLMS", "ROKS", "RFS", "BRP",
                                                             "MV",   "USNS",  "JS",   "RFA"};
  const auto& view = work.view;
  if (std::find(prefixes.begin(), prefixes.end(), view.form(first)) == prefixes.end()) return first;
  std::uint32_t last = first + 1;
  while (last < end && last < first + 5 && capitalised(view.form(last)) &&
         !view.key(last).empty() && !weekday_or_month(view.key(last)))
    ++last;
  return last > first + 1 ? last : first;
}

bool begins_armed_group(std::string_view key) {
  return is_one_of(
      key, {"jaish", "jaysh", "liwa", "ansar", "harakat", "kataib", "katibat", "saraya", "lashkar",
            "jamaat", "jund", "jundallah", "asaib", "hayat", "hizb", "tehrik"});
}

bool namesake(const Work& work, Range entity) {
  static constexpr std::array<std::string_view, 6> crowned{"king",    "queen", "prince",
                                                           "general", "major", "saint"};
  static constexpr std::array<std::string_view, 16> things{
      "university", "institute", "foundation", "hospital", "airport", "college", "school", "center",
      "centre",     "company",   "corp",       "group",    "bridge",  "square",  "street", "prize"};
  const auto& view = work.view;
  return std::find(crowned.begin(), crowned.end(), view.key(entity.first)) != crowned.end() ||
         std::find(things.begin(), things.end(), view.key(entity.last - 1)) != things.end();
}

bool looks_like_person(const Work& work, Range range) {
  const auto& view = work.view;
  if (range.size() < 2 || range.size() > 4) return false;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const std::string& key = view.key(t);
    if (view.token(t).upos != Upos::propn || !capitalised(view.form(t)) ||
        all_capitals(view.form(t)) || organ_word(key) || treaty_word(key) || direction_word(key)) {
      return false;
    }
  }
  if (work.index.gender_of(view.key(range.first)) != 0) return true;
  // "General Anton Dovar"
  if (range.first > view.sentence_around(range.first).first) {
    const std::uint32_t before = range.first - 1;
    const Role* rank = work.index.role(view.key(before));
    if (rank != nullptr && rank->number == RoleNumber::person && !rank->plural &&
        capitalised(view.form(before)))
      return true;
  }
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const auto role = view.child(t, Deprel::appos);
    if (!role || *role < range.last) continue;
    const Role* found = work.index.role(view.key(*role));
    if (found != nullptr && found->number == RoleNumber::person && !found->plural) return true;
  }
  return false;
}

bool names_a_ship(const Work& work, Range name) {
  static constexpr std::array<std::string_view, 19> ships{
      "uss",     "hms",       "fs",    "ins",     "hmas",   "hmcs",   "ss",
      "mv",      "carrier",   "ship",  "frigate", "vessel", "tanker", "destroyer",
      "warship", "submarine", "ferry", "cruiser", "trawler"};
  if (name.first == work.view.sentence_around(name.first).first) return false;
  return std::find(ships.begin(), ships.end(), work.view.key(name.first - 1)) != ships.end();
}

bool after_honorific(const Work& work, Range name) {
  if (name.first == 0) return false;
  const std::string& key = work.view.key(name.first - 1);
  return key == "mr" || key == "mrs" || key == "ms";
}

bool before_government(const Work& work, Range name) {
  const std::uint32_t next = name.last;
  return next < work.view.size() && government_noun(work.view.key(next)) &&
         work.view.key(next) != "state";
}

bool stands_like_a_person(const Work& work, Range name) {
  const std::uint32_t head = work.view.head_of(name);
  const auto& token = work.view.token(head);
  return token.upos == Upos::propn && capitalised(work.view.form(name.first)) &&
         token.deprel != Deprel::compound && token.deprel != Deprel::flat &&
         work.view.key(head).size() > 3;
}

}  // namespace entente::actors
