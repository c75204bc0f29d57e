#include "extract/actors/table_match.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/actors/name_key.hpp"
#include "extract/actors/party_members.hpp"
#include "extract/actors/titled_name.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

bool spelling_fits(const Alias& alias, std::string_view surface, std::string_view key,
                   bool shouted) {
  if (alias.acronym) return all_capitals(surface) && !(shouted && common_word(key));
  if (alias.use == AliasUse::sound) return false;
  return true;
}

/// Words between a party's adjective and the title: "Republican presidential candidate".
bool within_title(std::string_view key) {
  return is_one_of(
      key, {"us", "presidential", "vice", "vicepresidential", "congressional", "house", "senate",
            "majority", "minority", "state", "former", "senior", "veteran", "gubernatorial",
            "front", "deputy", "leading", "presumptive", "parliamentary"});
}

/// What only members of a parliament are called, whatever stands before it.
bool seat_holder(std::string_view key) {
  return is_one_of(key, {"mp", "mps", "lawmaker", "legislator", "senator", "sen", "rep", "mep",
                         "peer", "congressman", "congresswoman", "representative"});
}

/// The title of one person or the person's name begins there.
bool person_follows(const Work& work, std::uint32_t at, std::uint32_t end, bool seat) {
  const auto& view = work.view;
  if (seat_holder(view.key(at))) return true;
  if (seat) return false;
  if (const std::uint32_t last = role_from(work, at, end); last > at) {
    const Role* role = work.index.role(view.key({at, last}));
    const std::string& noun = view.key(last - 1);
    return !role->plural && noun != "minister" && noun != "secretary";
  }
  return view.token(at).entity == EntityType::person && capitalised(view.form(at)) &&
         (view.token(at).entity_begins || work.index.gender_of(view.key(at)) != 0);
}

}  // namespace

TableMatch table_match(const Work& work, std::uint32_t begin, std::uint32_t end) {
  TableMatch best;
  std::string first = work.view.key(begin);
  if (first.empty()) return best;
  // Word splitters cut "Da’esh" at its apostrophe.
  if (begin + 1 < end && !work.view.token(begin).space_after && work.view.key(begin + 1) != "s") {
    const std::string_view next = work.view.form(begin + 1);
    if (next.starts_with("'") || next.starts_with("’")) first = work.view.key({begin, begin + 2});
  }
  const std::size_t longest = work.index.longest_from(first.substr(0, first.find(' ')));
  if (longest == 0) return best;
  const bool shouted = work.view.shouted(work.view.sentence_of(begin));
  const std::string_view surface = work.view.form(begin);
  // Word splitters may leave the hyphen with the second word: "Israeli" "-Palestinian".
  const bool glued = surface.starts_with('-') || surface.starts_with('#');
  const bool upper = capitalised(glued ? surface.substr(1) : surface);
  for (std::uint32_t last = begin + 1; last <= end; ++last) {
    if (work.view.key(last - 1).empty()) continue;
    const std::string key = work.view.key({begin, last});
    if (static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) >= longest) break;
    // "the Iran-Iraq War" is no actor, but those who fought it are.
    const bool second =
        begin > 0 && work.view.key(begin - 1).empty() && !work.view.token(begin - 1).space_after;
    const bool war_of_two = key.ends_with(" war") && (last - begin >= 3 || second);
    if (work.index.blocked(key) && !war_of_two) {
      best = {last, {}, true};
      continue;
    }
    if (!upper && !name_particle(first)) continue;
    std::vector<Alias> fitting;
    std::string_view whole = work.view.text({begin, last});
    if (whole.starts_with('#')) whole.remove_prefix(1);
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
        const Entry& row = work.index.entry(alias.entry);
        // Unless the tables write it so: "Palestinian territories".
        return capitalised(row.name.substr(row.name.rfind(' ') + 1)) &&
               row.aliases.find(whole) == std::string_view::npos;
      });
      if (plain) continue;
    }
    if (!fitting.empty()) best = {last, std::move(fitting), false};
  }
  return best;
}

TableMatch party_adjective(const Work& work, std::uint32_t begin, std::uint32_t end) {
  const auto& view = work.view;
  if (!capitalised(view.form(begin)) || view.shouted(view.sentence_of(begin))) return {};
  for (const std::uint32_t width : {2U, 1U}) {
    if (begin + width >= end) continue;
    const std::string words = view.key({begin, begin + width});
    std::vector<Alias> parties = parties_called(work, words);
    if (parties.empty()) continue;
    std::uint32_t title = begin + width;
    while (title + 1 < end && title < begin + width + 4 &&
           (within_title(view.key(title)) || view.form(title) == "-")) {
      ++title;
    }
    // At the head of a sentence every adjective has its capital: "Conservative commentators".
    const bool seat =
        begin == view.sentence_around(begin).first && !party_noun(words) && words != "democratic";
    if (!person_follows(work, title, end, seat)) continue;
    // "the Republican National Committee" is known as a whole
    if (table_match(work, begin, end).last > begin + width) return {};
    return {begin + width, std::move(parties), false};
  }
  return {};
}

bool rest_is_role(const Work& work, Range rest) {
  if (rest.first >= rest.last) return true;
  std::uint32_t at = rest.first;
  while (at < rest.last && (work.view.key(at).empty() || work.view.key(at) == "s")) ++at;
  if (at >= rest.last) return true;
  const std::string key = work.view.key({at, rest.last});
  if (work.index.role(key) != nullptr) return true;
  const std::string last = key.substr(key.rfind(' ') == std::string::npos ? 0 : key.rfind(' ') + 1);
  return work.index.role(last) != nullptr || organ_word(last) || title_modifier(last);
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

}  // namespace entente::actors
