#include "extract/actors/positions.hpp"

#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/party_members.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {
namespace {

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

/// "Rep. X", "U.S. Representative X", "Senator X": who sits in a chamber of Congress.
bool sits_in_congress(Work& work, std::string& title, std::uint32_t& organisation) {
  if (work.actor(organisation).id != "state/united-states") return false;
  const bool senator = title == "senator";
  if (!senator && title != "representative") return false;
  const auto chamber = work.index.by_id(senator ? "org/united-states-senate"
                                                : "org/united-states-house-of-representatives");
  if (!chamber) return false;
  if (!senator) title = "member";
  organisation = work.add_entry(*chamber);
  return true;
}

/// "Labour leader", "senate president": of the party or chamber of that state.
void own_body(Work& work, std::string& title, std::uint32_t& organisation) {
  // "party leader of the X Party", "parliament speaker of the Knesset"
  const graph::Actor& body_actor = work.actor(organisation);
  for (const std::string_view prefix : {"party ", "parliament ", "parliamentary "}) {
    if (title.starts_with(prefix) && body_actor.sector == (prefix == "party " ? "PTY" : "LEG"))
      return void(title.erase(0, prefix.size()));
  }
  // "committee chairperson of House Committee on X", "union president of Y Union"
  if (const std::size_t noun = title.find(' '); noun != std::string::npos) {
    if (named_as_body(body_actor.name, title.substr(0, noun)))
      return void(title.erase(0, noun + 1));
  }
  if (sits_in_congress(work, title, organisation)) return;
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
  const auto state = work.index.state(work.actor(organisation).country);
  if (!state || office == "president") return;
  for (const std::string& name : {body, body + " party"}) {
    const auto party = party_in(work, name, work.index.entry(*state));
    if (!party) continue;
    organisation = work.add_entry(party->entry);
    title = office;
    return;
  }
}

/// Who holds an office of a state is of that state and of the office's sector, if nothing else is
/// known of him.
void tell_of_holder(Work& work, std::uint32_t person, const std::string& title,
                    std::optional<std::uint32_t> organisation) {
  graph::Actor& who = work.document.actors[person];
  if (who.country.empty() && organisation) who.country = work.actor(*organisation).country;
  if (!who.sector.empty()) return;
  const Role* role = work.index.role(name_key(title));
  if (role == nullptr) role = work.index.role(head_word(title));
  if (role != nullptr) who.sector = std::string(role->sector.substr(0, 3));
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
  if (const auto party = take_party(work, title, organisation, person, words))
    claim_office(work, mention, person, "member", party, words, former, confidence);
  if (title.empty() || is_private(work, title)) return;
  // "then-prime-minister X"
  if (const std::size_t cut = title.find("-minister"); cut != std::string::npos) title[cut] = ' ';
  if (!organisation) organisation = place_of_title(work, title);
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
  tell_of_holder(work, person, title, organisation);
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
  const bool part = whose.kind == graph::ActorKind::place;
  if (!state && (key == "national assembly" ||
                 (!part && (key == "legislature" || key == "house of representatives"))))
    key = "parliament";
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
    if (!state && whose.kind != graph::ActorKind::person)
      actor.name = whose.name + " " + (actor.sector == "LEG" ? title_case(key) : key);
  } else {
    actor.name = title_case(key) + " of " + whose.name;
    actor.id = "org/" + slug(actor.name);
  }
  return work.add_actor(std::move(actor));
}

}  // namespace entente::actors
