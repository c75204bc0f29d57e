#include "extract/relations/act_parties.hpp"

#include <algorithm>

#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;

/// One rings up whom one names: "what they call X's failure" is no call, nor is "whom
/// he called a fighter".
void keep_called(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (act.type != RelationClass::consult) return;
  if (predication.lemma == "call") {
    const auto objects = std::count_if(
        predication.arguments.begin(), predication.arguments.end(),
        [](const Argument& role) { return role.slot == "obj" || role.slot == "iobj"; });
    std::erase_if(act.targets,
                  [&](const Party& party) { return objects > 1 || party.distance > 0; });
  }
  // "flew him to X": who flies somebody there may stay at home
  const Argument* moved = argument(predication, "obj");
  if (act.mode == "visit" && moved != nullptr && !moved->inherited &&
      act.frame.find(" obj") == std::string::npos &&
      std::none_of(act.targets.begin(), act.targets.end(),
                   [&](const Party& party) { return party.slot == moved->token; })) {
    act.targets.clear();
  }
  // "received the support of X" is no visit
  const Argument* object = argument(predication, "obj");
  if (object == nullptr || act.words.size() > 1 || has_body(analysis.tree(), object->token)) return;
  const EventNoun* talks = event_noun(analysis.tree(), object->token).entry;
  if (talks != nullptr && talks->symmetric) return;
  std::erase_if(act.targets, [&](const Party& party) {
    return party.distance > 0 && party.slot == object->token;
  });
}

/// One frees people and things, not "a summary of talks by X"; who burns an effigy of X
/// or tears down his portrait strikes nobody.
void keep_bodily(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const bool frees = act.type == RelationClass::concede &&
                     (predication.lemma == "release" || predication.lemma == "free");
  const bool strikes = act.type == RelationClass::assault || act.type == RelationClass::coerce;
  // "withdrew from X's presidential race"
  const bool leaves = act.type == RelationClass::retreat && act.mode == "withdraw" &&
                      predication.lemma == "withdraw";
  if (!frees && !strikes && !leaves) return;
  std::erase_if(act.targets, [&](const Party& party) {
    if (party.distance == 0) return false;
    if (frees || leaves) return !has_body(analysis.tree(), party.slot);
    return Lexicon::built_in().in_set("likeness", analysis.tree().lemma(party.slot));
  });
}

/// "The premier of A and his B counterpart signed accords between the two countries": the
/// sides told again by their states are no others.
void name_sides_once(const SentenceAnalysis& analysis, Act& act) {
  if (act.agents.size() < 2 || act.targets.size() != act.agents.size()) return;
  const auto& actors = analysis.document().actors;
  const bool again = std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& target) {
    const graph::Actor& state = actors[target.actor];
    return state.kind == graph::ActorKind::country &&
           std::any_of(act.agents.begin(), act.agents.end(), [&](const Party& agent) {
             return actors[agent.actor].country == state.country;
           });
  });
  if (again) act.targets.clear();
}

/// One is a member of a body; one leaves it for good, a place in passing.
void keep_bodies(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const std::string& verb = predication.lemma;
  const bool leaves =
      act.type == RelationClass::sanction && (verb == "leave" || verb == "quit" || verb == "exit");
  if (!leaves && act.type != RelationClass::member_of) return;
  std::erase_if(act.targets, [&](const Party& party) {
    const auto kind = analysis.document().actors[party.actor].kind;
    return kind != graph::ActorKind::organisation && kind != graph::ActorKind::entity;
  });
}

/// One joins a body or a war, not a place.
void drop_places(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (predication.lemma != "join") return;
  std::erase_if(act.targets, [&](const Party& party) {
    return analysis.document().actors[party.actor].kind == graph::ActorKind::place;
  });
}

}  // namespace

void keep_meant_targets(const SentenceAnalysis& analysis, const Predication& predication,
                        Act& act) {
  keep_bodies(analysis, predication, act);
  keep_called(analysis, predication, act);
  keep_bodily(analysis, predication, act);
  drop_places(analysis, predication, act);
  if (act.symmetric) name_sides_once(analysis, act);
}

std::vector<Party> offices_of(const SentenceAnalysis& analysis, const std::vector<Party>& agents) {
  const text::Document& document = analysis.document();
  for (const text::PositionClaim& claim : document.positions) {
    if (!claim.organisation || claim.sentence != analysis.sentence()) continue;
    const auto& holder = document.mentions[claim.holder].actors;
    for (const Party& agent : agents) {
      if (std::find(holder.begin(), holder.end(), agent.actor) == holder.end()) continue;
      Party body = agent;
      body.actor = *claim.organisation;
      body.span = claim.span;
      body.reason = "of the office told in the sentence";
      body.confidence *= claim.confidence;
      return {body};
    }
  }
  return {};
}

std::vector<Party> hidden_agents(SentenceAnalysis& analysis, const Predication& predication,
                                 const Act& act) {
  if ((act.type == RelationClass::mobilize || act.type == RelationClass::retreat) &&
      predication.surface_subject) {
    // "Freedonian troops were sent to B"
    return acting(analysis, analysis.parties(*predication.surface_subject, Reach::owner));
  }
  for (const Argument& role : predication.arguments) {
    if (act.type == RelationClass::sanction && role.slot == "from") {
      auto bodies = acting(analysis, analysis.parties(role.token, Reach::direct));
      std::erase_if(bodies, [&](const Party& party) {
        return analysis.document().actors[party.actor].kind != graph::ActorKind::organisation;
      });
      if (!bodies.empty()) return bodies;
    }
    if ((role.slot == "in" || role.slot == "during") && act.type == RelationClass::assault) {
      const EventNoun* event = event_noun(analysis.tree(), role.token).entry;
      if (event == nullptr || event->type != act.type || event->symmetric) continue;
      auto owners = acting(analysis, analysis.finder().owners(analysis.tree(), role.token));
      if (!owners.empty()) return owners;
    }
  }
  return {};
}

}  // namespace entente::relations
