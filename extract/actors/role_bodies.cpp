// Bodies of states by their kind: governments, forces, ministries and parliaments.
#include <algorithm>
#include <array>

#include "extract/actors/name_key.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/salience.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

namespace {

constexpr std::uint32_t same_story = 8;    // sentences from "Kenyan troops" to "the troops"
constexpr std::uint32_t same_passage = 3;  // from "Kenyan police" to "police"

/// A parliament is called so in most states, a congress in few.
bool has_legislature(std::string_view country, std::string_view noun) {
  const bool congress = is_one_of(country, {"USA", "MEX", "BRA", "ARG", "CHL", "COL", "PER", "PHL",
                                            "GTM", "HND", "PRY", "DOM", "BOL", "ESP", "ECU"});
  if (noun == "house")
    return is_one_of(country, {"USA", "AUS", "JPN", "MYS", "NGA", "NZL", "PHL", "TTO", "JAM"});
  if (noun == "parliament") return !congress || country == "ESP";
  return noun != "congress" || congress;
}

}  // namespace

/// "South Yemen" in news of today is a region.
bool RoleResolver::existing_state(std::uint32_t actor) const {
  if (work_.actor(actor).kind != ActorKind::country) return false;
  const auto& entry = work_.facts[actor].entry;
  return !entry || !work_.date() || !work_.index.entry(*entry).to ||
         work_.index.entry(*entry).to->year >= work_.date()->year;
}

/// "The new government demanded that France act": not France, which is called by its name below.
bool RoleResolver::named_below(const RolePhrase& phrase, std::uint32_t actor) const {
  const auto& view = work_.view;
  const auto verb = view.parent(phrase.head);
  if (!verb || !is_subject(view.token(phrase.head).deprel)) return false;
  const std::uint32_t end = view.sentence_around(phrase.head).last;
  for (std::uint32_t t = phrase.range.last; t < end; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention != nullptr && mention->kind == MentionKind::name && work_.actor_at(t) == actor &&
        view.governs(*verb, t))
      return true;
  }
  return false;
}

bool RoleResolver::acts_above(const RolePhrase& phrase, std::uint32_t actor) const {
  const auto& view = work_.view;
  auto verb = view.parent(phrase.head);
  for (int steps = 0; verb && steps < 16; verb = view.parent(*verb), ++steps) {
    for (const std::uint32_t c : view.children(*verb)) {
      if (c < phrase.head && is_subject(view.token(c).deprel) && work_.actor_at(c) == actor)
        return true;
    }
  }
  return false;
}

/// "The governor of Bavaria urged the federal government": of the state that the part belongs to.
std::optional<std::uint32_t> RoleResolver::whole_of_part(const RolePhrase& phrase) const {
  bool whole = false;
  for (std::uint32_t t = phrase.range.first; t < phrase.range.last; ++t) {
    whole = whole || is_one_of(work_.view.key(t), {"central", "federal", "national"});
  }
  const auto part =
      whole ? coreference_.context_part(phrase.head, "region") : std::optional<std::uint32_t>();
  return part ? work_.state_of(*part) : std::nullopt;
}

void RoleResolver::government(const RolePhrase& phrase) {
  if (phrase.owners.empty()) {
    // "the authorities", of what is at hand; "the port authorities" may be anybody's
    const bool plain = phrase.key == "authorities" && phrase.definite &&
                       phrase.range.first + 1 == phrase.role.first;
    const bool several = phrase.plural && !plain;
    if (!phrase.region.empty() || several) return group(phrase);
    if (phrase.key == "authorities" ? false : !phrase.definite) return;
    // Nobody calls the own government a regime.
    const bool other = phrase.key == "regime" || phrase.key == "junta";
    const auto own = other ? coreference_.issuer() : std::nullopt;
    const auto fits = [&](std::uint32_t actor) {
      return existing_state(actor) && actor != own && !named_below(phrase, actor);
    };
    if (phrase.key == "administration" || phrase.key == "regime") {
      if (const auto same = same_noun(phrase)) {
        return add(phrase, MentionKind::description, *same, 0.75,
                   "the " + std::string(phrase.key) + " of " + names_of(*same));
      }
    }
    if (const auto whole = whole_of_part(phrase); whole && fits(*whole)) {
      return add(phrase, MentionKind::description, {*whole}, 0.75,
                 text::inferred("government of the state whose part is told of, " +
                                work_.actor(*whole).name));
    }
    if (const auto found = coreference_.find(phrase.head, 2, fits)) {
      return add(phrase, MentionKind::description, {found->actor}, 0.85 * found->confidence,
                 "government of " + work_.actor(found->actor).name + ", named in " +
                     work_.sentence_name(found->token));
    }
    const auto country = other ? coreference_.context_country(phrase.head, true, fits)
                               : coreference_.context_country(phrase.head);
    if (country && fits(*country)) {
      add(phrase, MentionKind::description, {*country}, 0.55,
          text::inferred("government of the state that the text is about"));
    }
    return;
  }
  const std::string first = phrase.words.substr(0, phrase.words.find(' '));
  if (is_one_of(first, {"transition", "transitional", "interim", "provisional", "regional", "local",
                        "unity", "exile", "rebel"})) {
    return group(phrase);
  }
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t owner : phrase.owners) {
    const bool province = work_.actor(owner).kind == ActorKind::place && !capital(owner);
    const auto state = province ? std::nullopt : work_.state_of(owner);
    actors.push_back(state ? *state : owner);
  }
  std::string reason = "government of " + names_of(actors);
  add(phrase, MentionKind::role, std::move(actors), 0.92, std::move(reason));
  remember(phrase);
}

/// "the governments in Caracas and Havana"
bool RoleResolver::capital(std::uint32_t place) const {
  const auto state = work_.index.state(work_.actor(place).country);
  const auto names = work_.index.find(name_key(work_.actor(place).name));
  return std::any_of(names.begin(), names.end(), [&](const Alias& alias) {
    return alias.use == AliasUse::capital && alias.entry == state;
  });
}

void RoleResolver::forces(const RolePhrase& phrase) {
  if (phrase.owners.empty()) {
    if (!phrase.region.empty()) return group(phrase);
    const auto named_before = [&](std::uint32_t reach) {
      const auto same = phrase.definite ? same_noun(phrase, reach) : std::nullopt;
      if (same) {
        add(phrase, MentionKind::description, *same, 0.7,
            "the forces named before: " + names_of(*same));
      }
      return same.has_value();
    };
    if (named_before(same_story)) return;
    if (phrase.words.starts_with("government") || phrase.words.starts_with("regime") ||
        phrase.definite) {
      // "the soldiers" are some that the text has told of, "the army" is the state's whatever is
      // told
      const bool some = is_one_of(phrase.key, {"soldiers", "troops"});
      const auto country =
          some ? coreference_.context_country(phrase.head) : coreference_.home(phrase.head);
      if (country) {
        const std::uint32_t forces = organ_of(work_, *country, phrase.key, phrase.noun);
        add(phrase, MentionKind::description, {forces}, 0.6,
            text::inferred("forces of the state that the text is about, " +
                           work_.actor(*country).name));
        return remember(phrase);
      }
    }
    if (!named_before(any_distance)) unnamed(phrase);
    return;
  }
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t owner : phrase.owners) {
    const graph::Actor who = work_.actor(owner);
    std::optional<std::uint32_t> state =
        who.kind == ActorKind::country ? std::optional(owner) : std::nullopt;
    // "The defence ministry said its forces had left"
    const bool organ = who.kind == ActorKind::organisation && who.sector == "GOV";
    if (who.kind == ActorKind::person || organ) state = work_.state_of(owner);
    if (state) {
      const bool plain = armed_forces_noun(phrase.words) || phrase.words.starts_with("own ");
      actors.push_back(plain || phrase.noun == nullptr
                           ? organ_of(work_, *state, "armed forces", phrase.noun)
                           : group_actor(phrase, *state));
    } else if (who.kind == ActorKind::armed_force && who.sector == "MIL") {
      // "the Kenyan army and its troops"
      actors.push_back(owner);
    } else {
      actors.push_back(group_actor(phrase, owner));
    }
  }
  std::string reason = "forces of " + names_of(phrase.owners);
  add(phrase, MentionKind::group, std::move(actors), 0.88, std::move(reason));
  remember(phrase);
}

void RoleResolver::equipment(const RolePhrase& phrase) {
  std::string reason = "arms of " + names_of(phrase.owners);
  add(phrase, MentionKind::group, phrase.owners, 0.7, std::move(reason));
}

bool RoleResolver::deed_noun(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  const std::uint32_t next = phrase.role.last;
  if (next >= view.sentence_around(phrase.head).last) return false;
  if (phrase.key == "opposition") return view.key(next) == "to";
  if (phrase.key != "mission") return false;
  // A state's mission sits at a body: "its mission to the United Nations".
  const bool seat = view.key(next) == "to" || view.key(next) == "at" || view.key(next) == "in";
  if (!seat) return !phrase.possessive_owner && !capitalised(view.form(phrase.head));
  for (std::uint32_t t = next + 1; t < std::min(next + 4, view.size()); ++t) {
    if (work_.hit_at[t] >= 0) return false;
  }
  return true;
}

bool RoleResolver::organ_by_name(const RolePhrase& phrase) {
  const auto& view = work_.view;
  const auto body = [&](std::uint32_t actor) {
    const ActorKind kind = work_.actor(actor).kind;
    return kind == ActorKind::organisation || kind == ActorKind::company;
  };
  for (const std::uint32_t c : view.children(phrase.head)) {
    const auto actor = work_.actor_at(c);
    if (c < phrase.head || view.token(c).deprel != Deprel::appos || !actor || !body(*actor))
      continue;
    add(phrase, MentionKind::description, {*actor}, 0.8,
        "named beside it: " + work_.actor(*actor).name);
    return true;
  }
  if (!phrase.owners.empty() || !phrase.definite || phrase.key != "news agency") return false;
  const auto agency = [&](std::uint32_t actor) {
    return body(actor) && is_one_of(work_.actor(actor).sector, {"JRN", "MED"});
  };
  const auto found = coreference_.find(phrase.head, 5, agency, false, 0.1);
  if (!found) return false;
  add(phrase, MentionKind::description, {found->actor}, 0.8 * found->confidence,
      "the news agency named in " + work_.sentence_name(found->token) + ", " +
          work_.actor(found->actor).name);
  return true;
}

bool RoleResolver::mission_abroad(const RolePhrase& phrase) {
  const auto& view = work_.view;
  if (!is_one_of(phrase.key, {"embassy", "consulate", "consulate general"}) || phrase.plural ||
      phrase.owners.size() != 1 || work_.actor(phrase.owners.front()).kind != ActorKind::country)
    return false;
  // Whatever the tree hangs the place on: "attacked the embassy in X".
  const std::uint32_t at = phrase.role.last + 1;
  if (at >= view.sentence_around(phrase.head).last || view.key(at - 1) != "in") return false;
  const text::Mention* named = work_.covering(at);
  if (named == nullptr || named->kind != MentionKind::name || named->first != at ||
      named->actors.size() != 1)
    return false;
  const std::optional<std::uint32_t> where = named->actors.front();
  const ActorKind kind = work_.actor(*where).kind;
  if (kind != ActorKind::place && kind != ActorKind::country) return false;
  const std::uint32_t body =
      organ_of(work_, phrase.owners.front(), organ_words(phrase), phrase.noun);
  graph::Actor mission = work_.actor(body);
  mission.name += ", " + work_.actor(*where).name;
  mission.id = "org/" + slug(mission.name);
  add(phrase, MentionKind::role, {work_.add_actor(std::move(mission))}, 0.8,
      phrase.words + " of " + work_.actor(phrase.owners.front()).name + " in " +
          work_.actor(*where).name);
  remember(phrase);
  return true;
}

void RoleResolver::organ(const RolePhrase& phrase) {
  if (deed_noun(phrase) || organ_by_name(phrase) || local_body(phrase)) return;
  if (phrase.owners.empty()) {
    // "102 senate seats"
    if (work_.view.token(phrase.head).deprel == Deprel::compound) return;
    // "freedom of assembly"
    const bool bare = !phrase.definite && !capitalised(work_.view.form(phrase.head));
    if (bare && !is_one_of(last_word(phrase.key), {"parliament", "congress", "police", "media",
                                                   "television", "military", "army"}))
      return;
    if (!phrase.region.empty()) return;
    const bool named = phrase.definite || capitalised(work_.view.form(phrase.head));
    const bool elsewhere = !named && coreference_.scene(phrase.head);
    const auto same =
        elsewhere ? std::nullopt : same_noun(phrase, named ? any_distance : same_passage);
    if (same) {
      return add(phrase, MentionKind::description, *same, 0.8,
                 "the one named before: " + names_of(*same));
    }
    if (const auto back = named ? earlier_organ(phrase) : std::nullopt) {
      return add(phrase, MentionKind::description, {*back}, 0.75,
                 "named before: " + work_.actor(*back).name);
    }
    if (phrase.indefinite || phrase.key == "ministry" || phrase.key == "office" ||
        phrase.key == "mission")
      return;
    const auto has_one = [&](std::uint32_t state) {
      return has_legislature(work_.actor(state).country, head_word(phrase.key));
    };
    // Ministers call that of others "the moderate opposition", not their own.
    const bool of_others = head_word(phrase.key) == "opposition" &&
                           work_.view.child(phrase.head, Deprel::amod) && coreference_.issuer();
    if (of_others) return unnamed(phrase);
    if (const auto country = coreference_.home(phrase.head, has_one)) {
      const std::uint32_t body = organ_of(work_, *country, organ_words(phrase), phrase.noun);
      add(phrase, MentionKind::description, {body}, 0.55,
          text::inferred("of the state in question, " + work_.actor(*country).name));
      return remember(phrase);
    }
    return unnamed(phrase);
  }
  if (mission_abroad(phrase)) return;
  // "Clinton's Senate seat"
  const bool seat = work_.view.token(phrase.head).deprel == Deprel::compound;
  const bool of_person = work_.actor(phrase.owners.front()).kind == ActorKind::person;
  if (seat && of_person) return;
  if (of_person && is_one_of(phrase.key, {"office", "mission"})) return group(phrase);
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t owner : phrase.owners) {
    if (work_.actor(owner).kind == ActorKind::person) {
      const auto state = work_.state_of(owner);
      actors.push_back(state ? organ_of(work_, *state, organ_words(phrase), phrase.noun)
                             : group_actor(phrase, owner));
    } else {
      // "the foreign ministry in Berlin"
      const bool national = is_one_of(head_word(phrase.key), {"ministry", "parliament"}) ||
                            phrase.key.starts_with("ministry of ") ||
                            is_one_of(phrase.key, {"foreign office", "central bank"});
      const auto state = national && work_.actor(owner).kind == ActorKind::place && capital(owner)
                             ? work_.state_of(owner)
                             : std::nullopt;
      actors.push_back(organ_of(work_, state.value_or(owner), organ_words(phrase), phrase.noun));
    }
  }
  std::string reason = "body of " + names_of(phrase.owners);
  add(phrase, MentionKind::role, std::move(actors), 0.85, std::move(reason));
  remember(phrase);
}

std::string RoleResolver::organ_words(const RolePhrase& phrase) const {
  return phrase.noun != nullptr && !phrase.plural && phrase.words.size() <= phrase.key.size() + 1
             ? std::string(phrase.noun->noun)
             : phrase.words;
}

std::optional<std::uint32_t> RoleResolver::earlier_organ(const RolePhrase& phrase) const {
  for (std::uint32_t t = phrase.head; t-- > 0;) {
    const auto actor = work_.actor_at(t);
    if (!actor || work_.actor(*actor).kind == ActorKind::country ||
        work_.actor(*actor).kind == ActorKind::person)
      continue;
    const auto& words = work_.facts[*actor].words;
    const auto asked = words_of(phrase.key);
    const bool all = std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
    if (all) return actor;
  }
  return std::nullopt;
}

/// "Her agency", "his movement": the body in which the text or the tables have the person.
bool RoleResolver::body_of_office(const RolePhrase& phrase) {
  if (!phrase.possessive_owner || phrase.plural || phrase.owners.size() != 1 ||
      work_.actor(phrase.owners.front()).kind != ActorKind::person)
    return false;
  static constexpr std::array<std::string_view, 15> kinds{
      "agency",  "organisation", "organization", "group",      "movement",
      "militia", "company",      "firm",         "commission", "council",
      "network", "bank",         "court",        "alliance",   "party"};
  if (std::find(kinds.begin(), kinds.end(), last_word(phrase.key)) == kinds.end()) return false;
  const std::uint32_t person = phrase.owners.front();
  std::vector<std::uint32_t> bodies;
  for (const Office& office : work_.facts[person].offices) {
    if (office.organisation && !office.former) bodies.push_back(*office.organisation);
  }
  if (const auto& entry = work_.facts[person].entry) {
    for (const Position& position : work_.index.positions_of(*entry)) {
      if (tenure(position, work_.date()) == Tenure::yes)
        bodies.push_back(work_.add_entry(position.organisation));
    }
  }
  for (const std::uint32_t body : bodies) {
    const ActorKind kind = work_.actor(body).kind;
    const bool any = kind == ActorKind::organisation && phrase.key == "agency";
    if (!any && !suits_noun(body, phrase.key)) continue;
    add(phrase, MentionKind::description, {body}, 0.75,
        "the " + std::string(phrase.key) + " of " + work_.actor(person).name);
    return true;
  }
  return false;
}

void RoleResolver::body(const RolePhrase& phrase) {
  if (province(phrase) || body_by_name(phrase) || body_of_office(phrase)) return;
  if (!phrase.owners.empty()) {
    if (vague_noun(last_word(phrase.key)) ||
        work_.view.token(phrase.head).deprel == Deprel::compound)
      return;
    // Allies and neighbours of one: the text knows which, we mostly do not.
    if (is_one_of(phrase.key, {"neighbor", "neighbour", "ally", "rival", "partner", "adversary"}))
      return neighbour(phrase);
    if (phrase.link == "in" || phrase.link == "at" || phrase.noun == nullptr ||
        !acting_body(phrase))
      return;
    // "the forces' campaign to retake the town"; persons and parties campaign for office.
    if (phrase.key == "campaign" && work_.actor(phrase.owners.front()).kind != ActorKind::person &&
        work_.actor(phrase.owners.front()).sector != "PTY")
      return;
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t owner : phrase.owners) actors.push_back(group_actor(phrase, owner));
    std::string reason = "a body of " + names_of(phrase.owners);
    add(phrase, MentionKind::group, std::move(actors), 0.65, std::move(reason));
    remember(phrase);
    return;
  }
  if (!phrase.definite || !alliance_noun(phrase.key)) return;
  alliance(phrase);
}

bool RoleResolver::acting_body(const RolePhrase& phrase) {
  const std::string_view last = last_word(phrase.key);
  if (is_one_of(last, {"headquarters", "office", "camp", "base", "hospital", "school", "temple",
                       "church", "mosque", "refinery", "clinic", "staff"}))
    return false;
  return !phrase.noun->sector.empty() && phrase.noun->sector != "CVL";
}

}  // namespace entente::actors
