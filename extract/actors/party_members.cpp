#include "extract/actors/party_members.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/actors/name_key.hpp"
#include "extract/actors/own_names.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

/// Adjectives of parties and nouns for their members, with the parties' names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> party_names{
    {{"christian democrat", "christian democratic union"},
     {"christian democratic", "christian democratic union"},
     {"communist", "communist party"},
     {"conservative", "conservative party"},
     {"democrat", "democratic party"},
     {"democratic", "democratic party"},
     {"green", "green party"},
     {"labor", "labor party"},
     {"labour", "labour party"},
     {"liberal", "liberal party"},
     {"liberal democrat", "liberal democrats"},
     {"new democrat", "new democratic party"},
     {"republican", "republican party"},
     {"social democrat", "social democratic party"},
     {"social democratic", "social democratic party"},
     {"socialist", "socialist party"},
     {"tory", "conservative party"},
     {"labourite", "labour party"},
     {"ulster unionist", "ulster unionist party"}}};

std::string_view party_name(std::string_view word) {
  const auto found = std::find_if(party_names.begin(), party_names.end(),
                                  [&](const auto& each) { return each.first == word; });
  return found == party_names.end() ? std::string_view() : found->second;
}

/// What those are called who face or accompany somebody of another party; no office there.
bool beside_another(std::string_view title) {
  return is_one_of(last_word(title),
                   {"challenger", "colleague", "contender", "counterpart", "critic", "foe",
                    "incumbent", "lawmaker", "legislator", "opponent", "politician", "rival"});
}

/// The member noun that ends the title, the longest: "liberal democrat", "republican".
std::string_view member_noun(std::string_view title) {
  const std::size_t last = title.rfind(' ');
  if (last != std::string_view::npos) {
    const std::size_t before = title.rfind(' ', last - 1);
    const std::string_view two = title.substr(before == std::string_view::npos ? 0 : before + 1);
    if (party_noun(two)) return two;
  }
  const std::string_view one = last == std::string_view::npos ? title : title.substr(last + 1);
  return party_noun(one) ? one : std::string_view();
}

/// The party called so in that country; without one, in the states of the document, or the only
/// party of that name where the document speaks of no state.
std::optional<std::uint32_t> party_of(Work& work, std::string_view word,
                                      const std::string& country) {
  std::vector<std::uint32_t> states;
  if (const auto state = work.index.state(country)) {
    states.push_back(*state);
  } else {
    states = states_by_weight(work);
  }
  for (const std::uint32_t state : states) {
    if (const auto party = party_in(work, party_name(word), work.index.entry(state)))
      return work.add_entry(party->entry);
  }
  const std::vector<Alias> named = parties_called(work, word);
  if (!states.empty() || named.size() != 1) return std::nullopt;
  return work.add_entry(named.front().entry);
}

bool is_party(const graph::Actor& actor) { return actor.sector == "PTY"; }

/// The persons that a word stands for, with those joined to it by "and".
std::vector<std::uint32_t> person_mentions(const Work& work, std::uint32_t token) {
  std::vector<std::uint32_t> words{token};
  for (const std::uint32_t c : work.view.children(token)) {
    if (work.view.token(c).deprel == Deprel::conj) words.push_back(c);
  }
  std::vector<std::uint32_t> found;
  for (const std::uint32_t word : words) {
    const auto actor = work.actor_at(word);
    if (actor && work.actor(*actor).kind == graph::ActorKind::person)
      found.push_back(static_cast<std::uint32_t>(work.at_head[word]));
  }
  return found;
}

}  // namespace

bool party_noun(std::string_view word) {
  return is_one_of(word, {"christian democrat", "democrat", "labourite", "liberal democrat",
                          "new democrat", "republican", "social democrat", "tory"});
}

std::optional<Alias> party_in(const Work& work, std::string_view name, const Entry& state) {
  const std::string key(name);
  for (const std::string& full :
       {key, key + " of " + name_key(state.name), name_key(state.adjective) + " " + key}) {
    for (const Alias& alias : work.index.find(full)) {
      const Entry& row = work.index.entry(alias.entry);
      if (row.id.starts_with("party/") && row.country == state.country) return alias;
    }
  }
  return std::nullopt;
}

std::vector<Alias> parties_called(const Work& work, std::string_view word) {
  std::vector<Alias> found;
  const std::string_view name = party_name(word);
  if (name.empty()) return found;
  for (const Alias& alias : work.index.find(name)) {
    if (work.index.entry(alias.entry).sector == "PTY") found.push_back(alias);
  }
  for (const std::uint32_t state :
       found.empty() ? states_by_weight(work) : std::vector<std::uint32_t>()) {
    if (const auto party = party_in(work, name, work.index.entry(state))) return {*party};
  }
  return found;
}

std::optional<std::uint32_t> take_party(Work& work, std::string& title,
                                        std::optional<std::uint32_t>& organisation,
                                        std::uint32_t person, Range words) {
  if (const std::string_view noun = member_noun(title); !noun.empty()) {
    std::string country =
        organisation ? work.actor(*organisation).country : work.actor(person).country;
    const bool named = capitalised(work.view.form(words.last - 1));
    const auto party = organisation && is_party(work.actor(*organisation)) ? organisation
                       : named ? party_of(work, noun, country)
                               : std::nullopt;
    title.clear();
    organisation.reset();
    return party;
  }
  if (!organisation || !is_party(work.actor(*organisation))) return std::nullopt;
  const std::uint32_t party = *organisation;
  if (beside_another(title)) {
    title.clear();
    return party;
  }
  const bool seat = legislator(title) || title == "representative";
  if (!seat && !office_of_state(title)) return std::nullopt;
  organisation = seat ? work.state_of(party) : std::nullopt;
  return party;
}

void claim_party_plurals(Work& work) {
  const auto& view = work.view;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    const auto party = work.actor_at(t);
    if (!party || !is_party(work.actor(*party)) ||
        view.token(t).features.number != text::Number::plural)
      continue;
    std::vector<std::uint32_t> members;
    const auto add = [&](std::uint32_t token) {
      const auto found = person_mentions(work, token);
      members.insert(members.end(), found.begin(), found.end());
    };
    if (const auto above = view.parent(t); above && view.token(t).deprel == Deprel::appos) {
      add(*above);
      const auto first = view.parent(*above);
      if (first && view.token(*above).deprel == Deprel::conj) add(*first);
    }
    for (const std::uint32_t c : view.children(t)) {
      if (c < t) continue;
      const Deprel relation = view.token(c).deprel;
      if (relation == Deprel::appos ||
          (relation == Deprel::nmod && is_one_of(view.case_of(c), {"including", "like", "such"})))
        add(c);
    }
    for (const std::uint32_t member : members) {
      claim_office(work, member, work.document.mentions[member].actors.front(), "member", party,
                   {t, t + 1}, false, 0.8);
    }
  }
}

std::optional<PartyLetter> party_letter(Work& work, std::uint32_t after_name) {
  const auto& view = work.view;
  const std::uint32_t end = view.size();
  const std::uint32_t letter = after_name + 1;
  if (letter + 1 >= end || (view.form(after_name) != "(" && view.form(after_name) != ","))
    return std::nullopt;
  const std::string_view form = view.form(letter);
  const bool democrat = form == "D" || form == "D." || form == "DFL";
  if (!democrat && form != "R" && form != "R.") return std::nullopt;
  const auto name = view.parent(letter);
  if (!name || *name >= after_name || view.token(letter).deprel != Deprel::appos)
    return std::nullopt;
  const auto usa = work.index.state("USA");
  if (!usa) return std::nullopt;
  const auto party =
      party_in(work, party_name(democrat ? "democrat" : "republican"), work.index.entry(*usa));
  if (!party) return std::nullopt;
  PartyLetter found{work.add_entry(party->entry), letter + 1};
  const std::string_view closing = view.form(after_name) == "(" ? ")" : ",";
  while (found.last < end && found.last < letter + 8 && view.form(found.last) != closing)
    ++found.last;
  if (closing == ")" && found.last < end) ++found.last;
  return found;
}

}  // namespace entente::actors
