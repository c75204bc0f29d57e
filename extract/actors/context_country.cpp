// The state that a text is about at a word: whose "the government" is, whose "the minister".
#include <map>

#include "extract/actors/coreference.hpp"
#include "extract/actors/salience.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;

std::optional<std::uint32_t> Coreference::context_country(std::uint32_t token, bool quotes,
                                                          const ActorTest& fits) const {
  const auto& view = work_.view;
  std::map<std::uint32_t, double> weight;
  std::map<std::uint32_t, double> bodies;  // of states that no other word names
  const std::uint32_t here = view.sentence_of(token);
  for (std::uint32_t t = 0; t < token; ++t) {
    const text::Mention* mention = work_.mention_at(t);
    if (mention == nullptr || mention->actors.size() != 1 || (!quotes && quote_[t] != 0)) continue;
    const std::uint32_t actor = mention->actors.front();
    const std::uint32_t back = here - view.sentence_of(t);
    // A text may tell several stories.
    const double near = back <= 1 ? 1.4 : back == 2 ? 1.0 : back <= 8 ? 0.5 : 0.25;
    if (work_.actor(actor).kind == ActorKind::country) {
      const bool in_it = view.case_of(t) == "in" || view.token(t).deprel == Deprel::nmod_poss;
      weight[actor] += near * (is_subject(view.token(t).deprel) || in_it ? 1.5 : 1.0);
    } else if ((work_.actor(actor).kind == ActorKind::person && !serves_many_states(actor)) ||
               work_.actor(actor).kind == ActorKind::place) {
      if (const auto state = work_.index.state(work_.actor(actor).country)) {
        if (const auto known = work_.find_actor(work_.index.entry(*state).id)) {
          weight[*known] += 0.5 * near;
        } else {
          bodies[*state] += near;
        }
      }
    } else if (const auto state = work_.index.state(work_.actor(actor).country);
               state && acts_for_state(work_.actor(actor).sector)) {
      bodies[*state] += near;
    }
  }
  if (weight.empty() && bodies.size() == 1) weight[work_.add_entry(bodies.begin()->first)] = 1.0;
  std::optional<std::uint32_t> best;
  double first = 0.0;
  double second = 0.0;
  for (const auto& [actor, value] : weight) {
    if (fits && !fits(actor)) continue;
    if (value > first) {
      second = first;
      first = value;
      best = actor;
    } else {
      second = std::max(second, value);
    }
  }
  if (first < 1.0 || first < 1.6 * second) return std::nullopt;
  return best;
}

std::optional<std::uint32_t> Coreference::context_part(std::uint32_t token,
                                                       std::string_view kind) const {
  const std::uint32_t reach = kind == "city" ? 1 : 3;  // sentences
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  const auto part_at = [&](std::uint32_t t) -> std::optional<std::uint32_t> {
    const auto actor = work_.actor_at(t);
    if (!actor || work_.actor(*actor).kind != ActorKind::place || !work_.facts[*actor].entry)
      return std::nullopt;
    if (work_.index.entry(*work_.facts[*actor].entry).place_kind != kind) return std::nullopt;
    return actor;
  };
  for (std::uint32_t t = token; t-- > 0 && here - view.sentence_of(t) <= reach;) {
    if (const auto part = part_at(t)) return part;
  }
  // A text may tell several stories: the part of the state that this one is about.
  const auto state = kind == "city" ? std::nullopt : context_country(token);
  if (!state) return std::nullopt;
  std::optional<std::uint32_t> only;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    const auto part = part_at(t);
    if (part && work_.actor(*part).country != work_.actor(*state).country) continue;
    if (part && only && *only != *part) return std::nullopt;
    if (part) only = part;
  }
  return only;
}

std::optional<std::uint32_t> Coreference::context_body(std::uint32_t token,
                                                       std::string_view noun) const {
  for (std::uint32_t t = token; t-- > 0;) {
    const auto actor = work_.actor_at(t);
    if (actor && work_.actor(*actor).kind == ActorKind::organisation &&
        named_as_body(work_.actor(*actor).name, noun))
      return actor;
  }
  return std::nullopt;
}

}  // namespace entente::actors
