#include "extract/relations/act_parties.hpp"

#include <algorithm>

#include "extract/relations/slot_parties.hpp"
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

/// What a state does at its own border.
bool is_expulsion(const std::string& verb) {
  static constexpr std::string_view verbs[] = {"banish", "bar",   "deport",
                                               "eject",  "evict", "expel"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
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

void keep_meant_targets(const SentenceAnalysis& analysis, const Predication& predication,
                        Act& act) {
  keep_bodies(analysis, predication, act);
  keep_called(analysis, predication, act);
  keep_bodily(analysis, predication, act);
  drop_places(analysis, predication, act);
  keep_fliers(analysis, predication, act);
  keep_givers(analysis, predication, act);
  keep_violent(analysis, predication, act);
  if (act.symmetric) name_sides_once(analysis, act);
}

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

}  // namespace

std::vector<Party> hidden_agents(SentenceAnalysis& analysis, const Predication& predication,
                                 const Act& act) {
  if ((act.type == RelationClass::mobilize || act.type == RelationClass::retreat) &&
      predication.surface_subject && act.frame.find(" obj:*") == std::string::npos) {
    // "Freedonian troops were sent to B"; not "the prisoners were handed over to B"
    return acting(analysis, analysis.parties(*predication.surface_subject, Reach::owner));
  }
  if (auto state = state_by_paper(analysis, predication); !state.empty()) return state;
  if (auto state = state_left(analysis, predication); !state.empty()) return state;
  for (const Argument& role : predication.arguments) {
    // "inspectors were expelled from B": by B
    if (role.slot == "from" && is_expulsion(predication.lemma)) {
      auto states = analysis.parties(role.token, Reach::direct);
      std::erase_if(states, [&](const Party& party) {
        return analysis.document().actors[party.actor].kind != graph::ActorKind::country;
      });
      if (!states.empty()) return states;
    }
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
