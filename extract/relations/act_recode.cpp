#include <algorithm>

#include "extract/relations/act_parties.hpp"
#include "extract/relations/recodings.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"
#include "util/error.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

/// What a kind of party is asked about.
struct Candidate {
  const SentenceAnalysis& analysis;
  const Act& act;
  const Party& party;

  [[nodiscard]] const graph::Actor& actor() const {
    return analysis.document().actors[party.actor];
  }
  [[nodiscard]] bool is_called(std::string_view set) const {
    return Lexicon::built_in().in_set(set, analysis.tree().lemma(party.slot));
  }
};

bool is_army(const Candidate& who) { return who.actor().kind == ActorKind::armed_force; }

bool is_press(const Candidate& who) {
  return who.actor().sector == "JRN" || who.is_called("statement") || who.is_called("media");
}

bool is_state(const Candidate& who) {
  return who.party.distance == 0 &&
         (who.actor().kind == ActorKind::country || who.actor().sector == "GOV");
}

bool is_armed(const graph::Actor& actor) {
  static constexpr std::string_view armed[] = {"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"};
  return is_listed(armed, actor.sector);
}

bool is_armed_party(const Candidate& who) { return is_armed(who.actor()); }

bool is_outlaw(const Candidate& who) {
  static constexpr std::string_view sectors[] = {"CRM", "REB", "UAF"};
  return is_listed(sectors, who.actor().sector);
}

bool is_company(const Candidate& who) { return who.actor().kind == ActorKind::company; }

/// Forces, police and offices of a state. Not rebels.
bool is_authority(const Candidate& who) {
  static constexpr std::string_view sectors[] = {"COP", "GOV", "JUD", "MIL", "SPY"};
  return who.actor().kind == ActorKind::country || is_listed(sectors, who.actor().sector);
}

/// Whose wish counts with others: states, their offices, bodies of states.
bool is_power(const Candidate& who) {
  const ActorKind kind = who.actor().kind;
  return kind == ActorKind::country ||
         ((who.actor().sector == "GOV" || who.actor().sector == "IGO") && kind != ActorKind::group);
}

/// Who strikes with words: a person with a name, a party, a paper.
bool is_politician(const Candidate& who) {
  const bool speaks = who.actor().kind == ActorKind::person
                          ? !graph::is_local(who.actor()) && who.party.distance == 0
                          : who.actor().sector == "PTY" || who.actor().sector == "JRN";
  return speaks && !is_armed(who.actor());
}

/// Whom words strike: a person, a body, what somebody has made.
bool is_civilian(const Candidate& who) {
  const ActorKind kind = who.actor().kind;
  return (kind == ActorKind::person && who.party.distance == 0) ||
         ((kind == ActorKind::organisation || kind == ActorKind::entity) && !is_armed(who.actor()));
}

bool is_candidate(const Candidate& who) {
  return who.actor().kind == ActorKind::person || who.actor().sector == "PTY" ||
         who.party.distance > 0;
}

bool is_diplomat(const Candidate& who) {
  return who.party.distance == 0 && who.is_called("diplomat");
}

bool is_group(const Candidate& who) {
  return who.actor().kind == ActorKind::group && who.party.distance == 0;
}

bool is_people(const Candidate& who) {
  static constexpr std::string_view sets[] = {"crowd", "individual", "prisoner", "suspect",
                                              "troops"};
  const ActorKind kind = who.actor().kind;
  const bool named =
      who.party.distance == 0 && (kind == ActorKind::person || kind == ActorKind::group);
  return named || std::any_of(std::begin(sets), std::end(sets),
                              [&](std::string_view set) { return who.is_called(set); });
}

bool is_person(const Candidate& who) {
  return who.party.distance == 0 && who.actor().kind == ActorKind::person;
}

/// What somebody makes or does, without a name.
bool is_thing(const Candidate& who) {
  return who.party.unnamed && who.actor().kind == ActorKind::entity;
}

bool is_place(const Candidate& who) {
  return who.party.distance == 0 && who.actor().kind == ActorKind::place;
}

/// "deported them to X"
bool is_destination(const Candidate& who) {
  return who.analysis.tree().preposition(who.party.slot) == "to";
}

/// "talks in the town"
bool is_venue(const Candidate& who) {
  const SentenceTree& tree = who.analysis.tree();
  const std::string preposition = tree.preposition(who.party.slot);
  const auto head = tree.head(who.party.slot);
  return who.actor().kind == ActorKind::place && head &&
         (preposition == "in" || preposition == "at") &&
         (Lexicon::built_in().in_set("talks", tree.lemma(*head)) ||
          Lexicon::built_in().in_set("meeting", tree.lemma(*head)));
}

/// People without arms or office.
bool is_crowd(const Candidate& who) {
  static constexpr std::string_view unarmed[] = {"AGR", "CVL", "EDU", "LAB", "REF"};
  return who.actor().kind == ActorKind::group && is_listed(unarmed, who.actor().sector);
}

/// The people of whoever acts: "the government warned travellers".
bool is_own_people(const Candidate& whom) {
  const graph::Actor& people = whom.actor();
  return people.sector == "CVL" && !people.country.empty() &&
         std::any_of(whom.act.agents.begin(), whom.act.agents.end(), [&](const Party& agent) {
           return whom.analysis.document().actors[agent.actor].country == people.country;
         });
}

/// The state of whoever acts: "the premier flew back to Ruritania".
bool is_own_state(const Candidate& whom) {
  const graph::Actor& state = whom.actor();
  return state.kind == ActorKind::country && !state.country.empty() &&
         std::any_of(whom.act.agents.begin(), whom.act.agents.end(), [&](const Party& agent) {
           return whom.analysis.document().actors[agent.actor].country == state.country;
         });
}

/// Whose the thing is that the slot names: "attacked [his] policies".
bool is_owner(const Candidate& who) { return who.party.distance > 0; }

struct PartyKind {
  std::string_view name;
  bool (*holds)(const Candidate&);
};

constexpr PartyKind party_kinds[] = {
    {"armed", &is_armed_party},   {"army", &is_army},
    {"authority", &is_authority}, {"candidate", &is_candidate},
    {"civilian", &is_civilian},   {"company", &is_company},
    {"crowd", &is_crowd},         {"destination", &is_destination},
    {"diplomat", &is_diplomat},   {"group", &is_group},
    {"outlaw", &is_outlaw},       {"own_people", &is_own_people},
    {"own_state", &is_own_state}, {"owner", &is_owner},
    {"people", &is_people},       {"person", &is_person},
    {"place", &is_place},         {"politician", &is_politician},
    {"power", &is_power},         {"press", &is_press},
    {"state", &is_state},         {"thing", &is_thing},
    {"venue", &is_venue},
};

/// What a cell of the table asks of all the parties in a role: "army", "!power"; nothing if empty.
struct KindTest {
  bool (*holds)(const Candidate&) = nullptr;
  bool wanted = true;
};

KindTest kind_test(std::string_view name) {
  if (name.empty()) return {};
  const bool wanted = !name.starts_with('!');
  if (!wanted) name.remove_prefix(1);
  const auto* kind = std::find_if(std::begin(party_kinds), std::end(party_kinds),
                                  [&](const PartyKind& each) { return each.name == name; });
  if (kind == std::end(party_kinds)) {
    throw Error("recodings.tsv: unknown kind of party \"" + std::string(name) + "\"");
  }
  return {kind->holds, wanted};
}

bool are_all(const SentenceAnalysis& analysis, const Act& act, const std::vector<Party>& parties,
             const KindTest& kind) {
  if (kind.holds == nullptr) return true;
  const bool all =
      !parties.empty() && std::all_of(parties.begin(), parties.end(), [&](const Party& party) {
        return kind.holds({analysis, act, party});
      });
  return all == kind.wanted;
}

bool has_word(const WordCondition& condition, const std::string& lemma) {
  return condition.words.empty() ||
         std::any_of(condition.words.begin(), condition.words.end(), [&](std::string_view word) {
           return word.starts_with('@') ? Lexicon::built_in().in_set(word, lemma) : word == lemma;
         });
}

/// "sent troops [to train] the army of X"
bool has_purpose(const SentenceTree& tree, TokenId verb, const WordCondition& condition) {
  const auto& children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::advcl, Deprel::xcomp}) && tree.marker(child) == "to" &&
           has_word(condition, tree.lemma(child));
  });
}

bool is_found(const SentenceAnalysis& analysis, const Predication& predication, const Act& act,
              const WordCondition& condition) {
  const SentenceTree& tree = analysis.tree();
  const std::string_view first = condition.slots.front();
  if (first == "passive") return predication.passive;
  if (first == "frame") {
    return std::any_of(condition.words.begin(), condition.words.end(), [&](std::string_view part) {
      return act.frame.find(part) != std::string::npos;
    });
  }
  if (first == "purpose") return has_purpose(tree, predication.token, condition);
  if (first == "below" || first == "sentence") {
    const bool below = first == "below";
    for (TokenId token = below ? predication.token + 1 : tree.first(); token < tree.last();
         ++token) {
      const bool counts =
          below ? tree.governs(predication.token, token) : tree.at(token).upos == text::Upos::noun;
      if (counts && has_word(condition, tree.lemma(token))) return true;
    }
    return false;
  }
  return std::any_of(predication.arguments.begin(), predication.arguments.end(),
                     [&](const Argument& role) {
                       return is_listed(condition.slots, role.slot) && !is_time(tree, role.token) &&
                              has_word(condition, tree.lemma(role.token));
                     });
}

/// A row of the table with its kinds looked up.
struct Rule {
  const Recoding& row;
  KindTest agents;
  KindTest targets;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> made;
    for (const Recoding& row : recodings()) {
      made.push_back({row, kind_test(row.agents), kind_test(row.targets)});
    }
    return made;
  }();
  return all;
}

bool applies(const SentenceAnalysis& analysis, const Predication& predication, const Act& act,
             const Rule& rule) {
  const Recoding& recoding = rule.row;
  const bool coded =
      std::any_of(recoding.from.begin(), recoding.from.end(), [&](const ActCode& is) {
        return is.type == act.type && (is.mode.empty() || is.mode == act.mode);
      });
  return coded && (recoding.verbs.empty() || is_listed(recoding.verbs, predication.lemma)) &&
         are_all(analysis, act, act.agents, rule.agents) &&
         are_all(analysis, act, act.targets, rule.targets) &&
         std::all_of(recoding.where.begin(), recoding.where.end(),
                     [&](const WordCondition& condition) {
                       return is_found(analysis, predication, act, condition) == condition.wanted;
                     });
}

void recode_by_table(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  for (const Rule& rule : rules()) {
    if (!applies(analysis, predication, act, rule)) continue;
    const auto& to = rule.row.to;
    if (!to) {
      act.targets.clear();
      act.mode.clear();
      continue;
    }
    act.type = to->type;
    act.mode = to->mode;
  }
}

/// Those to whom what is told does not happen.
void drop_bystanders(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  const auto& actors = analysis.document().actors;
  const bool warns =
      act.frame.find("warn") != std::string::npos || act.frame.find("@threat") != std::string::npos;
  // "warned tourists in X", "warned travellers near X": X is not threatened
  if (warns) {
    std::erase_if(act.targets, [&](const Party& party) {
      return party.distance > 0 &&
             Lexicon::built_in().in_set("individual", analysis.tree().lemma(party.slot)) &&
             actors[party.actor].kind == ActorKind::place;
    });
  }
  // "expects 1,000 demonstrators to march" asks nobody; of an emergency itself no party is made
  if ((predication.lemma == "expect" && act.type == RelationClass::request) ||
      act.mode == "martial-law") {
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
    const bool aim = analysis.tree().is(child, {Deprel::xcomp, Deprel::advcl});
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

}  // namespace

void recode(const SentenceAnalysis& analysis, const Predication& predication, Act& act) {
  recode_by_table(analysis, predication, act);
  drop_bystanders(analysis, predication, act);
  recode_closure(analysis, predication, act);
  recode_joint(analysis, predication, act);
}

}  // namespace entente::relations
