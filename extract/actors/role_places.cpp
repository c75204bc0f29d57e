// Places that a common noun names again: "the city of X", "the town", "the peninsula".
#include <algorithm>
#include <array>

#include "extract/actors/role_resolver.hpp"

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

/// Whether a place of the tables, or one of which they know nothing, may be called so.
bool RoleResolver::place_called(std::uint32_t actor, std::string_view noun) const {
  const graph::Actor& who = work_.actor(actor);
  const auto& entry = work_.facts[actor].entry;
  if (who.kind == ActorKind::country && noun == "island")
    return is_one_of(who.country,
                     {"BHR", "BRB", "CUB", "CYP", "DMA", "GRD", "GRL", "HKG", "IRL", "ISL", "JAM",
                      "LCA", "LKA", "MDG", "MLT", "MUS", "NRU", "SGP", "TWN"});
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

}  // namespace entente::actors
