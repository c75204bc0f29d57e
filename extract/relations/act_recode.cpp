#include <algorithm>

#include "extract/relations/act_parties.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;

/// "sent troops to train the army of X": that helps X.
void turn_to_help(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  static constexpr std::string_view helping[] = {
      "advise",  "aid",     "assist",  "evacuate", "guard",   "help",  "monitor",
      "observe", "protect", "rebuild", "rescue",   "support", "train", "vaccinate"};
  if (act.type != RelationClass::mobilize) return;
  for (const TokenId child : analysis.tree().children(predication.token)) {
    const bool purpose = analysis.tree().is(child, {text::Deprel::advcl, text::Deprel::xcomp}) &&
                         analysis.tree().marker(child) == "to";
    if (purpose && std::find(std::begin(helping), std::end(helping),
                             analysis.tree().lemma(child)) != std::end(helping)) {
      act.type = RelationClass::aid;
      act.mode.clear();
    }
  }
}

/// Soldiers who come are no guests, airstrikes that are provided no help, and a paper that attacks
/// somebody draws no blood.
void recode_by_party(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const auto& actors = analysis.document().actors;
  const auto all_agents = [&](auto&& test) {
    return !act.agents.empty() && std::all_of(act.agents.begin(), act.agents.end(), test);
  };
  const bool arrives = act.type == RelationClass::consult && act.mode == "visit" &&
                       argument(predication, "obj") == nullptr;
  if (arrives && all_agents([&](const Party& party) {
        return actors[party.actor].kind == graph::ActorKind::armed_force;
      })) {
    act.type = RelationClass::mobilize;
    act.mode = "troops";
  }
  // "came under fire from A for its stance": words, and no shots
  if (act.type == RelationClass::assault &&
      act.frame.find("under:attack/fire") != std::string::npos) {
    const SentenceTree& tree = analysis.tree();
    for (const Argument& role : predication.arguments) {
      if ((role.slot == "for" || role.slot == "over") && !is_time(tree, role.token)) {
        act.type = RelationClass::accuse;
        act.mode = "disapprove";
      }
    }
  }
  // "drove the rebels out of the town"
  static constexpr std::string_view fights[] = {"chase",     "drive", "drive_out", "flush",
                                                "flush_out", "force", "push",      "push_out"};
  if (act.type == RelationClass::coerce && act.mode == "deport" && !act.targets.empty() &&
      std::find(std::begin(fights), std::end(fights), predication.lemma) != std::end(fights) &&
      std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& party) {
        return actors[party.actor].kind == graph::ActorKind::armed_force;
      })) {
    act.type = RelationClass::assault;
    act.mode.clear();
  }
  // "the army, accompanied by its allies' troops"
  if (predication.lemma == "accompany" && act.type == RelationClass::consult &&
      all_agents([&](const Party& party) {
        return actors[party.actor].kind == graph::ActorKind::armed_force;
      })) {
    act.type = RelationClass::cooperate;
    act.mode.clear();
  }
  const bool strikes = act.type == RelationClass::assault && predication.lemma == "attack";
  if (strikes && all_agents([&](const Party& party) {
        const std::string& word = analysis.tree().lemma(party.slot);
        return actors[party.actor].sector == "JRN" ||
               Lexicon::built_in().in_set("statement", word) ||
               Lexicon::built_in().in_set("media", word);
      })) {
    act.type = RelationClass::accuse;
    act.mode = "disapprove";
  }
  // a state's protest is a complaint, a crowd's a march
  const bool protests = act.type == RelationClass::protest && predication.lemma == "protest";
  if (protests && all_agents([&](const Party& party) {
        return party.distance == 0 && (actors[party.actor].kind == graph::ActorKind::country ||
                                       actors[party.actor].sector == "GOV");
      })) {
    act.type = RelationClass::accuse;
    act.mode = "disapprove";
  }
  // "the government warned travellers": who warns his own people asks for care
  const auto is_own_people = [&](const Party& target) {
    const graph::Actor& people = actors[target.actor];
    return people.sector == "CVL" && !people.country.empty() &&
           std::any_of(act.agents.begin(), act.agents.end(), [&](const Party& agent) {
             return actors[agent.actor].country == people.country;
           });
  };
  const bool warns = act.type == RelationClass::threaten &&
                     (predication.lemma == "warn" || act.frame.find("warn") != std::string::npos ||
                      act.frame.find("@threat") != std::string::npos);
  if (warns && !act.targets.empty() &&
      std::all_of(act.targets.begin(), act.targets.end(), is_own_people)) {
    act.type = RelationClass::request;
    act.mode.clear();
  }
  // "warned tourists in X", "warned travellers near X": X is not threatened
  if (warns) {
    std::erase_if(act.targets, [&](const Party& party) {
      return party.distance > 0 &&
             Lexicon::built_in().in_set("individual", analysis.tree().lemma(party.slot)) &&
             actors[party.actor].kind == graph::ActorKind::place;
    });
  }
  // "expects 1,000 demonstrators to march" asks nobody
  if (predication.lemma == "expect" && act.type == RelationClass::request) {
    std::erase_if(act.targets, [](const Party& party) { return party.unnamed; });
  }
  // of an emergency itself no party is made
  if (act.mode == "martial-law") {
    std::erase_if(act.targets, [](const Party& party) { return party.unnamed; });
  }
  const Argument* given = argument(predication, "obj");
  if (act.type == RelationClass::aid && given != nullptr) {
    const EventNoun* deed = event_noun(analysis.tree(), given->token).entry;
    if (deed != nullptr && graph::quad_of(deed->type) == graph::Quad::material_conflict &&
        deed->type != RelationClass::mobilize) {
      act.targets.clear();
    }
  }
}

/// "ordered the ambassador to leave": that is an expulsion.
void recode_order(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  if (act.type != RelationClass::request || predication.passive ||
      (predication.lemma != "order" && predication.lemma != "tell" && predication.lemma != "ask")) {
    return;
  }
  const SentenceTree& tree = analysis.tree();
  const Argument* deed = argument(predication, "to_inf");
  if (deed == nullptr || tree.lemma(deed->token) != "leave" || act.targets.empty()) return;
  const bool diplomats =
      std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& party) {
        return party.distance == 0 &&
               Lexicon::built_in().in_set("diplomat", tree.lemma(party.slot));
      });
  if (!diplomats) return;
  act.type = RelationClass::sanction;
  act.mode = "expel";
}

/// What somebody says, plans or is thought of: no blow falls on it. "Attacked his policies" blames
/// him, "fought the plan" is against it, "hurt the state's credibility" is no deed of force.
void recode_blow(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  static constexpr std::string_view abstract[] = {
      "ability",    "ambition",    "campaign",  "candidacy", "career",  "chance",     "claim",
      "confidence", "credibility", "criticism", "credit",    "dignity", "economy",    "growth",
      "hope",       "image",       "influence", "interest",  "job",     "morale",     "opinion",
      "popularity", "prestige",    "prospect",  "rating",    "record",  "reputation", "standing",
      "status",     "subsidy",     "tariff",    "view"};
  const Argument* object = argument(predication, "obj");
  if (act.type != RelationClass::assault || object == nullptr || act.targets.empty() ||
      act.targets.front().distance == 0) {
    return;
  }
  const Lexicon& lexicon = Lexicon::built_in();
  const std::string& noun = analysis.tree().lemma(object->token);
  const bool said =
      noun != "post" && (lexicon.in_set("policy", noun) || lexicon.in_set("statement", noun) ||
                         lexicon.in_set("law", noun) || lexicon.in_set("offer", noun));
  if (!said && std::find(std::begin(abstract), std::end(abstract), noun) == std::end(abstract)) {
    return;
  }
  act.mode.clear();
  if (said && (predication.lemma == "attack" || predication.lemma == "blast" ||
               predication.lemma == "hit")) {
    act.type = RelationClass::accuse;
    act.mode = "disapprove";
  } else if (said && (predication.lemma == "fight" || predication.lemma == "combat" ||
                      predication.lemma == "battle")) {
    act.type = RelationClass::reject;
  } else {
    act.targets.clear();
  }
}

/// "the prime minister attacked the judges", "led the attacks on the law": politicians strike
/// people and bodies with words.
void recode_quarrel(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const auto& actors = analysis.document().actors;
  static constexpr std::string_view armed[] = {"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"};
  const auto is_civil = [&](const Party& party) {
    const graph::Actor& who = actors[party.actor];
    const bool speaks = who.kind == graph::ActorKind::person
                            ? !graph::is_local(who) && party.distance == 0
                            : who.sector == "PTY" || who.sector == "JRN";
    return speaks && std::find(std::begin(armed), std::end(armed), who.sector) == std::end(armed);
  };
  const auto is_at_table = [&](const Party& party) {
    const graph::Actor& whom = actors[party.actor];
    return (whom.kind == graph::ActorKind::person && party.distance == 0) ||
           ((whom.kind == graph::ActorKind::organisation ||
             whom.kind == graph::ActorKind::entity) &&
            std::find(std::begin(armed), std::end(armed), whom.sector) == std::end(armed));
  };
  const Argument* object = argument(predication, "obj");
  const bool by_noun = object != nullptr && analysis.tree().lemma(object->token) == "attack";
  if (act.type != RelationClass::assault || (predication.lemma != "attack" && !by_noun) ||
      act.agents.empty() || act.targets.empty() ||
      !std::all_of(act.agents.begin(), act.agents.end(), is_civil) ||
      !std::all_of(act.targets.begin(), act.targets.end(), is_at_table)) {
    return;
  }
  act.type = RelationClass::accuse;
  act.mode = "disapprove";
}

/// "called on the president to discuss the budget": a visit.
void recode_call(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  static constexpr std::string_view purposes[] = {
      "apprise", "brief", "condole", "congratulate", "discuss", "felicitate", "greet"};
  if (act.type != RelationClass::request || predication.lemma != "call" ||
      argument(predication, "on") == nullptr) {
    return;
  }
  for (const TokenId child : analysis.tree().children(predication.token)) {
    if (!analysis.tree().is(child, {text::Deprel::xcomp, text::Deprel::advcl}) ||
        analysis.tree().marker(child) != "to" ||
        std::find(std::begin(purposes), std::end(purposes), analysis.tree().lemma(child)) ==
            std::end(purposes)) {
      continue;
    }
    act.type = RelationClass::consult;
    act.mode = "visit";
  }
}

/// "sent troops to B on a peacekeeping mission"; "opened its border to refugees".
void recode_relief(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const SentenceTree& tree = analysis.tree();
  const bool moves = act.type == RelationClass::mobilize && act.mode == "troops";
  if (moves) {
    for (TokenId token = predication.token + 1; token < tree.last(); ++token) {
      const std::string& word = tree.lemma(token);
      if ((word == "peacekeeping" || word == "peacekeeper" || word == "peace-keeping") &&
          tree.governs(predication.token, token)) {
        act.type = RelationClass::aid;
        act.mode.clear();
        return;
      }
    }
  }
  const Argument* border = argument(predication, "obj");
  const bool opens = act.type == RelationClass::concede && border != nullptr &&
                     (predication.lemma == "open" || predication.lemma == "reopen") &&
                     Lexicon::built_in().in_set("border", tree.lemma(border->token));
  if (opens && !act.targets.empty() &&
      std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& party) {
        const graph::Actor& whom = analysis.document().actors[party.actor];
        return whom.kind == graph::ActorKind::group && party.distance == 0;
      })) {
    act.type = RelationClass::aid;
    act.mode.clear();
  }
}

/// "narrowly defeated challenger X by 51 to 48 percent", "unseated X as mayor": votes strike
/// nobody.
void recode_victory(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  static constexpr std::string_view verbs[] = {"beat",     "best",    "crush",   "defeat",
                                               "edge_out", "outpoll", "oust",    "overcome",
                                               "rout",     "topple",  "trounce", "unseat"};
  static constexpr std::string_view votes[] = {"candidate", "challenger", "incumbent", "landslide",
                                               "margin",    "nominee",    "percent",   "runoff"};
  const bool hits = act.type == RelationClass::assault || act.type == RelationClass::coerce;
  if (!hits ||
      std::find(std::begin(verbs), std::end(verbs), predication.lemma) == std::end(verbs)) {
    return;
  }
  const SentenceTree& tree = analysis.tree();
  bool voted = argument(predication, "as") != nullptr;
  for (TokenId token = tree.first(); token < tree.last() && !voted; ++token) {
    const std::string& word = tree.lemma(token);
    voted = tree.at(token).upos == text::Upos::noun &&
            (Lexicon::built_in().in_set("election", word) ||
             std::find(std::begin(votes), std::end(votes), word) != std::end(votes));
  }
  const bool persons = std::all_of(act.targets.begin(), act.targets.end(), [&](const Party& party) {
    const graph::Actor& loser = analysis.document().actors[party.actor];
    return loser.kind == graph::ActorKind::person || loser.sector == "PTY" || party.distance > 0;
  });
  if (!voted || !persons || act.targets.empty()) return;
  act.type = RelationClass::other;
  act.mode.clear();
}

/// "ordered the paper to suspend publication", "to shut down": that is done to it by force.
void recode_closure(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  static constexpr std::string_view ending[] = {"cease", "close",     "halt",   "shut",
                                                "stop",  "shut_down", "suspend"};
  static constexpr std::string_view work[] = {
      "activity",  "broadcast",   "broadcasting", "door",         "operation", "printing",
      "programme", "publication", "publishing",   "transmission", "work"};
  if (act.type != RelationClass::request || predication.lemma != "order") return;
  const Predication* inner = nullptr;
  for (const TokenId child : analysis.tree().children(predication.token)) {
    const bool aim = analysis.tree().is(child, {text::Deprel::xcomp, text::Deprel::advcl});
    if (aim && analysis.tree().marker(child) == "to") inner = analysis.clauses().of(child);
  }
  const Argument* asked = argument(predication, "obj");
  if (asked == nullptr) asked = argument(predication, "iobj");
  if (inner == nullptr || inner->passive || asked == nullptr ||
      Lexicon::built_in().in_set("troops", analysis.tree().lemma(asked->token)) ||
      std::find(std::begin(ending), std::end(ending), inner->lemma) == std::end(ending)) {
    return;
  }
  const Argument* what = argument(*inner, "obj");
  const bool own = what == nullptr
                       ? inner->lemma == "close" || inner->lemma == "shut_down"
                       : std::find(std::begin(work), std::end(work),
                                   analysis.tree().lemma(what->token)) != std::end(work);
  if (!own) return;
  act.type = RelationClass::coerce;
  act.mode = "restrict";
}

/// "A and B held joint drills near C": that is done together, not to C.
void recode_joint(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const Argument* drill = argument(predication, "obj");
  if (act.type != RelationClass::mobilize || act.agents.size() < 2 || drill == nullptr) return;
  const auto& children = analysis.tree().children(drill->token);
  if (std::none_of(children.begin(), children.end(),
                   [&](TokenId child) { return analysis.tree().lemma(child) == "joint"; })) {
    return;
  }
  act.type = RelationClass::cooperate;
  act.mode.clear();
  act.targets.clear();
  act.symmetric = true;
}

/// "residents blocked the road to the mine": people without arms or office do not blockade.
void recode_obstruction(const SentenceAnalysis& analysis, const Predication& predication,
                        Act& act) {
  static constexpr std::string_view verbs[] = {"barricade", "block", "blockade", "obstruct",
                                               "occupy"};
  static constexpr std::string_view unarmed[] = {"AGR", "CVL", "EDU", "LAB", "REF"};
  if (act.type != RelationClass::coerce || act.agents.empty() ||
      std::find(std::begin(verbs), std::end(verbs), predication.lemma) == std::end(verbs)) {
    return;
  }
  const auto& actors = analysis.document().actors;
  const bool crowd = std::all_of(act.agents.begin(), act.agents.end(), [&](const Party& party) {
    const graph::Actor& who = actors[party.actor];
    return who.kind == graph::ActorKind::group &&
           std::find(std::begin(unarmed), std::end(unarmed), who.sector) != std::end(unarmed);
  });
  if (!crowd) return;
  act.type = RelationClass::protest;
  act.mode = "obstruct";
}

}  // namespace

void recode(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  turn_to_help(analysis, predication, act);
  recode_by_party(analysis, predication, act);
  recode_victory(analysis, predication, act);
  recode_quarrel(analysis, predication, act);
  recode_call(analysis, predication, act);
  recode_relief(analysis, predication, act);
  recode_blow(analysis, predication, act);
  recode_order(analysis, predication, act);
  recode_closure(analysis, predication, act);
  recode_joint(analysis, predication, act);
  recode_obstruction(analysis, predication, act);
}

}  // namespace entente::relations
