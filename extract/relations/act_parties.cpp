#include "extract/relations/act_parties.hpp"

#include <algorithm>

#include "extract/relations/slot_parties.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;

/// Who is told something for others to hear.
bool listens_for_others(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"audience",  "conference", "correspondent", "crowd",
                                               "gathering", "journalist", "newsman",       "rally",
                                               "reporter",  "supporter"};
  return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
}

/// One rings up whom one names: "what they call X's failure" is no call, nor is "whom
/// he called a fighter".
void keep_called(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (act.type != RelationClass::consult) return;
  // who tells a court talks with nobody
  const bool heard = std::any_of(
      predication.arguments.begin(), predication.arguments.end(), [&](const Argument& role) {
        return (role.slot == "obj" || role.slot == "iobj") &&
               Lexicon::built_in().in_set("court", analysis.tree().lemma(role.token));
      });
  if (predication.lemma == "tell" && heard) act.targets.clear();
  if (predication.lemma == "call") {
    const bool named = gives_name(analysis.tree(), predication);
    std::erase_if(act.targets, [&](const Party& party) { return named || party.distance > 0; });
  }
  // nobody tells a region or a sea anything, though a capital stands for its government; "told
  // reporters on the way to the summit of X"
  if (predication.lemma == "tell") {
    std::erase_if(act.targets, [&](const Party& party) {
      return analysis.document().actors[party.actor].kind == graph::ActorKind::place ||
             (party.distance > 0 && listens_for_others(analysis.tree().lemma(party.slot)));
    });
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
  const EventNoun* paper = event_noun(analysis.tree(), act.targets.front().slot).entry;
  if (!act.symmetric && (paper == nullptr || !paper->symmetric)) return;
  const auto& actors = analysis.document().actors;
  const bool again = std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& target) {
    const graph::Actor& state = actors[target.actor];
    return state.kind == graph::ActorKind::country &&
           std::any_of(act.agents.begin(), act.agents.end(), [&](const Party& agent) {
             return actors[agent.actor].country == state.country;
           });
  });
  if (!again) return;
  act.targets.clear();
  act.symmetric = true;
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

/// "contributed to the violence in X" gives X nothing.
void keep_givers(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (predication.lemma != "contribute" || act.frame != "contribute to:TARGET") return;
  const Argument* to = argument(predication, "to");
  std::erase_if(act.targets, [&](const Party& party) {
    return party.distance > 0 || to == nullptr ||
           analysis.tree().first_conjunct(party.slot) != to->token;
  });
}

/// Aircraft fly over a place to show force, not a president or a firm on the way.
void keep_fliers(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (act.type != RelationClass::mobilize || predication.lemma != "fly") return;
  std::erase_if(act.agents, [&](const Party& party) {
    const auto kind = analysis.document().actors[party.actor].kind;
    const bool one_man =
        party.unnamed && analysis.tree().at(party.slot).features.number == text::Number::singular;
    return one_man || (kind != graph::ActorKind::country && kind != graph::ActorKind::armed_force &&
                       kind != graph::ActorKind::group);
  });
}

/// Who harms himself harms nobody else in that place; who is found crossing a border invades none.
void keep_violent(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (act.type != RelationClass::assault) return;
  const Argument* object = argument(predication, "obj");
  const std::string_view form =
      object == nullptr ? std::string_view{} : analysis.tree().form(object->token);
  const bool himself = form.ends_with("self") || form.ends_with("selves");
  if (himself && act.frame.find("self") == std::string::npos) act.targets.clear();
  // "an X airliner plunged into the sea, killing ten"
  std::erase_if(act.agents, [&](const Party& party) {
    static constexpr std::string_view carriers[] = {"airliner", "bus",   "car",  "ferry", "lorry",
                                                    "minibus",  "plane", "taxi", "train", "truck"};
    const bool carrier = std::find(std::begin(carriers), std::end(carriers),
                                   analysis.tree().lemma(party.slot)) != std::end(carriers);
    return carrier && party.distance > 0 && predication.lemma == "kill" &&
           predication.link == Link::adverbial;
  });
  // "seized ten tons of drugs in X" takes nothing of X's
  if (predication.lemma == "seize" && object != nullptr && act.frame.ends_with(" obj:TARGET") &&
      analysis.finder().unnamed(analysis.tree(), object->token).empty()) {
    std::erase_if(act.targets, [&](const Party& party) {
      return analysis.tree().first_conjunct(party.slot) != object->token;
    });
  }
  if (predication.lemma == "cross") {
    std::erase_if(act.agents, [](const Party& party) { return party.unnamed; });
  }
}

/// "condemn", "impose", "urge"
bool is_conflict(const std::string& verb) {
  const auto frames = Lexicon::built_in().verb(verb);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    const graph::Quad quad = graph::quad_of(frame.type);
    return quad == graph::Quad::verbal_conflict || quad == graph::Quad::material_conflict;
  });
}

/// One joins a body or a war, not a place; who joins the calls by X does as X does.
void drop_places(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (predication.lemma != "join") return;
  std::erase_if(act.targets, [&](const Party& party) {
    return analysis.document().actors[party.actor].kind == graph::ActorKind::place ||
           (party.distance > 0 && act.type == RelationClass::agree &&
            event_noun(analysis.tree(), party.slot).entry != nullptr);
  });
  const Argument* object = argument(predication, "obj");
  if (object != nullptr && analysis.tree().lemma(object->token) == "call") act.targets.clear();
  // "joined B in condemning C" condemns, too
  const auto& children = analysis.tree().children(predication.token);
  if (act.type == RelationClass::agree &&
      std::any_of(children.begin(), children.end(), [&](TokenId child) {
        return analysis.tree().is(child, {text::Deprel::advcl}) &&
               analysis.tree().marker(child) == "in" && is_conflict(analysis.tree().lemma(child));
      })) {
    act.targets.clear();
  }
}

}  // namespace

void keep_meant_targets(const SentenceAnalysis& analysis, const Predication& predication,
                        Act& act) {
  keep_bodies(analysis, predication, act);
  keep_called(analysis, predication, act);
  keep_bodily(analysis, predication, act);
  drop_places(analysis, predication, act);
  keep_fliers(analysis, predication, act);
  keep_givers(analysis, predication, act);
  keep_violent(analysis, predication, act);
  name_sides_once(analysis, act);
  const graph::Quad quad = graph::quad_of(act.type);
  if (quad == graph::Quad::material_cooperation || quad == graph::Quad::verbal_cooperation ||
      act.type == RelationClass::mobilize) {
    add_theatre(analysis, act.agents, act.targets);
  }
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

namespace {

/// "was denied a British visa", "was stripped of his Syrian citizenship": that state did.
std::vector<Party> state_by_paper(const SentenceAnalysis& analysis,
                                  const Predication& predication) {
  static constexpr std::string_view papers[] = {"asylum",   "citizenship", "nationality",
                                                "passport", "residency",   "visa"};
  for (const Argument& role : predication.arguments) {
    const SentenceTree& tree = analysis.tree();
    if (role.inherited || std::find(std::begin(papers), std::end(papers), tree.lemma(role.token)) ==
                              std::end(papers)) {
      continue;
    }
    std::vector<Party> found;
    for (const TokenId child : tree.children(role.token)) {
      if (!tree.is(child, {text::Deprel::amod, text::Deprel::compound})) continue;
      for (Party& party : analysis.parties(child, Reach::direct)) found.push_back(std::move(party));
    }
    std::erase_if(found, [&](const Party& party) {
      return analysis.document().actors[party.actor].kind != graph::ActorKind::country;
    });
    if (!found.empty()) return found;
  }
  return {};
}

/// "was expelled from B", "was deported from its capital": B sends one away.
std::vector<Party> state_left(const SentenceAnalysis& analysis, const Predication& predication) {
  static constexpr std::string_view verbs[] = {"banish", "deport", "eject",    "evict",
                                               "exile",  "expel",  "kick_out", "throw_out"};
  const Argument* from = argument(predication, "from");
  // "was thrown out of B"
  if (from == nullptr && predication.lemma.ends_with("_out")) from = argument(predication, "of");
  if (from == nullptr ||
      std::find(std::begin(verbs), std::end(verbs), predication.lemma) == std::end(verbs)) {
    return {};
  }
  auto found = analysis.parties(from->token, Reach::direct);
  for (Party& party : found) {
    if (const auto state = state_of(analysis.document(), party.actor)) party.actor = *state;
  }
  std::erase_if(found, [&](const Party& party) {
    return analysis.document().actors[party.actor].kind != graph::ActorKind::country;
  });
  return found;
}

/// "was summoned to the foreign ministry": the ministry has summoned him.
std::vector<Party> summoning_body(const SentenceAnalysis& analysis,
                                  const Predication& predication) {
  static constexpr std::string_view verbs[] = {"call", "call_in", "summon"};
  const Argument* to = argument(predication, "to");
  if (!is_listed(verbs, predication.lemma) || to == nullptr) return {};
  auto found = acting(analysis, analysis.parties(to->token, Reach::direct));
  std::erase_if(found, [&](const Party& party) {
    return analysis.document().actors[party.actor].sector != "GOV";
  });
  return found;
}

}  // namespace

std::vector<Party> hidden_agents(SentenceAnalysis& analysis, const Predication& predication,
                                 const Act& act) {
  // "Freedonian soldiers were sent as peacekeepers"
  const bool lent =
      act.type == RelationClass::aid && (act.frame.find(" obj:@troops") != std::string::npos ||
                                         act.frame.find(" obj:@peacekeepers") != std::string::npos);
  if ((act.type == RelationClass::mobilize || act.type == RelationClass::retreat || lent) &&
      predication.surface_subject && act.frame.find(" obj:*") == std::string::npos) {
    // "Freedonian troops were sent to B"; not "the prisoners were handed over to B"
    return acting(analysis, analysis.parties(*predication.surface_subject, Reach::owner));
  }
  if (auto state = state_by_paper(analysis, predication); !state.empty()) return state;
  if (auto state = state_left(analysis, predication); !state.empty()) return state;
  if (auto body = summoning_body(analysis, predication); !body.empty()) return body;
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
      const bool strikes = event == nullptr ? Lexicon::built_in().in_set(
                                                  "hostility", analysis.tree().lemma(role.token))
                                            : event->type == act.type && !event->symmetric;
      if (!strikes) continue;
      auto owners = acting(analysis, analysis.finder().owners(analysis.tree(), role.token));
      if (!owners.empty()) return owners;
    }
  }
  return {};
}

}  // namespace entente::relations
