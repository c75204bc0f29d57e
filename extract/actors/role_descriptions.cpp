// Descriptions that point back: "the country", "the alliance"; names of treaties.
#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/name_shape.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

namespace {

/// Whether a state may be called "the kingdom" or "the emirate".
bool of_that_form(std::string_view country, std::string_view noun) {
  const bool emirate = is_one_of(country, {"KWT", "QAT", "ARE", "BHR"});
  const bool sultanate = is_one_of(country, {"OMN", "BRN", "MYS"});
  const bool kingdom =
      is_one_of(country, {"SAU", "JOR", "MAR", "BHR", "GBR", "THA", "BEL", "NLD", "ESP", "DNK",
                          "SWE", "NOR", "TON", "SWZ", "LSO", "BTN", "KHM", "NPL"});
  if (noun == "emirate") return emirate;
  if (noun == "sultanate") return sultanate;
  if (noun == "kingdom") return kingdom;
  if (noun == "republic") return !emirate && !sultanate && (!kingdom || country == "NPL");
  return true;
}

}  // namespace

bool RoleResolver::fixed_group(std::uint32_t i) {
  const auto& view = work_.view;
  if (i == 0) return false;
  const Range pair{i - 1, i + 1};
  const std::string key = view.key(pair);
  static constexpr std::array<std::string_view, 17> fixed{
      "international community", "foreign powers",         "regional countries", "foreign forces",
      "foreign troops",          "world powers",           "major powers",       "world leaders",
      "neighboring countries",   "neighbouring countries", "regional powers",    "global community",
      "western powers",          "world community",        "great powers",       "regional leaders",
      "western allies"};
  const bool west = stands_for_the_west(work_, i) && !part_of_somewhere(view, i);
  if (!west && std::find(fixed.begin(), fixed.end(), key) == fixed.end()) return false;
  graph::Actor actor;
  actor.kind = ActorKind::group;
  actor.name = west ? "the West" : single_spaced(view.text(pair));
  if (!west && actor.name.front() >= 'A' && actor.name.front() <= 'Z' && key != "western powers" &&
      key != "western allies") {
    actor.name.front() = static_cast<char>(actor.name.front() + 32);
  }
  actor.id = "group/" + slug(actor.name);
  const std::uint32_t first = i >= 2 && !west && view.key(i - 2) == "the" ? i - 2 : i - 1;
  work_.add_mention({first, i + 1}, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.75,
                    "a group that the phrase names", i);
  return true;
}

bool RoleResolver::allied_state(const RolePhrase& phrase) {
  if (!phrase.possessive_owner || phrase.owners.empty()) return false;
  const std::uint32_t before = phrase.role.first - 1;
  if (phrase.role.first == 0 || work_.hit_at[before] < 0) return false;
  const auto state = work_.actor_at(
      work_.view.head_of(work_.hits[static_cast<std::uint32_t>(work_.hit_at[before])].range));
  if (!state || work_.actor(*state).kind != ActorKind::country) return false;
  add(phrase, MentionKind::description, {*state}, 0.7,
      "allies that are named: " + work_.actor(*state).name);
  return true;
}

void RoleResolver::neighbour(const RolePhrase& phrase) {
  if (named_after(phrase) || phrase.owners.size() != 1 || phrase.indefinite) return;
  const auto whose = work_.state_of(phrase.owners.front());
  const auto region = [&](std::uint32_t actor) {
    const auto& entry = work_.facts[actor].entry;
    // "Western Asia" and "Southern Asia" meet somewhere.
    const auto part = entry ? last_word(work_.index.entry(*entry).region) : std::string_view{};
    // Georgia and Russia are neighbours, too
    return part == "Asia" ? std::string_view("Europe") : part;
  };
  const bool near = phrase.key.starts_with("neighb");
  const auto fits = [&](std::uint32_t actor) {
    return work_.actor(actor).kind == ActorKind::country && actor != whose &&
           !acts_above(phrase, actor) && (!near || !whose || region(actor) == region(*whose));
  };
  if (const auto found = coreference_.described(phrase.head, 5, fits)) {
    add(phrase, MentionKind::description, {found->actor}, 0.6 * found->confidence,
        text::inferred("the " + std::string(phrase.key) + " in question, " +
                       work_.actor(found->actor).name));
  }
}

bool RoleResolver::named_after(const RolePhrase& phrase) {
  const auto& view = work_.view;
  for (const std::uint32_t c : view.children(phrase.head)) {
    const Deprel relation = view.token(c).deprel;
    if ((relation != Deprel::appos && relation != Deprel::flat) || c < phrase.head) continue;
    const auto state = work_.actor_at(c);
    if (!state || work_.actor(*state).kind != ActorKind::country) continue;
    add(phrase, MentionKind::description, {*state}, 0.8,
        "named beside it: " + work_.actor(*state).name);
    return true;
  }
  return false;
}

bool RoleResolver::federal_state(const RolePhrase& phrase) {
  if (phrase.key != "state") return false;
  const auto fits = [&](std::uint32_t actor) {
    const auto& entry = work_.facts[actor].entry;
    return entry && work_.actor(actor).kind == ActorKind::place &&
           is_one_of(work_.index.entry(*entry).place_kind, {"state", "region", "province"}) &&
           is_one_of(work_.actor(actor).country,
                     {"USA", "IND", "AUS", "BRA", "MEX", "NGA", "DEU", "MYS", "MMR", "VEN"});
  };
  const auto found = coreference_.described(phrase.head, 2, fits, 0.0);
  if (!found) {
    const auto part = phrase.definite ? part_in_question(phrase) : std::nullopt;
    if (!part || !fits(*part)) return false;
    add(phrase, MentionKind::description, {*part}, 0.6,
        text::inferred("the part of the state that the text is about, " + work_.actor(*part).name));
    return true;
  }
  add(phrase, MentionKind::description, {found->actor}, 0.8 * found->confidence,
      "the state named in " + work_.sentence_name(found->token) + ", " +
          work_.actor(found->actor).name);
  return true;
}

/// "his country", "the countries of both": of persons, of whom a state is known.
bool RoleResolver::own_countries(const RolePhrase& phrase) {
  if (!phrase.possessive_owner || work_.view.token(phrase.range.first).upos != Upos::pron)
    return false;
  std::vector<std::uint32_t> states;
  for (const std::uint32_t owner : phrase.owners) {
    const auto state = work_.state_of(owner);
    if (state && std::find(states.begin(), states.end(), *state) == states.end())
      states.push_back(*state);
  }
  if (states.empty() || (phrase.plural && states.size() < 2)) return true;
  std::string reason = (phrase.plural ? "countries of " : "country of ") + names_of(phrase.owners);
  add(phrase, MentionKind::description, std::move(states), 0.65, std::move(reason));
  return true;
}

void RoleResolver::country(const RolePhrase& phrase) {
  if (phrase.plural) {
    if (own_countries(phrase)) return;
    if (!phrase.owners.empty() || !phrase.region.empty()) group(phrase);
    return;
  }
  if (part_of_name(phrase) || told_apart(phrase)) return;
  if (work_.view.token(phrase.head).deprel == Deprel::compound) return;
  if (!phrase.owners.empty()) {
    (void)own_countries(phrase);
    return;
  }
  if (!phrase.definite) return;
  if (phrase.key == "state" && work_.view.key(phrase.range.first) != "the") return;
  if (named_after(phrase) || federal_state(phrase)) return;
  // "France has soldiers in the country": not in France.
  const auto subject = work_.view.child(work_.view.clause_of(phrase.head), Deprel::nsubj);
  const bool owns = work_.view.token(phrase.head).deprel == Deprel::nmod_poss;
  auto acting =
      subject && *subject != phrase.head && !owns ? work_.actor_at(*subject) : std::nullopt;
  // "The Malaysian minister will visit the country": another one
  const std::string& verb = work_.view.token(work_.view.clause_of(phrase.head)).lemma;
  if (acting && is_one_of(verb, {"arrive", "enter", "fly", "tour", "travel", "visit"})) {
    if (const auto state = work_.state_of(*acting)) acting = state;
  }
  const auto fits = [&](std::uint32_t actor) {
    return existing_state(actor) && actor != acting && in_region(actor, phrase.region) &&
           !named_below(phrase, actor) &&
           of_that_form(work_.actor(actor).country, last_word(phrase.key));
  };
  if (const auto found = coreference_.described(phrase.head, phrase.region.empty() ? 2 : 6, fits)) {
    add(phrase, MentionKind::description, {found->actor}, 0.9 * found->confidence,
        "the " + std::string(phrase.key) + " named in " + work_.sentence_name(found->token) + ", " +
            work_.actor(found->actor).name);
    return;
  }
  auto country = coreference_.context_country(phrase.head);
  if (!country || !fits(*country)) country = only_one_of_form(phrase);
  if (country) {
    add(phrase, MentionKind::description, {*country}, 0.5,
        text::inferred("the state that the text is about"));
  }
}

/// "the kingdom" where one of the states that the text names is one.
std::optional<std::uint32_t> RoleResolver::only_one_of_form(const RolePhrase& phrase) const {
  const std::string_view form = last_word(phrase.key);
  std::optional<std::uint32_t> only;
  if (!is_one_of(form, {"kingdom", "emirate", "sultanate"})) return only;
  for (std::uint32_t t = 0; t < phrase.head; ++t) {
    const auto actor = work_.actor_at(t);
    if (!actor || !existing_state(*actor) || !of_that_form(work_.actor(*actor).country, form))
      continue;
    if (only && only != actor) return std::nullopt;
    only = actor;
  }
  return only;
}

/// "the North African country": whether the state lies there, as far as the word tells.
bool RoleResolver::in_region(std::uint32_t actor, std::string_view word) const {
  if (word.empty()) return true;
  const auto& entry = work_.facts[actor].entry;
  if (!entry) return false;
  const std::string_view region = work_.index.entry(*entry).region;
  const std::string key = name_key(word);
  const auto holds = [&](std::string_view part) {
    return region.find(part) != std::string_view::npos;
  };
  if (key == "north african") return holds("Northern Africa");
  if (key == "west african") return holds("Western Africa");
  if (key == "east african") return holds("Eastern Africa");
  if (key == "central asian") return holds("Central Asia");
  if (key == "southeast asian") return holds("South-eastern Asia") || holds("Southeast");
  if (key.find("african") != std::string::npos) return holds("Africa");
  if (key.find("european") != std::string::npos || key == "baltic" || key == "balkan" ||
      key == "nordic")
    return holds("Europe");
  if (key.find("asian") != std::string::npos) return holds("Asia");
  if (key.find("american") != std::string::npos || key == "caribbean")
    return holds("America") || holds("Caribbean");
  if (key == "gulf" || key == "middle eastern" || key == "persian gulf")
    return holds("Western Asia");
  if (key == "arab") return holds("Western Asia") || holds("Northern Africa");
  return true;
}

bool RoleResolver::suits_noun(std::uint32_t actor, std::string_view noun) const {
  const graph::Actor& who = work_.actor(actor);
  if (who.kind == ActorKind::person || who.kind == ActorKind::place ||
      who.kind == ActorKind::group || who.kind == ActorKind::country) {
    return false;
  }
  const std::string_view last = last_word(noun);
  // No army, ministry or court is called a group.
  if (is_one_of(last, {"group", "network", "outfit", "movement"}) && acts_for_state(who.sector) &&
      !body_code(who.country))
    return false;
  // Of no state, or a party as well: nobody calls them rebels.
  if (is_one_of(last, {"rebels", "guerrillas", "separatists"}) &&
      (who.country == "IMG" || is_one_of(who.country, {"PSE", "LBN"})))
    return false;
  if (last == "alliance" || last == "bloc" || last == "union")
    return who.country == "IGO" || who.sector == "IGO" || who.country == "EUR";
  if (is_one_of(last, {"company", "firm", "giant", "airline"}))
    return who.kind == ActorKind::company || who.sector == "BUS" || who.sector == "MNC";
  if (is_one_of(last, {"militia", "faction", "insurgents", "militants", "rebels", "guerrillas"}) ||
      noun.find("terror") != std::string_view::npos ||
      noun.find("militant") != std::string_view::npos ||
      noun.find("rebel") != std::string_view::npos ||
      noun.find("jihad") != std::string_view::npos ||
      noun.find("extremist") != std::string_view::npos) {
    return (who.kind == ActorKind::armed_force && who.sector != "MIL") ||
           is_one_of(who.sector, {"REB", "PRM", "IMG", "UAF"});
  }
  if (last == "party") return who.sector == "PTY";
  const bool good_works = noun != last && !who.sector.empty() &&
                          (noun.find("rights") != std::string_view::npos ||
                           noun.find("aid ") != std::string_view::npos ||
                           noun.find("relief") != std::string_view::npos ||
                           noun.find("advocacy") != std::string_view::npos ||
                           noun.find("environmental") != std::string_view::npos ||
                           noun.find("freedom") != std::string_view::npos);
  if (good_works) return is_one_of(who.sector, {"NGO", "SOC", "IGO"}) || who.country == "NGO";
  if (last == "movement")
    return is_one_of(who.sector, {"PTY", "REB", "OPP", "SOC", "PRM", "CVL"}) ||
           who.kind == ActorKind::armed_force;
  if (last == "court" || last == "tribunal")
    return who.sector == "JUD" || bears_word(actor, "court") || bears_word(actor, "tribunal");
  if (last == "bank" || last == "lender" || last == "fund")
    return who.name.find("Bank") != std::string::npos || who.name.find("Fund") != std::string::npos;
  if (last == "newspaper") return who.sector == "JRN" || who.sector == "MED";
  // "the council", "the commission": bodies that bear the word in their name.
  if (is_one_of(last, {"commission", "committee", "council", "coalition", "federation", "authority",
                       "tribunal", "ministry", "department", "congress"})) {
    return bears_word(actor, last);
  }
  if (last == "agency") {
    return name_key(who.name).find("agency") != std::string::npos ||
           is_one_of(who.sector, {"SPY", "JRN", "MED"}) ||
           (who.kind == ActorKind::organisation && who.country == "IGO" &&
            (bears_word(actor, "organization") || bears_word(actor, "organisation") ||
             bears_word(actor, "office") || bears_word(actor, "programme") ||
             bears_word(actor, "commissioner"))) ||
           (who.kind == ActorKind::organisation && who.sector == "GOV");
  }
  if (last == "watchdog") return who.kind == ActorKind::organisation;
  if (last == "charity") return who.sector == "NGO" || who.sector == "SOC";
  const bool any = who.kind == ActorKind::organisation || who.kind == ActorKind::armed_force ||
                   who.kind == ActorKind::company;
  if (!any || is_one_of(last, {"group", "organisation", "organization", "body", "institution",
                               "network", "outfit", "side", "entity"})) {
    return any;
  }
  return bears_word(actor, last);
}

bool RoleResolver::body_by_name(const RolePhrase& phrase) {
  if (phrase.owners.size() != 1 || phrase.possessive_owner || !phrase.link.empty() ||
      phrase.plural || phrase.indefinite)
    return false;
  const std::uint32_t owner = phrase.owners.front();
  const std::string_view noun = last_word(phrase.key);
  static constexpr std::array<std::string_view, 14> kinds{
      "group",   "movement", "militia", "organisation", "organization", "newspaper", "agency",
      "company", "network",  "party",   "alliance",     "bloc",         "faction",   "daily"};
  if (std::find(kinds.begin(), kinds.end(), noun) == kinds.end()) return false;
  const graph::Actor& who = work_.actor(owner);
  const bool body = who.kind == ActorKind::organisation || who.kind == ActorKind::armed_force ||
                    who.kind == ActorKind::company;
  // "the Reuters news agency", but not "a UN agency"
  const bool international = who.country == "IGO" || who.sector == "IGO";
  const bool suits =
      suits_noun(owner, noun) || (noun == "daily" && is_one_of(who.sector, {"JRN", "MED"}));
  if (!body || !suits || (international && noun != "alliance" && noun != "bloc")) return false;
  add(phrase, MentionKind::name, {owner}, 0.85, "name of " + who.name);
  return true;
}

bool RoleResolver::bears_word(std::uint32_t actor, std::string_view word) const {
  const auto& words = work_.facts[actor].words;
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "the group within the party", "the state of emergency", "the member who leaves": the words
/// that follow say which, so that it need not have been named.
bool RoleResolver::told_apart(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  for (const std::uint32_t c : view.children(phrase.head)) {
    if (c < phrase.role.last) continue;
    const Deprel relation = view.token(c).deprel;
    const std::uint32_t first = view.subtree(c).first;
    if (first > phrase.role.last || view.key(first).empty()) continue;  // after a comma or the like
    // "accuses the court [of serving X]", "urged the bloc [to act]": the verb's
    if (relation == Deprel::acl && view.child(c, Deprel::mark) &&
        is_one_of(view.key(*view.child(c, Deprel::mark)), {"of", "from", "into", "to"}))
      continue;
    if (relation == Deprel::acl || relation == Deprel::acl_relcl) return true;
    if (relation == Deprel::nmod && view.key(c) != "s") return true;
  }
  return false;
}

bool RoleResolver::part_of_name(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  const std::uint32_t before = phrase.head - 1;
  return phrase.head > view.sentence_around(phrase.head).first &&
         phrase.role.first == phrase.head && work_.hit_at[before] < 0 &&
         capitalised(view.form(phrase.head)) && capitalised(view.form(before)) &&
         view.key(before) != "the" && view.key(before) != "this" &&
         !region_adjective(view.key(before)) && !view.shouted(view.sentence_of(phrase.head));
}

void RoleResolver::alliance(const RolePhrase& phrase) {
  if (part_of_name(phrase) || told_apart(phrase)) return;
  const auto fits = [&](std::uint32_t actor) { return suits_noun(actor, phrase.key); };
  if (phrase.compound) return;
  // "the age group", "the working group"
  const bool sort = phrase.key == "group" && phrase.range.last == phrase.role.last &&
                    work_.view.child(phrase.head, Deprel::compound).has_value();
  if (sort) return;
  const bool vague = is_one_of(phrase.key, {"group", "organisation", "organization", "body",
                                            "institution", "movement", "network"});
  // In a clause below, what acts upon the group is not called so; a sentence goes on with the
  // subject of the one before.
  const auto clause = work_.view.parent(phrase.head);
  const bool below = clause && work_.view.parent(*clause).has_value() &&
                     work_.view.sentence_of(*clause) == work_.view.sentence_of(phrase.head);
  // A text about a trial may call its court by name only once.
  const bool court = is_one_of(last_word(phrase.key), {"court", "tribunal"});
  const auto found = vague && below
                         ? coreference_.described(phrase.head, 2, fits, 0.12)
                         : coreference_.find(phrase.head, court ? 15 : 5, fits, false, 0.12);
  if (found) {
    add(phrase, MentionKind::description, {found->actor}, 0.9 * found->confidence,
        "the " + std::string(phrase.key) + " named in " + work_.sentence_name(found->token) + ", " +
            work_.actor(found->actor).name);
    return;
  }
  const std::string text = name_key(work_.view.text(phrase.range));
  if (last_word(phrase.key) == "alliance" &&
      (text.find("atlantic") != std::string::npos || text.find("western") != std::string::npos)) {
    for (const Alias& alias : work_.index.find("nato")) {
      return add(phrase, MentionKind::description, {work_.add_entry(alias.entry)}, 0.75,
                 "the transatlantic alliance");
    }
  }
}

void RoleResolver::entity_noun(std::uint32_t i) {
  const auto& view = work_.view;
  if (!treaty_word(view.key(i)) || work_.at_head[i] >= 0) return;
  const bool upper = capitalised(view.form(i)) && !view.shouted(view.sentence_of(i));
  std::uint32_t first = i;
  bool named = false;
  while (first > view.sentence_around(i).first) {
    const std::uint32_t t = first - 1;
    const auto above = view.parent(t);
    const bool joined = above && *above > t && *above <= i;
    if (!joined || !capitalised(view.form(t)) || view.key(t) == "the" ||
        view.token(t).upos == Upos::det)
      break;
    if (view.token(t).upos == Upos::pron) break;
    named = named || view.token(t).upos == Upos::propn;
    first = t;
  }
  std::uint32_t last = i + 1;
  if (view.key(i) == "resolution" && last < view.size() && view.token(last).upos == Upos::num) {
    ++last;
    named = true;
  }
  if (!named || (!upper && first == i)) return;
  // A state's plan is no entity of its own unless written as a name.
  if (!upper && !is_one_of(view.key(i), {"agreement", "agreements", "treaty", "accord", "accords",
                                         "pact", "summit", "convention", "protocol", "conference",
                                         "dam", "pipeline", "strait", "resolution"})) {
    return;
  }
  if (first == i && last == i + 1) return;
  std::string name = single_spaced(view.text({first, last}));
  graph::Actor actor;
  actor.name = name;
  actor.id = "entity/" + slug(name);
  actor.kind = ActorKind::entity;
  work_.add_mention({first, last}, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.65,
                    "a name that the text introduces", i);
}

}  // namespace entente::actors
