// Roles of states, bodies and groups: "senior U.S. officials", "the Iraqi army", "the regime".
#include <algorithm>
#include <array>

#include "extract/actors/beside_names.hpp"
#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/party_members.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/unnamed.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

bool hardware(std::string_view word) {
  return is_one_of(word,
                   {"aircraft",    "warplane", "warplanes", "jet",       "jets",       "helicopter",
                    "helicopters", "drone",    "drones",    "missile",   "missiles",   "warship",
                    "warships",    "tank",     "tanks",     "gunboat",   "gunboats",   "submarine",
                    "submarines",  "vessel",   "vessels",   "destroyer", "destroyers", "frigate",
                    "frigates",    "bomber",   "bombers",   "artillery", "planes"});
}

bool organ_noun(std::string_view key) {
  const std::string_view last = last_word(key);
  if (key.starts_with("ministry of") || key.starts_with("department of")) return true;
  return is_one_of(last, {"ministry",    "parliament", "senate",       "congress",   "assembly",
                          "legislature", "army",       "military",     "navy",       "police",
                          "cabinet",     "judiciary",  "constitution", "presidency", "embassy",
                          "consulate",   "treasury",   "guard",        "guards",     "gendarmerie",
                          "knesset",     "duma",       "coastguard",   "office",     "mission"}) ||
         is_one_of(key, {"air force",
                         "coast guard",
                         "supreme court",
                         "constitutional court",
                         "high court",
                         "central bank",
                         "security council",
                         "national security council",
                         "armed forces",
                         "state media",
                         "state television",
                         "news agency",
                         "intelligence agency",
                         "intelligence service",
                         "security service",
                         "secret service",
                         "electoral commission",
                         "election commission",
                         "lower house",
                         "upper house",
                         "general staff",
                         "house of representatives",
                         "state department",
                         "foreign office",
                         "special forces",
                         "department of state",
                         "opposition",
                         "border police",
                         "border guard",
                         "royal family",
                         "council of ministers"});
}

bool political_office(std::string_view title) {
  if (title.starts_with("secretary of ") || title.starts_with("minister ")) return true;
  // "vice president of legal affairs", "special envoy for Haiti" are what they are without that.
  for (const std::string_view office : {"president of ", "minister of ", "ministers of "}) {
    const std::size_t at = title.find(office);
    if (at != std::string_view::npos && (at == 0 || title[at - 1] == ' ')) return true;
  }
  for (const std::string_view link : {" for ", " to "}) title = title.substr(0, title.find(link));
  if (title.ends_with("secretary of state")) return true;
  const std::string_view last = last_word(title);
  return is_one_of(last, {"president",
                          "minister",
                          "leader",
                          "chancellor",
                          "king",
                          "queen",
                          "emir",
                          "sultan",
                          "premier",
                          "pm",
                          "chief",
                          "secretary",
                          "head",
                          "ruler",
                          "dictator",
                          "strongman",
                          "monarch",
                          "chairperson",
                          "secretary-general",
                          "general",
                          "envoy",
                          "ambassador",
                          "taoiseach",
                          "emperor",
                          "governor",
                          "speaker",
                          "diplomat",
                          "undersecretary",
                          "under-secretary",
                          "director-general",
                          "representative",
                          "commissioner",
                          "state"}) ||
         title == "secretary of state" || title == "secretary of defense" ||
         title == "head of state";
}

bool told_without_owner(std::string_view title) {
  return political_office(title) || legislator(title) || home_office(title) ||
         !local_office(title).empty() || party_noun(last_word(title));
}

void RoleResolver::run() {
  // Who speaks stands outside the quotation, often after it, and is asked for within.
  for (std::uint32_t s = 0; s < work_.document.sentences.size(); ++s) {
    const Range sentence = work_.view.sentence(s);
    for (const bool quoted : {false, true}) {
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (coreference_.quoted(i) == quoted) visit(i);
      }
    }
  }
  for (std::uint32_t i = 0; i < work_.view.size(); ++i) {
    claim_by_verb(i);
    claim_by_term(i);
  }
  claim_beside_names(work_);
  for (const PendingOffice& each : work_.pending) claim_by_context(each);
}

void RoleResolver::visit(std::uint32_t i) {
  if (work_.visited[i]) return;
  work_.visited[i] = true;
  if (work_.hit_at[i] >= 0) return remember_name(i);
  const auto& view = work_.view;
  const Upos tag = view.token(i).upos;
  if (tag == Upos::pron || (tag == Upos::det && view.token(i).deprel == Deprel::nmod_poss)) {
    if (duo(i)) return;
    return coreference_.resolve_pronoun(i);
  }
  if (tag == Upos::num || tag == Upos::det) {
    (void)duo(i);
    return;
  }
  if (latter(i)) return;
  if (tag != Upos::noun && tag != Upos::propn && tag != Upos::adj && tag != Upos::x) return;
  if (tag == Upos::adj && view.token(i).deprel == Deprel::amod) return;
  if (fixed_group(i) || korean_half(i)) return;
  if (part_of_role(i)) return;
  // Owners to the right first.
  for (const std::uint32_t c : view.children(i)) {
    if (c > i && view.token(c).deprel == Deprel::nmod) visit_tree(c);
  }
  const auto phrase = read_role_phrase(work_, i);
  if (phrase) resolve(*phrase);
  if (work_.at_head[i] >= 0 || place_noun(i)) return;
  if (!phrase) entity_noun(i);
}

bool RoleResolver::part_of_role(std::uint32_t i) const {
  // "secretary - general", however the tree hangs its halves
  const std::uint32_t end = work_.view.sentence_around(i).last;
  for (std::uint32_t last = i + 2; last <= std::min(i + 3, end); ++last) {
    if (work_.view.key(last - 1) == "general" && work_.index.role(work_.view.key({i, last})))
      return true;
  }
  const auto above = work_.view.parent(i);
  if (work_.view.token(i).deprel != Deprel::compound || !above || *above <= i || *above > i + 3)
    return false;
  return work_.index.role(work_.view.key({i, *above + 1})) != nullptr;
}

void RoleResolver::visit_tree(std::uint32_t i) {
  for (const std::uint32_t c : work_.view.children(i)) {
    if (c < i && work_.view.token(c).deprel == Deprel::nmod_poss) visit(c);
  }
  visit(i);
}

void RoleResolver::add(const RolePhrase& phrase, MentionKind kind,
                       std::vector<std::uint32_t> actors, double confidence, text::Reason reason) {
  if (work_.at_head[phrase.head] >= 0) return;
  work_.add_mention(phrase.range, kind, std::move(actors), confidence, std::move(reason),
                    phrase.head);
  for (std::uint32_t t = phrase.role.first; t < phrase.role.last; ++t) work_.visited[t] = true;
}

void RoleResolver::resolve(const RolePhrase& phrase) {
  const std::string_view key = phrase.key;
  // "its government", and nobody knows whose.
  if (phrase.possessive_owner && phrase.owners.empty()) return;
  if (last_word(key) == "counterpart" || last_word(key) == "counterparts")
    return counterpart(phrase);
  if (copular(phrase)) return;
  if (apposed(phrase)) return;
  if (phrase.compound) return compound(phrase);
  if ((phrase.both && pairwise(phrase)) || counted(phrase)) return;
  if (is_one_of(key,
                {"ally", "allies", "partner", "partners", "friends", "neighbours", "neighbors"}) &&
      allied_state(phrase))
    return;
  if (last_word(key) == "people" || key == "citizens" || key == "civilians") return group(phrase);
  if (government_noun(key) && !(key == "state" || key == "republic" || key == "cabinet")) {
    return government(phrase);
  }
  if (country_noun(key)) return country(phrase);
  if (hardware(last_word(key)) && !phrase.owners.empty()) return equipment(phrase);
  if (armed_forces_noun(key)) return forces(phrase);
  if (phrase.noun != nullptr && phrase.noun->number == RoleNumber::person) {
    return phrase.plural ? persons(phrase) : person(phrase);
  }
  if (organ_of_part(phrase)) return;
  if (organ_noun(key) && !phrase.plural) return organ(phrase);
  if (lower_house(phrase)) return;
  if (phrase.plural || (phrase.noun != nullptr && phrase.noun->number == RoleNumber::group))
    return group(phrase);
  return body(phrase);
}

std::string RoleResolver::names_of(const std::vector<std::uint32_t>& actors) const {
  std::string names;
  for (const std::uint32_t actor : actors)
    names += (names.empty() ? "" : " and ") + work_.actor(actor).name;
  return names;
}

void RoleResolver::compound(const RolePhrase& phrase) {
  for (const Alias& alias : work_.index.find(name_key(phrase.words))) {
    const Entry& row = work_.index.entry(alias.entry);
    const bool founded = !row.from || !work_.date() || row.from->year <= work_.date()->year;
    if (row.type != EntryType::organisation || !founded) continue;
    return add(phrase, MentionKind::name, {work_.add_entry(alias.entry)}, 0.85,
               "name of " + std::string(row.name));
  }
  if (phrase.noun == nullptr || vague_noun(last_word(phrase.key))) return;
  if (phrase.noun->number == RoleNumber::person && !phrase.plural) return;
  graph::Actor actor;
  actor.kind = ActorKind::group;
  actor.name = single_spaced(phrase.words);
  actor.id = "group/" + slug(actor.name);
  actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.6,
      "a group named in the text");
}

void RoleResolver::remember(const RolePhrase& phrase) {
  if (work_.at_head[phrase.head] >= 0) {
    bodies_.push_back({phrase.key, std::string(head_word(phrase.key)),
                       static_cast<std::uint32_t>(work_.at_head[phrase.head])});
  }
}

void RoleResolver::remember_name(std::uint32_t head) {
  const text::Mention* mention = work_.mention_at(head);
  const std::string& noun = work_.view.key(head);
  if (mention == nullptr || mention->kind != MentionKind::name || mention->actors.size() != 1 ||
      !acts_for_state(work_.actor(mention->actors.front()).sector) ||
      !(organ_noun(noun) || armed_forces_noun(noun)))
    return;
  bodies_.push_back({work_.view.key({mention->first, mention->last}), noun,
                     static_cast<std::uint32_t>(work_.at_head[head])});
}

std::optional<std::vector<std::uint32_t>> RoleResolver::same_noun(const RolePhrase& phrase,
                                                                  std::uint32_t reach) const {
  const std::string_view noun = head_word(phrase.key);
  const std::uint32_t here = work_.view.sentence_of(phrase.head);
  for (auto at = bodies_.rbegin(); at != bodies_.rend(); ++at) {
    const text::Mention& mention = work_.document.mentions[at->mention];
    const std::uint32_t there = work_.view.sentence_of(mention.head);
    if (mention.actors.empty() || (here > there && here - there > reach)) continue;
    // A state has one army, whatever it is called.
    const bool army = is_one_of(noun, {"army", "military"}) && phrase.key == noun &&
                      is_one_of(at->noun, {"army", "military"});
    if (at->noun != noun && !army) continue;
    // "the court" may be any, "the supreme court" is no district court.
    // and a supreme court is called "the high court" too.
    const bool same =
        army || phrase.key == at->key || phrase.key == at->noun || at->key == at->noun ||
        (phrase.key == "high court" && at->key == "supreme court" && phrase.words == "high court");
    if (same) return mention.actors;
  }
  return std::nullopt;
}

std::uint32_t RoleResolver::group_actor(const RolePhrase& phrase, std::uint32_t owner) {
  const graph::Actor whose = work_.actor(owner);
  std::string noun = phrase.words;
  const bool single =
      phrase.noun != nullptr && !phrase.plural && phrase.noun->number == RoleNumber::person;
  if (single && is_one_of(phrase.key, {"official", "diplomat", "officer", "negotiator", "lawmaker",
                                       "senator"})) {
    noun = std::string(phrase.noun->many);
  }
  graph::Actor actor;
  actor.kind = ActorKind::group;
  actor.country = whose.country;
  if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  if (whose.kind == ActorKind::country && phrase.link.empty()) {
    actor.name = work_.adjective_of(owner) + " " + noun;
  } else if (phrase.link == "to" ||
             (whose.kind == ActorKind::person &&
              is_one_of(phrase.key, {"advisers", "advisors", "adviser", "advisor"}))) {
    actor.name = noun + " to " + whose.name;
  } else if (!phrase.link.empty() || whose.kind == ActorKind::person) {
    actor.name = noun +
                 (phrase.link == "in" || phrase.link == "from" ? " " + phrase.link + " " : " of ") +
                 whose.name;
    if (phrase.link == "of" && whose.kind == ActorKind::country &&
        is_one_of(phrase.key, {"officials", "official"})) {
      actor.name = work_.adjective_of(owner) + " " + noun;
    }
  } else {
    // "Hutu extremists", of the Hutus
    const bool people = whose.kind == ActorKind::group && whose.name.ends_with('s') &&
                        whose.name.find(' ') == std::string::npos;
    actor.name = (people ? whose.name.substr(0, whose.name.size() - 1) : whose.name) + " " + noun;
  }
  actor.id = "group/" + slug(actor.name);
  const std::uint32_t group = work_.add_actor(std::move(actor));
  ActorFacts& facts = work_.facts[group];
  if (phrase.key.starts_with("spokes")) facts.speaks_for = owner;
  if (single) {
    facts.one_official = true;
    if (phrase.key.ends_with("woman") ||
        is_one_of(phrase.key, {"aunt", "daughter", "mother", "niece", "sister", "widow", "wife"}))
      facts.gender = 'f';
    if ((phrase.key.ends_with("man") && !phrase.key.ends_with("woman")) ||
        is_one_of(phrase.key, {"brother", "father", "husband", "nephew", "son", "uncle"}))
      facts.gender = 'm';
  }
  return group;
}

void RoleResolver::group(const RolePhrase& phrase) {
  if (phrase.owners.empty()) {
    if (!phrase.region.empty()) return regional(phrase);
    if (phrase.definite && !numbered(phrase)) {
      if (const auto same = same_noun(phrase)) {
        return add(phrase, MentionKind::description, *same, 0.7,
                   "the ones named before: " + names_of(*same));
      }
    }
    return unnamed(phrase);
  }
  if (vague_noun(last_word(phrase.key)) && phrase.noun == nullptr) return;
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t owner : phrase.owners) {
    const graph::Actor& whose = work_.actor(owner);
    if (whose.kind == ActorKind::place && phrase.link.empty()) return;
    // What members of an armed group do, it does.
    const bool itself = whose.kind == ActorKind::armed_force && whose.sector != "MIL" &&
                        is_one_of(phrase.key, {"members", "representatives"});
    actors.push_back(itself ? owner : group_actor(phrase, owner));
  }
  std::string reason = "a group of " + names_of(phrase.owners);
  add(phrase, MentionKind::group, std::move(actors), 0.82, std::move(reason));
  remember(phrase);
}

bool RoleResolver::numbered(const RolePhrase& phrase) const {
  return work_.view.child(phrase.head, Deprel::nummod).has_value();
}

void RoleResolver::regional(const RolePhrase& phrase) {
  graph::Actor actor;
  actor.kind = ActorKind::group;
  actor.name = phrase.region + " " + phrase.words;
  actor.id = "group/" + slug(actor.name);
  if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.7,
      "a group named in the text");
  remember(phrase);
}

void RoleResolver::unnamed(const RolePhrase& phrase) {
  if (!unnamed_agent(phrase.key) && !unnamed_agent(last_word(phrase.key))) return;
  if (work_.view.token(phrase.head).deprel == Deprel::compound) return;
  graph::Actor actor;
  actor.kind = ActorKind::group;
  actor.name = phrase.words;
  if (phrase.noun != nullptr && phrase.noun->number == RoleNumber::person && !phrase.plural) {
    actor.name = std::string(phrase.noun->many);
  }
  actor.id = local_id(work_.document, actor.name);
  if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  if (const auto country = coreference_.context_country(phrase.head))
    actor.country = work_.actor(*country).country;
  add(phrase, MentionKind::group, {work_.add_actor(std::move(actor))}, 0.4, "an unnamed group");
  remember(phrase);
}

void resolve_rest(Work& work) { RoleResolver(work).run(); }

}  // namespace entente::actors
