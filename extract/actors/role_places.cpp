// Places that a common noun names again ("the city of X", "the town"), and bodies of places.
#include <algorithm>

#include "extract/actors/name_key.hpp"
#include "extract/actors/name_shape.hpp"
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "util/tsv.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

namespace {

bool names_town(std::string_view noun) { return is_one_of(noun, {"city", "town", "village"}); }

bool names_land(std::string_view noun) {
  return is_one_of(
      noun, {"archipelago", "enclave", "island", "islands", "peninsula", "province", "territory"});
}

}  // namespace

bool RoleResolver::is_state_of_form(std::uint32_t actor, std::string_view form) const {
  const auto& entry = work_.facts[actor].entry;
  if (!entry) return false;
  const auto forms = util::split(work_.index.entry(*entry).form, '|');
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

/// Whether a place of the tables, or one of which they know nothing, may be called so.
bool RoleResolver::place_called(std::uint32_t actor, std::string_view noun) const {
  const graph::Actor& who = work_.actor(actor);
  const auto& entry = work_.facts[actor].entry;
  if (who.kind == ActorKind::country && noun == "island") return is_state_of_form(actor, noun);
  if (who.kind == ActorKind::country)
    return noun == "territory" && entry &&
           is_one_of(work_.index.entry(*entry).status, {"disputed", "territory"});
  if (who.kind != ActorKind::place) return false;
  if (names_town(noun))
    return capital(actor) || !entry || work_.index.entry(*entry).place_kind == "city";
  if (!entry) return false;
  const std::string_view kind = work_.index.entry(*entry).place_kind;
  if (noun.starts_with("island") || noun == "archipelago") return kind == "island";
  return kind == "region" || (kind == "island" && noun == "territory");
}

bool RoleResolver::place_noun(std::uint32_t i) {
  constexpr std::uint32_t reach = 3;  // sentences
  const auto& view = work_.view;
  const std::string& noun = view.key(i);
  if (view.token(i).upos != Upos::noun || (!names_town(noun) && !names_land(noun)) ||
      view.token(i).deprel == Deprel::compound || work_.at_head[i] >= 0)
    return false;
  bool definite = false;
  for (const std::uint32_t c : view.children(i)) {
    const Deprel relation = view.token(c).deprel;
    if (c < i) {
      definite = definite || view.key(c) == "the";
      // "the southern town", "the other city", "the Iraqi city": told by more words
      if (relation != Deprel::det && relation != Deprel::case_ && relation != Deprel::punct)
        definite = false;
      continue;
    }
    // "the city of X"
    const auto named = work_.actor_at(c);
    if (relation == Deprel::nmod && view.case_of(c) == "of" && named &&
        work_.actor(*named).kind == ActorKind::place) {
      const std::uint32_t first = view.subtree(i).first;
      work_.add_mention({std::min(first, i), work_.mention_at(c)->last}, MentionKind::name,
                        {*named}, 0.85, "name of " + work_.actor(*named).name, i);
      return true;
    }
    if (relation == Deprel::nmod || relation == Deprel::acl || relation == Deprel::acl_relcl ||
        relation == Deprel::appos)
      return false;
  }
  if (!definite || i == 0 || view.key(i - 1) != "the") return false;
  const std::uint32_t here = view.sentence_of(i);
  for (std::uint32_t t = i; t-- > 0 && here - view.sentence_of(t) <= reach;) {
    const auto actor = work_.actor_at(t);
    // a nearer place of which nothing is known
    if (!actor && view.token(t).upos == Upos::propn &&
        view.token(t).entity == EntityType::location && work_.covering(t) == nullptr)
      return false;
    if (!actor || !place_called(*actor, noun)) continue;
    work_.add_mention(
        {i - 1, i + 1}, MentionKind::description, {*actor}, 0.7,
        "the " + noun + " named in " + work_.sentence_name(t) + ", " + work_.actor(*actor).name, i);
    return true;
  }
  return false;
}

/// "Northamptonshire police", of a county that the tables do not know; "the Lahore High Court", of
/// a town that they know.
bool RoleResolver::local_body(const RolePhrase& phrase) {
  const auto& view = work_.view;
  const std::uint32_t before = phrase.role.first - 1;
  if (!phrase.owners.empty() || !phrase.region.empty() || phrase.plural ||
      phrase.role.first == view.sentence_around(phrase.head).first ||
      !is_one_of(head_word(phrase.key), {"police", "court", "assembly", "parliament"}) ||
      view.parent(before) != phrase.head ||
      (view.token(before).deprel != Deprel::compound && view.token(before).deprel != Deprel::amod))
    return false;
  const auto place = work_.actor_at(before);
  const bool known = place && work_.actor(*place).kind == ActorKind::place;
  const bool unknown = !place && phrase.key == "police" && work_.hit_at[before] < 0 &&
                       view.token(before).upos == Upos::propn && capitalised(view.form(before)) &&
                       !all_capitals(view.form(before)) &&
                       work_.index.role(view.key(before)) == nullptr;
  if (!known && !unknown) return false;
  const std::uint32_t first = known ? work_.mention_at(before)->first : before;
  graph::Actor actor;
  actor.name = known ? work_.actor(*place).name : std::string(view.form(before));
  for (const std::string& word : words_of(phrase.key)) {
    actor.name += ' ';
    actor.name += static_cast<char>(word.front() - 'a' + 'A');
    actor.name += word.substr(1);
  }
  actor.id = "org/" + slug(actor.name);
  actor.kind = ActorKind::organisation;
  if (known) actor.country = work_.actor(*place).country;
  if (phrase.noun != nullptr) actor.sector = std::string(phrase.noun->sector.substr(0, 3));
  RolePhrase whole = phrase;
  whole.range.first = std::min(first, phrase.range.first);
  add(whole, MentionKind::name, {work_.add_actor(std::move(actor))}, 0.7,
      "a name that the text introduces");
  remember(phrase);
  return true;
}

bool RoleResolver::lower_house(const RolePhrase& phrase) {
  static constexpr std::string_view name = "house of representatives";
  const Role* role = work_.index.role(name);
  if (phrase.key != "house" || phrase.plural || role == nullptr || phrase.possessive_owner ||
      !capitalised(work_.view.form(phrase.head)) || (!phrase.definite && phrase.owners.empty()))
    return false;
  RolePhrase house = phrase;
  house.key = house.words = name;
  house.noun = role;
  organ(house);
  return true;
}

std::optional<std::uint32_t> RoleResolver::part_in_question(const RolePhrase& phrase) const {
  const auto state = coreference_.context_country(phrase.head);
  const bool federal = state && is_state_of_form(*state, "federation");
  const auto part = federal ? coreference_.context_part(phrase.head, "region") : std::nullopt;
  return part && work_.actor(*part).country == work_.actor(*state).country ? part : std::nullopt;
}

bool RoleResolver::organ_of_part(const RolePhrase& phrase) {
  static constexpr std::string_view state = "state ";
  if (!phrase.owners.empty() || phrase.indefinite) return false;
  const bool of_state = phrase.key.starts_with(state);
  if (!of_state && !is_one_of(phrase.key, {"legislature", "assembly"})) return false;
  const auto part = part_in_question(phrase);
  if (!part || (!of_state && work_.actor(*part).country != "USA")) return false;
  const std::string noun = phrase.key.substr(of_state ? state.size() : 0);
  if (noun == "government") {
    add(phrase, MentionKind::description, {*part}, 0.6,
        text::inferred("government of the part of the state in question, " +
                       work_.actor(*part).name));
    return true;
  }
  if (!is_one_of(noun, {"senate", "house", "assembly", "legislature", "supreme court"}))
    return false;
  const std::uint32_t body = organ_of(
      work_, *part, noun == "house" ? "house of representatives" : noun, work_.index.role(noun));
  add(phrase, MentionKind::description, {body}, 0.6,
      text::inferred("of the part of the state in question, " + work_.actor(*part).name));
  remember(phrase);
  return true;
}

/// "Helmand province", "the Kivu provinces" apart: the place itself.
bool RoleResolver::province(const RolePhrase& phrase) {
  const bool region = is_one_of(phrase.key, {"province", "governorate", "oblast", "prefecture"});
  if (!region || phrase.owners.size() != 1 || phrase.plural || phrase.possessive_owner ||
      (!phrase.link.empty() && phrase.link != "of") || phrase.words != phrase.key)
    return false;
  const std::uint32_t owner = phrase.owners.front();
  if (work_.actor(owner).kind != ActorKind::place) return false;
  const auto& entry = work_.facts[owner].entry;
  std::uint32_t place = owner;
  if (!entry || work_.index.entry(*entry).place_kind != "region") {
    // the province around the town of that name
    graph::Actor actor = work_.actor(owner);
    actor.name += " " + std::string(phrase.key);
    const std::size_t noun = actor.name.size() - phrase.key.size();
    actor.name[noun] = static_cast<char>(actor.name[noun] - 'a' + 'A');
    actor.id = "place/" + slug(actor.name);
    place = work_.add_actor(std::move(actor));
  }
  add(phrase, MentionKind::name, {place}, 0.85, "name of " + work_.actor(place).name);
  return true;
}

}  // namespace entente::actors
