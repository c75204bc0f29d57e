#include <algorithm>
#include <utility>

#include "extract/relations/act_steps.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"
#include "graph/quad.hpp"

namespace entente::relations {
namespace {

using graph::Quad;
using graph::RelationClass;
using text::Deprel;

struct Composition {
  RelationClass type;
  bool tells_complement;  ///< the inner act is not told again
};

/// The outer class that an operator gives to whatever act it governs.
std::optional<Composition> composition(Operator op) {
  switch (op) {
    case Operator::promise:
    case Operator::suggest:
      return Composition{RelationClass::agree, true};
    case Operator::refuse:
    case Operator::fail:
      return Composition{RelationClass::reject, true};
    case Operator::threaten:
      return Composition{RelationClass::threaten, true};
    case Operator::cease:
      return Composition{RelationClass::sanction, true};
    case Operator::demand:
      return Composition{RelationClass::request, false};
    case Operator::deny:
      return Composition{RelationClass::reject, false};
    case Operator::accuse:
      return Composition{RelationClass::accuse, false};
    default:
      return std::nullopt;
  }
}

class Composer {
 public:
  Composer(SentenceAnalysis& analysis, std::size_t index, Targets targets)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]),
        targets_(targets) {}

  std::optional<Act> code() {
    if (auto act = petition_act(analysis_, index_)) return act;
    if (auto act = by_composition()) return act;
    return among_subjects();
  }

 private:
  /// Who agree or commit to something do so with each other. Those who pledge or offer may mean
  /// others; those who agree that something is so share an opinion.
  [[nodiscard]] bool is_mutual() const {
    return (predication_.lemma == "agree" || predication_.lemma == "commit") &&
           argument(predication_, "that") == nullptr;
  }

  /// Who commits to something or agrees to it does not say so to whom it strikes.
  [[nodiscard]] bool is_resolve() const {
    return predication_.lemma == "agree" || predication_.lemma == "commit" ||
           predication_.lemma == "commitment" || predication_.lemma == "undertake";
  }

  void drop_opponents(Act& act) const {
    std::erase_if(act.targets, [&](const Party& party) {
      return tree_.preposition(tree_.first_conjunct(party.slot)) == "against";
    });
  }

  /// "A, B and C agreed on a plan".
  std::optional<Act> among_subjects() {
    if (predication_.kind != PredicationKind::verb || predication_.passive || !is_mutual()) {
      return std::nullopt;
    }
    Act act = new_act(analysis_, index_, composite_confidence);
    act.agents = subjects();
    if (act.agents.size() < 2) return std::nullopt;
    act.type = RelationClass::agree;
    act.symmetric = true;
    act.frame = predication_.lemma + " among its subjects";
    return act;
  }

  /// "agreed to supply Iran", "refused to recognise B", "urged that B withdraw".
  std::optional<Act> by_composition() {
    const Operator op = operator_of(tree_, predication_);
    const auto outer = composition(op);
    if (!outer || wants_it_to_stop(tree_, predication_)) return std::nullopt;
    for (std::size_t i = index_ + 1; i < analysis_.clauses().predications().size(); ++i) {
      const Predication& inner = analysis_.clauses().predications()[i];
      if (inner.parent != index_ || !is_complement(inner)) continue;
      if (auto act = with_complement(*outer, op, deed_of(i))) return act;
    }
    return std::nullopt;
  }

  /// "vowed to keep fighting": the fighting.
  [[nodiscard]] std::size_t deed_of(std::size_t index) const {
    const auto& all = analysis_.clauses().predications();
    for (std::size_t i = index + 1; i < all.size(); ++i) {
      if (all[i].parent == index && all[i].kind == PredicationKind::verb &&
          all[i].link == Link::complement && operator_of(tree_, all[index]) == Operator::aspect) {
        index = i;
      }
    }
    return index;
  }

  [[nodiscard]] bool is_complement(const Predication& inner) const {
    // "would end if B left"
    if (inner.marker == "if" || inner.marker == "unless" || inner.marker == "when") return false;
    if (inner.kind == PredicationKind::noun) {
      return predication_.kind == PredicationKind::verb &&
             event_noun(tree_, inner.token).entry != nullptr &&
             std::any_of(predication_.arguments.begin(), predication_.arguments.end(),
                         [&](const Argument& role) {
                           return role.token == inner.token &&
                                  (role.slot == "obj" || role.slot == "for" || role.slot == "to");
                         });
    }
    if (inner.link == Link::complement) return true;
    if (inner.link == Link::relative) return tree_.is(inner.token, {Deprel::acl});
    return inner.link == Link::adverbial && (inner.marker == "from" || inner.marker == "of" ||
                                             inner.marker == "to" || inner.marker == "for");
  }

  std::optional<Act> with_complement(Composition outer, Operator op, std::size_t inner_index) {
    const Predication& inner = analysis_.clauses().predications()[inner_index];
    Act act = new_act(analysis_, index_, composite_confidence);
    if (auto sides = sides_of_subject(); op == Operator::fail && sides.size() > 1) {
      act.agents = std::move(sides);
      act.type = outer.type;
      act.symmetric = true;
      act.frame = predication_.lemma + " between its subject's sides";
      return act;
    }
    act.agents = composing_agents();
    if (act.agents.empty() || shares_opinion(inner)) return std::nullopt;
    const auto inner_act = inner_of(inner_index);
    // who proposes to blame or strike somebody grants nothing, nor does who proposes what is
    // no act towards anybody
    if (op == Operator::suggest && (inner_act ? graph::is_conflict(graph::quad_of(inner_act->type))
                                              : inner.kind == PredicationKind::verb)) {
      return std::nullopt;
    }
    if (op == Operator::refuse && is_silence(inner, inner_act)) return std::nullopt;
    // who fails to strike or to catch somebody refuses nothing
    if (op == Operator::fail &&
        (!inner_act || graph::quad_of(inner_act->type) == Quad::material_conflict)) {
      return std::nullopt;
    }
    if (op == Operator::demand || op == Operator::accuse) {
      act.targets = addressee(inner, inner_act);
    } else if (inner_act) {
      act.targets = inner_act->targets;
      // "failed to nominate a speaker": there is none
      if (op == Operator::fail && makes_anew(inner.lemma)) {
        std::erase_if(act.targets, [](const Party& party) { return party.unnamed; });
      }
    } else {
      act.targets = any_party(inner);
    }
    if (op == Operator::promise && act.targets.empty() && makes_anew(inner.lemma)) {
      if (const Argument* made = argument(inner, "obj")) {
        act.targets = members_of(analysis_, made->token);
      }
    }
    // nobody is named whom "demanded that X be released" asks
    if (op == Operator::demand && act.targets.empty() && inner.passive && inner.marker == "that") {
      return std::nullopt;
    }
    // "declined to resign despite B's call"
    if (op == Operator::refuse) {
      if (auto others = defied(); !others.empty()) act.targets = std::move(others);
    }
    drop_means(inner, act);
    // "A and B failed to reach agreement"
    if (act.targets.empty() && inner_act && inner_act->symmetric && act.agents.size() > 1) {
      act.symmetric = true;
    }
    if (act.targets.empty() && !act.symmetric && targets_ != Targets::named &&
        op != Operator::accuse && !asks_somebody(op)) {
      act.targets = unnamed_party(inner, inner_act ? inner_act->type : outer.type);
    }
    if (act.targets.empty() && !act.symmetric && targets_ == Targets::deep && inner.lemma != "be" &&
        op != Operator::fail && !(op == Operator::promise && makes_anew(inner.lemma))) {
      act.targets = deep_parties(analysis_, inner.token, outer.type);
      drop_means(inner, act);
      // "offered to send troops to help B"
      const Argument* sent = argument(inner, "obj");
      if (act.targets.empty() && sent != nullptr && moves_means(inner.lemma)) {
        act.targets = purpose_parties(analysis_, inner, sent->token, act.agents);
      }
    }
    // "agreed to build a port in B"
    if (act.targets.empty() && !act.symmetric && targets_ == Targets::deep &&
        op == Operator::promise) {
      act.targets = place_of(analysis_, inner, inner.token, act.agents, true);
    }
    // "offered Y's help": Y is to help, and is not helped.
    if (inner.kind == PredicationKind::noun) {
      std::erase_if(act.targets, [&](const Party& party) {
        return tree_.is(party.slot, {Deprel::nmod_poss}) && tree_.head(party.slot) == inner.token;
      });
    }
    // "A and B pledged to deepen their ties": whatever "their" is taken for
    if (op == Operator::promise && act.agents.size() > 1 && is_about_themselves(inner)) {
      act.targets.clear();
    }
    // "B denies arming rebels": it answers who has said so
    if (op == Operator::deny) keep_likely_accusers(inner_act, act);
    if (op == Operator::deny && act.targets.empty()) {
      act.targets = analysis_.finder().accusers_of(tree_, predication_.token, act.agents.front());
    }
    drop_agents_from_targets(act);
    if (op == Operator::promise || op == Operator::refuse) {
      add_theatre(analysis_, act.agents, act.targets);
    }
    // "agreed to defeat B", "is committed to fighting B": a plan, and no threat to B
    if (op == Operator::promise && inner_act && is_resolve() &&
        promised(*inner_act, analysis_.context(inner_index).polarity == graph::Polarity::negated) ==
            RelationClass::threaten) {
      return std::nullopt;
    }
    // "agreed to field a candidate against B": B is promised nothing
    if (op == Operator::promise &&
        !(inner_act && graph::quad_of(inner_act->type) == Quad::material_conflict)) {
      drop_opponents(act);
    }
    // "A and B agreed to share information"
    act.symmetric = act.targets.empty() && act.agents.size() > 1 && (act.symmetric || is_mutual());
    if (act.targets.empty() && !act.symmetric) return std::nullopt;
    act.type = outer.type;
    act.frame = predication_.lemma + " + " + inner.lemma;
    // "is not willing to meet B": the negation is the operator's own, though both stand in it
    const bool unwilling = act.context.polarity == graph::Polarity::negated;
    const bool without =
        (analysis_.context(inner_index).polarity == graph::Polarity::negated) != unwilling;
    act.lemma += (op == Operator::promise && without ? " not to " : " to ") + inner.lemma;
    act.words.push_back(inner.token);
    if (op == Operator::promise && inner_act) {
      act.type = promised(*inner_act, without);
    }
    if (op == Operator::promise && unwilling && act.type == RelationClass::agree && is_assent()) {
      act.type = RelationClass::reject;
      act.context.polarity = graph::Polarity::affirmed;
    }
    if (act.type == RelationClass::agree && is_taken_back()) act.type = RelationClass::reject;
    if (op == Operator::cease) {
      if (!inner_act) return std::nullopt;
      const Quad quad = graph::quad_of(inner_act->type);
      if (quad == Quad::material_conflict) act.type = RelationClass::retreat;
      if (quad == Quad::verbal_conflict) act.type = RelationClass::concede;
    }
    if (outer.tells_complement) tell(inner_index);
    return act;
  }

  /// Who declines to comment on somebody refuses him nothing; who will not respond to him does.
  [[nodiscard]] bool is_silence(const Predication& inner,
                                const std::optional<Act>& inner_act) const {
    const bool answers = argument(inner, "to") != nullptr;
    if (answers) return false;
    return inner_act ? inner_act->type == RelationClass::statement
                     : Lexicon::built_in().verb_operator(inner.lemma) == Operator::say;
  }

  /// "vowed to attack B", "pledged not to attack B", "promised never to recognise B".
  [[nodiscard]] static RelationClass promised(const Act& inner, bool without) {
    const Quad quad = graph::quad_of(inner.type);
    const bool conflict = quad == Quad::material_conflict || quad == Quad::verbal_conflict;
    if (without) {
      return conflict ? RelationClass::agree : RelationClass::reject;
    }
    // "vowed to resist B", "threatened": said now as well as then
    if (inner.type == RelationClass::reject || inner.type == RelationClass::threaten) {
      return inner.type;
    }
    const bool force = quad == Quad::material_conflict && inner.type != RelationClass::mobilize;
    return force ? RelationClass::threaten : RelationClass::agree;
  }

  /// "withdrew its offer to help B", "reneged on a pledge to help B"
  [[nodiscard]] bool is_taken_back() const {
    if (predication_.kind != PredicationKind::noun || !predication_.parent) return false;
    const Predication& above = analysis_.clauses().predications()[*predication_.parent];
    return Lexicon::built_in().in_set("revocation", above.lemma);
  }

  /// Despite whom one refuses.
  [[nodiscard]] std::vector<Party> defied() const {
    const Argument* wish = argument(predication_, "despite");
    return wish == nullptr ? std::vector<Party>{}
                           : acting(analysis_, analysis_.parties(wish->token, Reach::author));
  }

  /// Who is not willing, ready or agreed refuses; who has not promised only has not.
  [[nodiscard]] bool is_assent() const {
    return predication_.kind == PredicationKind::adjective ||
           (predication_.kind == PredicationKind::verb && predication_.lemma == "agree");
  }

  /// "A and B agree that C must not arm": C has no part in it.
  [[nodiscard]] bool shares_opinion(const Predication& inner) const {
    const Argument* subject = argument(inner, "subj");
    if (subject == nullptr && inner.passive) subject = argument(inner, "obj");
    return predication_.lemma == "agree" && subject != nullptr && !subject->inherited &&
           inner.marker == "that";
  }

  /// "asked members to approve the union": the union is asked for nothing.
  [[nodiscard]] bool asks_somebody(Operator op) const {
    return op == Operator::demand &&
           (argument(predication_, "obj") != nullptr || argument(predication_, "iobj") != nullptr);
  }

  /// States and bodies that a deed wrongs may have said so themselves; those who were killed have
  /// not, nor those who were helped.
  void keep_likely_accusers(const std::optional<Act>& denied, Act& act) const {
    if (!denied) return;
    const bool wrongs = graph::quad_of(denied->type) == Quad::material_conflict ||
                        graph::quad_of(denied->type) == Quad::verbal_conflict;
    std::erase_if(act.targets, [&](const Party& party) {
      const graph::Actor& whom = analysis_.document().actors[party.actor];
      return !wrongs || graph::is_local(whom) || whom.kind == graph::ActorKind::group ||
             whom.kind == graph::ActorKind::person || whom.kind == graph::ActorKind::place;
    });
  }

  [[nodiscard]] bool is_about_themselves(const Predication& inner) const {
    const Argument* object = argument(inner, "obj");
    if (object == nullptr) return false;
    const auto owner = tree_.child(object->token, {Deprel::nmod_poss});
    return owner && tree_.lemma(*owner) == "their";
  }

  [[nodiscard]] std::optional<Act> inner_of(std::size_t inner_index) {
    const Predication& inner = analysis_.clauses().predications()[inner_index];
    if (inner.kind == PredicationKind::noun) return nominal_act(analysis_, inner_index);
    return verbal_act(analysis_, inner_index);
  }

  [[nodiscard]] std::vector<Party> composing_agents() const {
    if (predication_.kind != PredicationKind::noun) return subjects();
    auto owners = acting(analysis_, analysis_.parties(predication_.token, Reach::owner));
    if (!owners.empty() || !predication_.parent) return owners;
    // "[A] expressed readiness to ...", "[A] made a pledge to ..."
    const Predication& verb = analysis_.clauses().predications()[*predication_.parent];
    const Argument* object = argument(verb, "obj");
    const bool holds = verb.kind == PredicationKind::verb && object != nullptr &&
                       object->token == predication_.token &&
                       Lexicon::built_in().is_light(verb.lemma);
    return holds ? subject_parties(analysis_, verb) : owners;
  }

  /// "The summit between A and B failed to produce a deal".
  [[nodiscard]] std::vector<Party> sides_of_subject() const {
    const Argument* subject = argument(predication_, "subj");
    const EventNoun* event = subject == nullptr ? nullptr : event_noun(tree_, subject->token).entry;
    if (event == nullptr || !event->symmetric) return {};
    for (const TokenId child : tree_.children(subject->token)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "between") {
        return acting(analysis_, analysis_.parties(child, Reach::direct));
      }
    }
    return {};
  }

  /// Of whom something is demanded, or who is accused: who would do it.
  [[nodiscard]] std::vector<Party> addressee(const Predication& inner,
                                             const std::optional<Act>& inner_act) const {
    if (const Argument* subject = argument(inner, "subj")) {
      auto found = acting(analysis_, analysis_.parties(subject->token, Reach::owner));
      if (!found.empty()) return found;
      // "demanded that ministers resign"
      found = acting(analysis_, analysis_.finder().unnamed(tree_, subject->token));
      if (!found.empty() && targets_ != Targets::named && is_wish(inner)) return found;
    }
    if (inner_act && !inner_act->agents.empty()) return inner_act->agents;
    // "asked sellers to inspect X's ships": it is the sellers who are asked
    for (const std::string_view slot : {"obj", "iobj"}) {
      if (const Argument* asked = argument(predication_, slot)) {
        return analysis_.parties(asked->token, Reach::direct);
      }
    }
    // "demanded that X be released": whoever holds him is asked, not he
    if (inner.passive && inner.marker == "that") return {};
    if (inner_act) return inner_act->targets;
    if (const Argument* object = argument(inner, "obj")) {
      return analysis_.parties(object->token, Reach::owner);
    }
    return {};
  }

  /// Not "asked why they paid", "insisted that he could not", "the law requires that ...".
  [[nodiscard]] bool is_wish(const Predication& inner) const {
    static constexpr std::string_view facts[] = {"can", "could", "have", "may", "might", "would"};
    if (predication_.lemma == "require" || (inner.marker != "that" && inner.marker != "to")) {
      return false;
    }
    const auto auxiliary = tree_.child(inner.token, {Deprel::aux});
    return !auxiliary || !is_listed(facts, tree_.lemma(*auxiliary));
  }

  [[nodiscard]] std::vector<Party> any_party(const Predication& inner) const {
    static constexpr std::string_view slots[] = {"obj", "iobj",    "to",  "with",
                                                 "on",  "against", "for", "from"};
    for (const std::string_view slot : slots) {
      for (const Argument& role : inner.arguments) {
        if (role.slot != slot || (role.inherited && slot != "obj")) continue;
        auto found = analysis_.parties(role.token, Reach::owner);
        if (!found.empty()) return found;
      }
    }
    return {};
  }

  [[nodiscard]] std::vector<Party> unnamed_party(const Predication& inner,
                                                 RelationClass type) const {
    for (const std::string_view slot : {"obj", "iobj", "to", "with", "on", "against", "for"}) {
      const Argument* role = argument(inner, slot);
      if (role == nullptr || role->inherited) continue;
      if (std::string_view(slot) == "obj" && makes_anew(inner.lemma)) continue;
      if (std::string_view(slot) == "obj" && moves_means(inner.lemma) && is_means(role->token))
        continue;
      auto found = target_parties(analysis_, role->token, Reach::direct, type, Targets::any);
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] bool is_means(TokenId noun) const {
    const Lexicon& lexicon = Lexicon::built_in();
    return lexicon.in_set("troops", tree_.lemma(noun)) ||
           lexicon.in_set("peacekeepers", tree_.lemma(noun)) ||
           lexicon.in_set("weapon", tree_.lemma(noun));
  }

  /// "threatened to send soldiers" threatens whom they are sent against.
  void drop_means(const Predication& inner, Act& act) const {
    if (!moves_means(inner.lemma)) return;
    std::erase_if(act.targets, [&](const Party& party) {
      return graph::is_local(analysis_.document().actors[party.actor]) && is_means(party.slot) &&
             tree_.is(party.slot, {Deprel::obj});
    });
  }

  /// Marks the complement, and event nouns that it governs, as told.
  void tell(std::size_t inner_index) {
    analysis_.mark_told(inner_index);
    const auto& all = analysis_.clauses().predications();
    for (std::size_t i = inner_index + 1; i < all.size(); ++i) {
      if (all[i].parent != inner_index) continue;
      // "is willing to provide advice to help B"
      const bool purpose = all[i].link == Link::adverbial && all[i].marker == "to";
      if (all[i].link == Link::noun || purpose) analysis_.mark_told(i);
    }
  }

  [[nodiscard]] std::vector<Party> subjects() const {
    return subject_parties(analysis_, predication_);
  }

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
  Targets targets_;
};

}  // namespace

std::optional<Act> composed_act(SentenceAnalysis& analysis, std::size_t predication,
                                Targets targets) {
  return Composer(analysis, predication, targets).code();
}

}  // namespace entente::relations
