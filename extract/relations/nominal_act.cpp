#include <algorithm>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/noun_place.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;

constexpr double nominal_confidence = 0.8;
constexpr double borrowed_agent_confidence = 0.65;

/// "A-led", "A-ordered": who acts stands before the participle.
bool is_leading(const std::string& verb) {
  static constexpr std::string_view verbs[] = {"command",     "direct",   "impose",
                                               "lead",        "order",    "organise",
                                               "orchestrate", "organize", "spearhead"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
}

class NominalCoder {
 public:
  NominalCoder(const SentenceAnalysis& analysis, std::size_t index)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]),
        use_(event_noun(tree_, predication_.token)) {}

  std::optional<Act> code() {
    if (use_.entry == nullptr) return std::nullopt;
    Act act;
    act.type = use_.entry->type;
    act.mode = use_.entry->mode;
    act.symmetric = use_.entry->symmetric;
    act.frame = use_.lemma;
    act.lemma = tree_.lemma(predication_.token);
    act.words.push_back(predication_.token);
    act.context = analysis_.context(index_);
    act.confidence = nominal_confidence;
    act.targets = targets();
    act.agents = acting(analysis_, act.symmetric ? all_sides() : agents());
    if (act.symmetric) drop_agents(act);
    if (act.symmetric && act.agents.size() > 1) drop_places(act);
    if (act.agents.empty()) take_of_as_agent(act);
    if (act.agents.empty()) borrow_agents(act);
    fill_from_place(analysis_, predication_, act);
    if (act.agents.empty()) meet_as_subjects(act);
    if (act.agents.empty()) return std::nullopt;
    if (act.targets.empty() && !(act.symmetric && act.agents.size() > 1)) return std::nullopt;
    return act;
  }

  [[nodiscard]] std::vector<Party> own_targets() const {
    if (use_.entry == nullptr) return {};
    return by_prepositions(use_.entry->target_prepositions);
  }

 private:
  /// "talks between A and B": who takes part is not a target too.
  static void drop_agents(Act& act) {
    std::erase_if(act.targets, [&](const Party& target) {
      return std::any_of(act.agents.begin(), act.agents.end(),
                         [&](const Party& agent) { return agent.actor == target.actor; });
    });
  }

  /// "the Iran-Iraq war in Kurdistan": its two sides are known.
  void drop_places(Act& act) const {
    std::erase_if(act.targets, [&](const Party& target) {
      const std::string preposition = tree_.preposition(tree_.first_conjunct(target.slot));
      return preposition == "in" || preposition == "on";
    });
  }

  /// "the withdrawal of A's troops from B": who is moved is who moves.
  void take_of_as_agent(Act& act) const {
    if (act.type != graph::RelationClass::retreat && act.type != graph::RelationClass::mobilize) {
      return;
    }
    auto movers = by_prepositions({"of"});
    if (movers.empty() || !is_listed(use_.entry->target_prepositions, "of")) return;
    auto prepositions = use_.entry->target_prepositions;
    std::erase(prepositions, "of");
    auto places = by_prepositions(prepositions);
    if (places.empty()) return;
    act.agents = acting(analysis_, std::move(movers));
    act.targets = std::move(places);
  }

  static void append(std::vector<Party> more, std::vector<Party>& parties) {
    for (Party& party : more) {
      const bool known = std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
        return other.actor == party.actor;
      });
      if (!known) parties.push_back(std::move(party));
    }
  }

  /// Whom it strikes: by the noun's own prepositions, those of a noun joined to it, or
  /// those that a parser hangs on the verb.
  [[nodiscard]] std::vector<Party> targets() const {
    auto prepositions = use_.entry->target_prepositions;
    if (of_names_doer(tree_, predication_.token, *use_.entry)) std::erase(prepositions, "of");
    auto found = by_prepositions(prepositions);
    // "the A-B conflict and the uprising against C" has its sides
    if (!found.empty() || (use_.entry->symmetric && all_sides().size() > 1)) return found;
    // "the harassment and detention of journalists"
    for (const TokenId conjunct : tree_.conjuncts(predication_.token)) {
      if (tree_.at(conjunct).upos == text::Upos::noun) {
        found = by_prepositions(prepositions, conjunct);
      }
      if (!found.empty()) return found;
    }
    found = from_verb(prepositions);
    if (found.empty() && (use_.entry->type == graph::RelationClass::mobilize ||
                          use_.entry->type == graph::RelationClass::aid)) {
      // "the deployment of a team to watch over B"
      found = purpose_parties(analysis_, predication_, predication_.token, {});
    }
    if (found.empty()) found = struck_bearers();
    return found.empty() ? struck_place() : found;
  }

  /// "the Mosul offensive": the place before the noun, no state, whose attack it would be.
  [[nodiscard]] std::vector<Party> struck_place() const {
    if (use_.entry->type != graph::RelationClass::assault) return {};
    for (const TokenId child : tree_.children(predication_.token)) {
      if (!tree_.is(child, {Deprel::compound})) continue;
      auto found = analysis_.parties(child, Reach::direct);
      const bool place = found.size() == 1 && analysis_.document().actors[found[0].actor].kind ==
                                                  graph::ActorKind::place;
      if (place) return found;
    }
    return {};
  }

  /// "increased [its cooperation] [with B]", "held [talks] in Geneva [with B]"
  [[nodiscard]] std::vector<Party> from_verb(
      const std::vector<std::string_view>& prepositions) const {
    std::vector<Party> found;
    if (!predication_.parent) return found;
    const Predication& above = analysis_.clauses().predications()[*predication_.parent];
    if (above.kind != PredicationKind::verb) return found;
    if (above.surface_subject == predication_.token && !above.passive) return found;
    // a preposition that the verb itself may want is left to it
    static constexpr std::string_view free[] = {"with", "against", "between"};
    for (const Argument& role : above.arguments) {
      // "broke the truce with an attack on B": not a truce with B
      const EventNoun* deed = event_noun(tree_, role.token).entry;
      if (deed != nullptr && graph::quad_of(deed->type) == graph::Quad::material_conflict) continue;
      const bool own = role.token > predication_.token && is_listed(prepositions, role.slot) &&
                       std::find(std::begin(free), std::end(free), role.slot) != std::end(free);
      if (own) append(analysis_.parties(role.token, target_reach(use_.entry->type)), found);
    }
    return found;
  }

  /// "Kuwait, a target of Iranian attacks"
  [[nodiscard]] std::vector<Party> struck_bearers() const {
    static constexpr std::string_view nouns[] = {"object", "target", "victim"};
    const auto head = tree_.head(predication_.token);
    if (!head || !tree_.is(predication_.token, {Deprel::nmod}) ||
        tree_.preposition(predication_.token) != "of" ||
        std::find(std::begin(nouns), std::end(nouns), tree_.lemma(*head)) == std::end(nouns)) {
      return {};
    }
    if (tree_.is(*head, {Deprel::appos})) {
      return analysis_.parties(*tree_.head(*head), Reach::owner);
    }
    const Predication* said = analysis_.clauses().of(*head);
    if (said == nullptr || said->kind != PredicationKind::nominal) return {};
    const Argument* subject = argument(*said, "subj");
    return subject == nullptr ? std::vector<Party>{}
                              : analysis_.parties(subject->token, Reach::owner);
  }

  [[nodiscard]] std::vector<Party> by_prepositions(
      const std::vector<std::string_view>& prepositions) const {
    return by_prepositions(prepositions, predication_.token);
  }

  [[nodiscard]] std::vector<Party> by_prepositions(
      const std::vector<std::string_view>& prepositions, TokenId noun) const {
    std::vector<Party> found;
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::nmod, Deprel::obl}) || is_circumstance(tree_, child)) continue;
      if (is_listed(prepositions, tree_.preposition(child))) {
        append(target_parties(analysis_, child, target_reach(use_.entry->type), use_.entry->type,
                              Targets::any),
               found);
        continue;
      }
      // "the withdrawal of [troops from A]", "the seizure of [a ship by B]"
      const std::string outer = tree_.preposition(child);
      if (outer != "of" && outer != "by") continue;
      for (const TokenId inner : tree_.children(child)) {
        const std::string preposition = tree_.preposition(inner);
        if (tree_.is(inner, {Deprel::nmod}) && preposition != "of" &&
            is_listed(prepositions, preposition)) {
          append(analysis_.parties(inner, target_reach(use_.entry->type)), found);
        }
      }
    }
    return found;
  }

  /// Whose act it is: "Russia's", "the Russian", "by Russia", "of Russia".
  [[nodiscard]] std::vector<Party> agents() const {
    std::vector<Party> found = owners_of(predication_.token);
    // "Ruritania's harassment and detention of journalists"
    if (found.empty() && !tree_.child(predication_.token, {Deprel::det})) {
      found = owners_of(tree_.first_conjunct(predication_.token));
    }
    // "the withdrawal of A's troops from B": B is left
    const bool leaves = is_listed(use_.entry->target_prepositions, "from");
    if (found.empty() && !leaves) append(by_prepositions({"by", "from"}), found);
    if (found.empty() && leaves) append(by_prepositions({"by"}), found);
    if (found.empty() && of_names_doer(tree_, predication_.token, *use_.entry)) {
      append(by_prepositions({"of"}), found);
    }
    if (found.empty()) append(participle_agents(analysis_, predication_.token), found);
    return found;
  }

  /// "the U.S. embassy bombings", "the hotel attack": what is struck stands before the noun.
  [[nodiscard]] bool names_what_is_struck(TokenId noun) const {
    if (use_.entry->type != graph::RelationClass::assault) return false;
    const auto& children = tree_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree_.is(child, {Deprel::compound}) &&
             Lexicon::built_in().in_set("facility", tree_.lemma(child));
    });
  }

  [[nodiscard]] std::vector<Party> owners_of(TokenId noun) const {
    std::vector<Party> found;
    if (names_what_is_struck(noun)) return found;
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::nmod_poss})) {
        append(analysis_.parties(child, Reach::owner), found);
      } else if (tree_.is(child, {Deprel::amod, Deprel::compound, Deprel::nmod_desc})) {
        append(analysis_.parties(child, Reach::direct), found);
      }
    }
    return found;
  }

  /// Of talks, calls and wars all who take part: "A-B talks", "between A and B".
  [[nodiscard]] std::vector<Party> all_sides() const {
    std::vector<Party> found = agents();
    TokenId leftmost = predication_.token;
    for (const TokenId child : tree_.children(predication_.token)) {
      if (tree_.is(child, {Deprel::compound, Deprel::amod, Deprel::nmod_poss})) {
        leftmost = std::min(leftmost, child);
      }
    }
    for (TokenId token = leftmost; token < predication_.token; ++token) {
      if (tree_.governs(predication_.token, token)) {
        append(analysis_.parties(token, Reach::direct), found);
      }
    }
    append(by_prepositions({"between", "among", "involving"}), found);
    return found;
  }

  /// "they said after a meeting": who speaks together has met.
  void meet_as_subjects(Act& act) const {
    if (!act.symmetric || act.type != graph::RelationClass::consult || !predication_.parent) return;
    const Predication& above = analysis_.clauses().predications()[*predication_.parent];
    if (above.kind != PredicationKind::verb || above.passive) return;
    const bool occasion =
        std::any_of(above.arguments.begin(), above.arguments.end(), [&](const Argument& role) {
          return role.token == predication_.token &&
                 (role.slot == "after" || role.slot == "during" || role.slot == "following" ||
                  role.slot == "at" || role.slot == "in");
        });
    if (!occasion) return;
    auto sides = subject_parties(analysis_, above);
    if (sides.size() != 2) return;
    act.agents = std::move(sides);
    act.confidence = borrowed_agent_confidence;
  }

  /// "spoke after talks with B", "arrived for a meeting with B"
  [[nodiscard]] bool is_occasion() const {
    static const std::vector<std::string_view> prepositions{
        "after",     "ahead_of", "at",   "before", "during", "follow",
        "following", "for",      "from", "in",     "on"};
    const TokenId noun = counted();  // "in two days of talks"
    return tree_.is(noun, {Deprel::obl}) && is_listed(prepositions, tree_.preposition(noun));
  }

  /// "[a round] of sanctions": what counts them stands for them.
  [[nodiscard]] TokenId counted() const {
    static constexpr std::string_view counts[] = {
        "array", "barrage", "batch", "bout",   "day",        "flurry", "hour",
        "month", "package", "raft",  "range",  "round",      "series", "session",
        "set",   "slew",    "spate", "string", "succession", "wave",   "week"};
    const TokenId noun = tree_.first_conjunct(predication_.token);
    const auto head = tree_.head(noun);
    const bool is_counted =
        head && tree_.is(noun, {Deprel::nmod}) && tree_.preposition(noun) == "of" &&
        std::find(std::begin(counts), std::end(counts), tree_.lemma(*head)) != std::end(counts);
    return is_counted ? tree_.first_conjunct(*head) : noun;
  }

  /// "announced sanctions on B", "plans an attack on B": who announces is who acts.
  void borrow_agents(Act& act) const {
    if (!predication_.parent || predication_.link != Link::noun) return;
    const auto& all = analysis_.clauses().predications();
    const Predication* governor = &all[*predication_.parent];
    if (governor->kind == PredicationKind::noun && governor->token == counted() &&
        governor->parent) {
      governor = &all[*governor->parent];
    }
    const Predication& above = *governor;
    if (above.kind != PredicationKind::verb) return;
    const Argument* object = argument(above, "obj");
    const Argument* subject = argument(above, "subj");
    if (blamed_for(act, above)) return;
    if (subject != nullptr && act.type == graph::RelationClass::consult && is_occasion()) {
      act.agents = acting(analysis_, analysis_.parties(subject->token, Reach::owner));
      act.confidence = borrowed_agent_confidence;
      return;
    }
    if (object == nullptr || subject == nullptr || object->token != counted()) return;
    const Operator op = operator_of(tree_, above);
    // "ended the war" may be a peacemaker's doing
    const bool hostile = graph::quad_of(act.type) == graph::Quad::material_conflict;
    if (op == Operator::cease && hostile) return;
    // who settles a dispute may be a third
    if (act.symmetric && graph::quad_of(act.type) == graph::Quad::verbal_conflict) return;
    // "called it a killing"
    if (above.lemma == "call" && hostile && act.type != graph::RelationClass::protest) return;
    const bool own_act = Lexicon::built_in().is_light(above.lemma) || op == Operator::aspect ||
                         op == Operator::cease || op == Operator::intend ||
                         op == Operator::promise || op == Operator::attempt ||
                         op == Operator::deny || above.lemma == "announce" || provokes(act, above);
    if (!own_act) return;
    act.agents = acting(analysis_, analysis_.parties(subject->token, Reach::owner));
    act.confidence = borrowed_agent_confidence;
  }

  /// "blamed A for the attack on B", "accused A of attacks on B": A acted, says who blames him.
  bool blamed_for(Act& act, const Predication& above) const {
    if (operator_of(tree_, above) != Operator::accuse ||
        graph::quad_of(act.type) != graph::Quad::material_conflict || act.symmetric) {
      return false;
    }
    const Argument* accused = argument(above, "obj");
    // "blamed the attack on A"
    const Argument* on = above.lemma == "blame" ? argument(above, "on") : nullptr;
    const bool pinned = on != nullptr && accused != nullptr && accused->token == predication_.token;
    if (pinned) accused = on;
    const bool charge =
        pinned ||
        std::any_of(above.arguments.begin(), above.arguments.end(), [&](const Argument& role) {
          return role.token == predication_.token && !role.inherited &&
                 (role.slot == "for" || role.slot == "of");
        });
    if (!charge || accused == nullptr) return false;
    act.agents = acting(analysis_, analysis_.parties(accused->token, Reach::direct));
    if (act.targets.empty()) act.targets = analysis_.parties(predication_.token, Reach::victim);
    drop_agents(act);
    act.confidence = borrowed_agent_confidence;
    return !act.agents.empty();
  }

  /// "invaded the islands, triggering a war with B"
  [[nodiscard]] static bool provokes(const Act& act, const Predication& above) {
    static constexpr std::string_view verbs[] = {"provoke", "spark", "trigger"};
    return act.symmetric && act.type == graph::RelationClass::assault && !act.targets.empty() &&
           std::find(std::begin(verbs), std::end(verbs), above.lemma) != std::end(verbs);
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
  EventNounUse use_;
};

}  // namespace

std::vector<Party> participle_agents(const SentenceAnalysis& analysis, TokenId noun) {
  const SentenceTree& tree = analysis.tree();
  for (const TokenId child : tree.children(noun)) {
    if (tree.is(child, {Deprel::amod}) && is_leading(tree.lemma(child))) {
      // "the A-led invasion"
      for (const TokenId leader : tree.children(child)) {
        if (!tree.is(leader, {Deprel::compound, Deprel::nmod, Deprel::obl, Deprel::nsubj}))
          continue;
        auto found = analysis.parties(leader, Reach::direct);
        if (!found.empty()) return found;
      }
    }
    if (!tree.is(child, {Deprel::acl})) continue;
    const Predication* participle = analysis.clauses().of(child);
    if (participle == nullptr || !participle->passive) continue;
    if (!Lexicon::built_in().is_light(participle->lemma)) continue;
    if (const Argument* agent = argument(*participle, "subj")) {
      return analysis.parties(agent->token, Reach::owner);
    }
  }
  return {};
}

std::vector<Party> nominal_targets(const SentenceAnalysis& analysis, std::size_t predication) {
  return NominalCoder(analysis, predication).own_targets();
}

std::optional<Act> nominal_act(const SentenceAnalysis& analysis, std::size_t predication) {
  return NominalCoder(analysis, predication).code();
}

}  // namespace entente::relations
