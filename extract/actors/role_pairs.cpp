// Several at once, or one of two: "both sides", "the three countries", "the latter", "the North".
#include <algorithm>
#include <array>

#include "extract/actors/name_shape.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

bool RoleResolver::duo(std::uint32_t i) {
  const auto& view = work_.view;
  const std::string& key = view.key(i);
  if (key != "two" && key != "both" && key != "pair" && key != "neither") return false;
  const Deprel relation = view.token(i).deprel;
  if (relation == Deprel::nummod || relation == Deprel::det || relation == Deprel::det_predet ||
      relation == Deprel::cc_preconj || relation == Deprel::advmod) {
    const bool subject =
        key == "neither" && i + 1 < view.size() &&
        (view.token(i + 1).upos == Upos::verb || view.token(i + 1).upos == Upos::aux);
    if (!subject) return false;
  }
  for (const std::uint32_t c : view.children(i)) {
    if (view.token(c).deprel == Deprel::nmod) return false;
  }
  if (key == "two" && (i == 0 || view.key(i - 1) != "the")) return false;
  if (i + 1 < view.size() &&
      (view.token(i + 1).upos == Upos::noun || view.token(i + 1).upos == Upos::adj)) {
    return false;
  }
  // "the two, A and B"
  if (i + 2 < view.size() && view.form(i + 1) == "," && view.token(i + 2).upos == Upos::propn)
    return false;
  // "arrested two students": those
  const std::uint32_t here = view.sentence_of(i);
  for (std::uint32_t t = view.sentence(here >= 1 ? here - 1 : 0).first; t < i; ++t) {
    const auto counted = view.key(t) == "two" ? view.parent(t) : std::nullopt;
    const Role* role = counted ? work_.index.role(view.key(*counted)) : nullptr;
    if (role != nullptr && role->plural && role->number == RoleNumber::person &&
        view.token(t).deprel == Deprel::nummod)
      return false;
  }
  auto actors = coreference_.pair(
      i, [&](std::uint32_t a) { return work_.actor(a).kind == ActorKind::person; });
  if (actors.empty()) actors = coreference_.pair_of_sides(i, false);
  if (actors.empty()) return false;
  const std::uint32_t first = key == "two" ? i - 1 : i;
  text::Reason reason = text::inferred("the two last named: " + work_.actor(actors[0]).name +
                                       " and " + work_.actor(actors[1]).name);
  work_.add_mention({first, i + 1}, MentionKind::description, std::move(actors), 0.65,
                    std::move(reason), i);
  return true;
}

/// "the North" where the Koreas are what the text is about, and no other state that had two halves.
bool RoleResolver::korean_half(std::uint32_t i) {
  if (!half_of_a_country(work_, i)) return false;
  const auto mentions = [&](std::string_view iso3) -> std::uint32_t {
    const auto state = work_.index.state(iso3);
    const auto known =
        state ? work_.find_actor(work_.index.entry(*state).id) : std::optional<std::uint32_t>{};
    return known ? work_.facts[*known].mentions : 0;
  };
  static constexpr std::array<std::string_view, 5> others{"SDN", "SSD", "VNM", "YEM", "CYP"};
  const bool other = std::any_of(others.begin(), others.end(),
                                 [&](std::string_view iso3) { return mentions(iso3) > 0; });
  if (other || mentions("PRK") + mentions("KOR") == 0) return false;
  const auto state = work_.index.state(work_.view.form(i) == "North" ? "PRK" : "KOR");
  if (!state) return false;
  const std::uint32_t actor = work_.add_entry(*state);
  work_.add_mention({i - 1, i + 1}, MentionKind::description, {actor}, 0.85,
                    text::inferred("the Korea in question, " + work_.actor(actor).name), i);
  return true;
}

bool RoleResolver::latter(std::uint32_t i) {
  const auto& view = work_.view;
  if (view.key(i) != "latter" || i == 0 || view.key(i - 1) != "the") return false;
  if (view.token(i).deprel == Deprel::amod) return false;
  const Range sentence = view.sentence_around(i);
  for (std::uint32_t t = i - 1; t-- > sentence.first;) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.size() != 1 ||
        view.token(t).deprel == Deprel::compound)
      continue;
    const ActorKind kind = work_.actor(mention->actors[0]).kind;
    if (kind == ActorKind::place || kind == ActorKind::entity ||
        mention->kind == MentionKind::adjective)
      continue;
    // The owner of a title belongs to the person named with it.
    std::vector<std::uint32_t> actors = mention->actors;
    for (std::uint32_t u = t; u-- > sentence.first;) {
      const text::Mention* over = work_.mention_at(u);
      if (over != nullptr && over->actors.size() == 1 && over->first <= t && t < over->last)
        actors = over->actors;
    }
    text::Reason reason = text::inferred("the last named: " + work_.actor(actors[0]).name);
    work_.add_mention({i - 1, i + 1}, MentionKind::description, std::move(actors), 0.65,
                      std::move(reason), i);
    return true;
  }
  return false;
}

bool RoleResolver::counted(const RolePhrase& phrase) {
  if (!phrase.owners.empty() || !phrase.definite || !phrase.plural) return false;
  static constexpr std::array<std::string_view, 4> numbers{"three", "four", "five", "six"};
  std::size_t number = 0;
  for (std::uint32_t t = phrase.range.first; t < phrase.role.first; ++t) {
    const auto at = std::find(numbers.begin(), numbers.end(), work_.view.key(t));
    if (at != numbers.end()) number = 3 + static_cast<std::size_t>(at - numbers.begin());
  }
  const std::string_view noun = last_word(phrase.key);
  const bool states = country_noun(noun) || is_one_of(noun, {"sides", "governments", "powers"});
  if (number == 0 || (!states && !is_one_of(noun, {"leaders", "presidents", "ministers", "men",
                                                   "envoys", "officials", "women"})))
    return false;
  auto actors = coreference_.several(phrase.head, number, states);
  if (actors.empty()) return false;
  std::string reason = "those just named: " + names_of(actors);
  add(phrase, MentionKind::description, std::move(actors), 0.6, std::move(reason));
  return true;
}

/// A head of state, of government or of a body.
bool RoleResolver::leads(std::uint32_t person) const {
  if (work_.actor(person).kind != ActorKind::person) return false;
  const auto top = [](std::string_view title) {
    return title == "prime minister" ||
           (title.find("vice") == std::string_view::npos &&
            is_one_of(last_word(title), {"president", "premier", "chancellor", "king", "queen",
                                         "emir", "sultan", "leader", "ruler", "monarch"}));
  };
  const auto& offices = work_.facts[person].offices;
  if (std::any_of(offices.begin(), offices.end(),
                  [&](const Office& office) { return !office.former && top(office.title); }))
    return true;
  if (!work_.facts[person].entry) return false;
  const auto held = work_.index.positions_of(*work_.facts[person].entry);
  return std::any_of(held.begin(), held.end(), [&](const Position& position) {
    return tenure(position, work_.date()) == Tenure::yes && top(position.title);
  });
}

bool RoleResolver::two_lead(std::uint32_t before) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t t = 0; t < before; ++t) {
    const auto actor = work_.actor_at(t);
    if (actor && leads(*actor) && std::find(found.begin(), found.end(), *actor) == found.end())
      found.push_back(*actor);
  }
  return found.size() > 1;
}

bool RoleResolver::pairwise(const RolePhrase& phrase) {
  if (!phrase.owners.empty()) return false;
  // "two men" are any two.
  bool both = false;
  for (std::uint32_t t = phrase.range.first; t < phrase.role.first; ++t)
    both = both || work_.view.key(t) == "both";
  if (!phrase.definite && !both) return false;
  const std::string_view noun = last_word(phrase.key);
  const bool sides = is_one_of(noun, {"sides", "parties"});
  const bool states =
      country_noun(noun) || is_one_of(noun, {"governments", "neighbors", "neighbours", "allies",
                                             "powers", "capitals", "superpowers", "rivals"});
  const bool persons = is_one_of(
      noun, {"leaders",     "presidents",  "ministers",  "men",         "officials",   "women",
             "politicians", "heads",       "diplomats",  "statesmen",   "premiers",    "chiefs",
             "secretaries", "envoys",      "candidates", "contenders",  "generals",    "commanders",
             "chancellors", "kings",       "monarchs",   "negotiators", "senators",    "lawmakers",
             "governors",   "ambassadors", "mayors",     "nominees",    "challengers", "warlords"});
  const bool bodies = is_one_of(
      noun, {"groups", "factions", "organizations", "organisations", "movements", "militias",
             "armies", "companies", "firms", "blocs", "institutions", "agencies"});
  if (!sides && !states && !persons && !bodies) return false;
  // "X met both candidates", but "X agreed to discussions between the two presidents"
  const auto governor = work_.view.parent(phrase.head);
  const bool own_argument = governor && work_.view.token(*governor).upos == Upos::verb;
  const bool heads =
      is_one_of(noun, {"leaders", "presidents", "premiers"}) && two_lead(phrase.head);
  const auto fits = [&](std::uint32_t a) {
    const ActorKind kind = work_.actor(a).kind;
    if (heads && !leads(a)) return false;
    if (persons) return kind == ActorKind::person && !(own_argument && acts_above(phrase, a));
    return kind == ActorKind::organisation || kind == ActorKind::armed_force ||
           kind == ActorKind::company || kind == ActorKind::group;
  };
  // Bodies of all sorts are named in passing; only those just named are meant.
  auto actors = persons || bodies ? coreference_.pair(phrase.head, fits, persons ? 6 : 1)
                                  : coreference_.pair_of_sides(phrase.head, sides);
  // "A and B fought; C urged the two leaders": those of A and B
  if (actors.empty() && is_one_of(noun, {"leaders", "presidents", "premiers"}))
    actors = coreference_.pair_of_sides(phrase.head, false);
  if (actors.empty()) return true;
  text::Reason reason = text::inferred("the two last named: " + names_of(actors));
  add(phrase, MentionKind::description, std::move(actors), 0.68, std::move(reason));
  return true;
}

}  // namespace entente::actors
