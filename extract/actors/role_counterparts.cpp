// "his Russian counterpart", "her counterpart, X".
#include "extract/actors/offices.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

/// The other state where the sentence has somebody go or stay.
std::optional<std::uint32_t> RoleResolver::visited_before(std::uint32_t token,
                                                          std::uint32_t person) {
  const auto& view = work_.view;
  const auto own = work_.state_of(person);
  for (std::uint32_t t = token; t-- > view.sentence_around(token).first;) {
    const auto actor = work_.actor_at(t);
    if (!actor || !is_one_of(view.case_of(t), {"to", "in", "at", "for"})) continue;
    const ActorKind kind = work_.actor(*actor).kind;
    if (kind != ActorKind::place && kind != ActorKind::country) continue;
    const auto state = work_.state_of(*actor);
    if (state && own && *state != *own) return state;
  }
  return std::nullopt;
}

void RoleResolver::counterpart(const RolePhrase& phrase) {
  if (phrase.plural) return;
  const auto& view = work_.view;
  std::optional<std::uint32_t> person;
  std::optional<std::uint32_t> state;
  for (const std::uint32_t c : view.children(phrase.head)) {
    const auto actor = work_.actor_at(c);
    if (!actor) continue;
    if (view.token(c).deprel == Deprel::nmod_poss) {
      if (work_.actor(*actor).kind == ActorKind::person) person = actor;
    } else if (work_.actor(*actor).kind == ActorKind::country && c < phrase.head) {
      state = actor;
    }
  }
  // The name that follows, if any, is who it is, or the one to which the words stand in apposition.
  std::optional<std::uint32_t> named;
  std::uint32_t named_at = 0;
  if (const auto above = view.parent(phrase.head);
      above && view.token(phrase.head).deprel == Deprel::appos) {
    const auto actor = work_.actor_at(*above);
    if (actor && actor != person && work_.actor(*actor).kind == ActorKind::person) {
      named = actor;
      named_at = *above;
    }
  }
  for (std::uint32_t t = phrase.head + 1;
       !named && t < view.sentence_around(phrase.head).last && t <= phrase.head + 3; ++t) {
    const auto actor = work_.actor_at(t);
    if (actor && work_.actor(*actor).kind == ActorKind::person) {
      named = actor;
      named_at = t;
      break;
    }
  }
  if (!named) {
    for (const std::uint32_t c : view.children(phrase.head)) {
      if (view.token(c).deprel != Deprel::appos && view.token(c).deprel != Deprel::flat) continue;
      named = work_.actor_at(c);
      named_at = c;
    }
  }
  std::string title;
  if (person) {
    if (!work_.facts[*person].offices.empty()) {
      title = work_.facts[*person].offices.front().title;
    } else if (work_.facts[*person].entry) {
      if (const auto office =
              office_of(work_.index, *work_.facts[*person].entry, "", std::nullopt, work_.date());
          office && office->tenure == Tenure::yes) {
        title = office->title;
      }
    }
  }
  if (named) {
    if (work_.at_head[phrase.head] < 0) {
      add(phrase, MentionKind::description, {*named}, 0.85,
          "named beside it: " + work_.actor(*named).name);
    }
    if (state && !title.empty()) {
      const std::uint32_t mention = static_cast<std::uint32_t>(
          work_.at_head[named_at] >= 0 ? work_.at_head[named_at] : work_.at_head[phrase.head]);
      claim_office(work_, mention, *named, title, state, phrase.role, false, 0.7);
    }
    return;
  }
  // "flew to Paris for talks with his counterpart"
  const bool met_abroad = !state && person && !title.empty();
  if (met_abroad) state = visited_before(phrase.head, *person);
  if (!state || title.empty()) return;
  if (const auto who = officeholder(*state, title, false)) {
    return add(phrase, MentionKind::description, {*who}, 0.75,
               title + " of " + work_.actor(*state).name + ", as " + work_.actor(*person).name +
                   " is of another state");
  }
  office_actor(phrase, *state, title);
}

}  // namespace entente::actors
