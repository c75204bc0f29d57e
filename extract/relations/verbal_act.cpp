#include <algorithm>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/act_parties.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using graph::Polarity;
using graph::Quad;
using graph::RelationClass;
using text::Deprel;

constexpr double frame_confidence = 0.9;
constexpr double light_confidence = 0.88;
constexpr double composite_confidence = 0.78;
constexpr double unclassified_confidence = 0.35;
constexpr double guessed_confidence = 0.25;

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

class VerbalCoder {
 public:
  VerbalCoder(SentenceAnalysis& analysis, std::size_t index)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]) {}

  std::optional<Act> code() {
    for (const Targets targets : {Targets::named, Targets::any, Targets::deep}) {
      targets_ = targets;
      if (auto act = classified()) {
        fold_promise(*act);
        if (targets == Targets::deep) act->frame += " (named below)";
        return act;
      }
    }
    return unclassified();
  }

 private:
  std::optional<Act> classified() {
    auto framed = by_frame();
    auto light = by_event_noun();
    // "signed a deal with": the noun names the act unless a frame names that very noun and
    // nothing tells that the noun is meant otherwise ("a scathing attack")
    if (light && light_reading_is_marked_) return light;
    if (framed && (!light || !framed->second)) return std::move(framed->first);
    if (light) return light;
    if (framed) return std::move(framed->first);
    if (auto composed = by_composition()) return composed;
    return among_subjects();
  }

  [[nodiscard]] Act new_act(double confidence) const {
    Act act;
    act.context = analysis_.context(index_);
    act.confidence = confidence;
    act.words.push_back(predication_.token);
    if (predication_.particle) act.words.push_back(*predication_.particle);
    act.lemma = predication_.lemma;
    std::replace(act.lemma.begin(), act.lemma.end(), '_', ' ');
    return act;
  }

  [[nodiscard]] std::vector<Party> subjects() const {
    return subject_parties(analysis_, predication_);
  }

  [[nodiscard]] std::span<const Frame> frames() const {
    const Lexicon& lexicon = Lexicon::built_in();
    if (predication_.kind == PredicationKind::verb) {
      const auto with_particle = lexicon.verb(predication_.lemma);
      if (!with_particle.empty() || !predication_.particle) return with_particle;
      return lexicon.verb(tree_.lemma(predication_.token));
    }
    const std::string preposition = tree_.preposition(predication_.token);
    if (preposition.empty()) return lexicon.adjective(predication_.lemma);
    const auto by_lemma = lexicon.adjective(preposition + "_" + predication_.lemma);
    if (!by_lemma.empty()) return by_lemma;
    return lexicon.adjective(preposition + "_" + std::string(tree_.form(predication_.token)));
  }

  void add_words(Act& act, const std::vector<TokenId>& words) const {
    for (const TokenId word : words) {
      act.words.push_back(word);
      act.lemma += " " + tree_.lemma(word);
    }
  }

  /// Who says that he will do good promises it, that he will do harm threatens with it, that
  /// he will not do good refuses it. What others tell of his plans stays a plan, as do meetings.
  void fold_promise(Act& act) const {
    Context& context = act.context;
    if (!context.future || context.modality != Modality::planned_future) return;
    if (predication_.kind != PredicationKind::verb) return;
    const bool refused = context.polarity == Polarity::negated;
    if (!speaks_for_himself(act)) return;
    const Quad quad = graph::quad_of(act.type);
    const bool gives = quad == Quad::material_cooperation || act.type == RelationClass::concede ||
                       act.type == RelationClass::support;
    if (quad == Quad::material_conflict) {
      // who will not join sanctions promises nothing
      const bool force = act.type == RelationClass::assault || act.type == RelationClass::coerce ||
                         act.type == RelationClass::mobilize;
      if (refused && !force) return;
      act.type = refused ? RelationClass::agree : RelationClass::threaten;
    } else if (gives || (refused && (act.type == RelationClass::consult ||
                                     act.type == RelationClass::agree))) {
      act.type = refused ? RelationClass::reject : RelationClass::agree;
    } else {
      return;
    }
    act.mode.clear();
    act.symmetric = act.symmetric && act.targets.empty();
    act.frame += refused ? " (says he will not)" : " (says he will)";
    context.polarity = Polarity::affirmed;
    context.modality = Modality::actual;
  }

  static bool speaks_for_himself(const Act& act) {
    return !act.context.speakers.empty() && same_actor(act.context.speakers, act.agents);
  }

  /// "A and B met". Not "agreements with A and B opened relations": only what the
  /// subject itself names takes part.
  static bool sides_are_subjects(Act& act) {
    if (!act.symmetric) return false;
    std::erase_if(act.agents, [](const Party& party) { return party.distance > 0; });
    return act.agents.size() > 1;
  }

  /// "called for attacks on X to stop" is no call for attacks.
  [[nodiscard]] bool wants_it_to_stop() const {
    if (predication_.lemma != "call") return false;
    const auto& children = tree_.children(predication_.token);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree_.is(child, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp}) &&
             tree_.marker(child) == "to" &&
             Lexicon::built_in().verb_operator(tree_.lemma(child)) == Operator::cease;
    });
  }

  /// The act by a frame; the flag is true where the frame leaves its object open.
  std::optional<std::pair<Act, bool>> by_frame() {
    auto match = match_frame(analysis_, predication_, frames(), targets_);
    if (!match) return by_participle();
    Act act = new_act(frame_confidence);
    act.type = match->frame->type;
    act.mode = match->frame->mode;
    act.frame = match->frame->text;
    act.symmetric = match->frame->symmetric || match->mutual;
    act.agents = match->agents.empty() ? subjects() : std::move(match->agents);
    act.targets = std::move(match->targets);
    if (predication_.passive && act.agents.empty())
      act.agents = hidden_agents(analysis_, predication_, act);
    if (is_undergone()) std::swap(act.agents, act.targets);
    if (act.symmetric && act.agents.empty() && act.targets.size() > 1) {
      std::swap(act.agents, act.targets);
    }
    if (act.agents.empty()) return by_participle();
    if (act.type == RelationClass::accuse && wants_it_to_stop()) return std::nullopt;
    keep_meant_targets(analysis_, predication_, act);
    // "allow the territory of X to be used": X is allowed nothing
    if (operator_of(tree_, predication_) == Operator::permit && argument(predication_, "to_inf")) {
      std::erase_if(act.targets, [](const Party& party) { return party.distance > 0; });
    }
    if (act.targets.empty() && act.mode == "resign")
      act.targets = offices_of(analysis_, act.agents);
    if (act.targets.empty() && !sides_are_subjects(act)) return std::nullopt;
    const bool open = std::none_of(
        match->frame->slots.begin(), match->frame->slots.end(), [](const FrameSlot& slot) {
          return slot.filler == Filler::words ||
                 std::find(slot.names.begin(), slot.names.end(), "obj") != slot.names.end();
        });
    add_words(act, match->words);
    tell_own(match->words, act);
    return std::pair(std::move(act), open);
  }

  /// "is under attack by B": B is who acts.
  [[nodiscard]] bool is_undergone() const {
    return predication_.kind == PredicationKind::nominal &&
           tree_.preposition(predication_.token) == "under";
  }

  /// "is opposed to", "was committed to": an adjective that a parser calls a passive.
  std::optional<std::pair<Act, bool>> by_participle() {
    if (!predication_.passive || !predication_.surface_subject ||
        argument(predication_, "subj") != nullptr) {
      return std::nullopt;
    }
    std::string form(tree_.form(predication_.token));
    auto match =
        match_frame(analysis_, predication_, Lexicon::built_in().adjective(form), targets_);
    if (!match) return std::nullopt;
    Act act = new_act(frame_confidence);
    act.type = match->frame->type;
    act.mode = match->frame->mode;
    act.frame = match->frame->text;
    act.lemma = "be " + form;
    act.symmetric = match->frame->symmetric;
    act.agents = acting(analysis_, analysis_.parties(*predication_.surface_subject, Reach::owner));
    act.targets = std::move(match->targets);
    if (act.agents.empty() || act.targets.empty()) return std::nullopt;
    return std::pair(std::move(act), false);
  }

  /// "suspended talks": that they were held is not told again.
  void tell_own(const std::vector<TokenId>& words, const Act& act) {
    for (const TokenId word : words) {
      const auto index = analysis_.clauses().index_of(word);
      if (!index || analysis_.clauses().predications()[*index].kind != PredicationKind::noun) {
        continue;
      }
      const auto noun = nominal_act(analysis_, *index);
      if (noun && same_actor(noun->agents, act.agents)) analysis_.mark_told(*index);
    }
  }

  static bool same_actor(const std::vector<Party>& some, const std::vector<Party>& others) {
    return std::any_of(some.begin(), some.end(), [&](const Party& one) {
      return std::any_of(others.begin(), others.end(),
                         [&](const Party& other) { return other.actor == one.actor; });
    });
  }

  /// "held talks with", "launched an attack on", "is in talks with".
  std::optional<Act> by_event_noun() {
    const Lexicon& lexicon = Lexicon::built_in();
    std::vector<TokenId> nouns;
    if (predication_.kind == PredicationKind::nominal) {
      if (!tree_.preposition(predication_.token).empty()) nouns.push_back(predication_.token);
    } else if (predication_.kind == PredicationKind::adjective) {
      // "was responsible for the bombing of B"
      const bool answers = predication_.lemma == "responsible" || predication_.lemma == "guilty";
      for (const Argument& role : predication_.arguments) {
        if (answers && (role.slot == "for" || role.slot == "of")) nouns.push_back(role.token);
      }
    } else if (lexicon.is_light(predication_.lemma)) {
      for (const Argument& role : predication_.arguments) {
        const bool holds = role.slot == "obj" ||
                           ((role.slot == "in" || role.slot == "into" || role.slot == "to") &&
                            lexicon.is_light(predication_.lemma + "_" + role.slot));
        if (holds && !role.inherited) nouns.push_back(role.token);
      }
    }
    for (const TokenId head : nouns) {
      std::vector<TokenId> members = tree_.conjuncts(head);
      members.insert(members.begin(), head);
      for (const TokenId noun : members) {
        if (auto act = with_noun(noun)) return act;
      }
    }
    return std::nullopt;
  }

  std::optional<Act> with_noun(TokenId noun) {
    const EventNounUse use = event_noun(tree_, noun);
    if (use.entry == nullptr) return std::nullopt;
    Act act = new_act(light_confidence);
    act.type = use.entry->type;
    act.mode = use.entry->mode;
    act.symmetric = use.entry->symmetric;
    act.frame = predication_.lemma + " + " + use.lemma;
    light_reading_is_marked_ = !use.entry->beside.empty();
    act.agents = subjects();
    // "discussed the cooperation between A and B" is about their cooperation
    if (act.symmetric && has_sides_of_its_own(noun, act)) return std::nullopt;
    add_noun_targets(noun, *use.entry, act);
    // one side is the host
    if (predication_.lemma == "host" && !act.targets.empty()) act.symmetric = false;
    // "talks were held between A and B"
    if (act.symmetric && act.agents.empty() && act.targets.size() > 1) {
      std::swap(act.agents, act.targets);
    }
    if (act.agents.empty()) return std::nullopt;
    if (act.targets.empty() && !sides_are_subjects(act)) return std::nullopt;
    if (noun != predication_.token) {
      act.words.push_back(noun);
      act.lemma += " " + tree_.lemma(noun);
    }
    if (const auto told = analysis_.clauses().index_of(noun)) {
      act.context.stand_like(analysis_.context(*told));
      if (!has_other_agent(noun, act)) analysis_.mark_told(*told);
    }
    return act;
  }

  [[nodiscard]] bool has_sides_of_its_own(TokenId noun, const Act& act) const {
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::nmod}) || tree_.preposition(child) != "between") continue;
      const auto sides = analysis_.parties(child, Reach::owner);
      return sides.size() > 1 && !same_actor(sides, act.agents);
    }
    return false;
  }

  /// "reiterated the United States' support": the noun's own act is told as well.
  [[nodiscard]] bool has_other_agent(TokenId noun, const Act& act) const {
    for (const TokenId child : tree_.children(noun)) {
      if (!tree_.is(child, {Deprel::nmod_poss, Deprel::compound, Deprel::amod})) continue;
      const auto owners = analysis_.parties(child, Reach::direct);
      if (!owners.empty() && !same_actor(owners, act.agents)) return true;
    }
    return false;
  }

  /// The targets hang on the noun or on its verb: "imposed (new) sanctions on".
  void add_noun_targets(TokenId noun, const EventNoun& entry, Act& act) const {
    std::vector<std::string_view> prepositions = entry.target_prepositions;
    if (prepositions.empty()) prepositions = {"with", "to", "on", "against", "for"};
    if (entry.symmetric) prepositions.insert(prepositions.end(), {"with", "between", "among"});
    for (const std::string_view preposition : prepositions) {
      for (const TokenId child : tree_.children(noun)) {
        if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == preposition) {
          add_targets(child, act);
        }
      }
      for (const Argument& role : predication_.arguments) {
        if (role.slot == preposition && role.token != noun &&
            !is_setting(tree_, predication_, role, act.type)) {
          add_targets(role.token, act);
        }
      }
      if (!act.targets.empty()) break;
    }
    if (act.targets.empty()) {
      if (const Argument* recipient = argument(predication_, "iobj")) {
        add_targets(recipient->token, act);
      }
    }
  }

  void add_targets(TokenId token, Act& act) const {
    for (Party& party :
         target_parties(analysis_, token, target_reach(act.type), act.type, targets_)) {
      act.targets.push_back(std::move(party));
    }
  }

  /// Who agree or commit to something do so with each other; those who pledge, promise or
  /// offer may mean others, and those who agree that something is so share an opinion.
  [[nodiscard]] bool is_mutual() const {
    return (predication_.lemma == "agree" || predication_.lemma == "commit") &&
           argument(predication_, "that") == nullptr;
  }

  /// "A, B and C agreed on a plan".
  std::optional<Act> among_subjects() {
    if (predication_.kind != PredicationKind::verb || predication_.passive || !is_mutual()) {
      return std::nullopt;
    }
    Act act = new_act(composite_confidence);
    act.agents = subjects();
    if (act.agents.size() < 2) return std::nullopt;
    act.type = RelationClass::agree;
    act.symmetric = true;
    act.frame = predication_.lemma + " among its subjects";
    return act;
  }

  /// A relation between two actors that the lexicon has no class for.
  std::optional<Act> unclassified() {
    const Operator op = operator_of(tree_, predication_);
    if (predication_.kind != PredicationKind::verb || predication_.lemma == "be" ||
        op == Operator::say || op == Operator::aspect) {
      return std::nullopt;
    }
    Act act = new_act(unclassified_confidence);
    act.agents = subjects();
    std::erase_if(act.agents, [](const Party& party) { return party.distance > 0; });
    if (act.agents.empty()) return std::nullopt;
    act.frame = "no frame";
    const auto in_slot = [&](TokenId token) {
      return acting(analysis_, analysis_.parties(token, Reach::owner));
    };
    const auto in_phrase = [&](TokenId token) {
      auto found = analysis_.parties(token, Reach::agent_or_target);
      if (found.empty()) found = phrase_parties(analysis_, token);
      std::erase_if(found, [&](const Party& party) { return !is_power(party); });
      return found;
    };
    if (fill_any_slot(act, op, in_slot)) return act;
    std::erase_if(act.agents, [&](const Party& party) { return party.unnamed; });
    if (act.agents.empty() || !has_own_subject()) return std::nullopt;
    act.frame += " (named in the phrase)";
    act.confidence = guessed_confidence;
    return fill_any_slot(act, op, in_phrase) ? std::optional(act) : std::nullopt;
  }

  [[nodiscard]] bool is_power(const Party& party) const {
    switch (analysis_.document().actors[party.actor].kind) {
      case graph::ActorKind::country:
      case graph::ActorKind::organisation:
      case graph::ActorKind::armed_force:
        return true;
      default:
        return false;
    }
  }

  /// Its subject stands beside it or is shared with the verb before: not "a plan to take".
  [[nodiscard]] bool has_own_subject() const {
    const Argument* subject = argument(predication_, "subj");
    return subject != nullptr && (!subject->inherited || predication_.link == Link::conjunct);
  }

  template <typename Find>
  bool fill_any_slot(Act& act, Operator op, const Find& find) const {
    static constexpr std::string_view slots[] = {"obj",     "iobj", "with", "to",
                                                 "against", "on",   "from", "for"};
    for (const std::string_view slot : slots) {
      for (const Argument& role : predication_.arguments) {
        if (role.slot != slot) continue;
        act.targets = find(role.token);
        drop_agents_from_targets(act);
        if (act.targets.empty()) continue;
        if (op == Operator::demand && (slot == "to" || slot == "from")) {
          act.type = RelationClass::request;
          act.confidence = composite_confidence;
        }
        if (slot != "obj" && slot != "iobj") act.lemma += " " + std::string(slot);
        if (std::all_of(act.targets.begin(), act.targets.end(),
                        [](const Party& party) { return party.distance > 0; })) {
          add_words(act, {role.token});
        }
        return true;
      }
    }
    return false;
  }

  /// "agreed to supply Iran", "refused to recognise B", "urged that B withdraw".
  std::optional<Act> by_composition() {
    const Operator op = operator_of(tree_, predication_);
    const auto outer = composition(op);
    if (!outer || wants_it_to_stop()) return std::nullopt;
    for (std::size_t i = index_ + 1; i < analysis_.clauses().predications().size(); ++i) {
      const Predication& inner = analysis_.clauses().predications()[i];
      if (inner.parent != index_ || !is_complement(inner)) continue;
      if (auto act = with_complement(*outer, op, i)) return act;
    }
    return std::nullopt;
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
    Act act = new_act(composite_confidence);
    if (auto sides = sides_of_subject(); op == Operator::fail && sides.size() > 1) {
      act.agents = std::move(sides);
      act.type = outer.type;
      act.symmetric = true;
      act.frame = predication_.lemma + " between its subject's sides";
      return act;
    }
    act.agents = composing_agents();
    if (act.agents.empty()) return std::nullopt;
    const auto inner_act = inner_of(inner_index);
    // who fails to strike or to catch somebody refuses nothing
    if (op == Operator::fail &&
        (!inner_act || graph::quad_of(inner_act->type) == Quad::material_conflict)) {
      return std::nullopt;
    }
    if (op == Operator::demand || op == Operator::accuse) {
      act.targets = addressee(inner, inner_act);
    } else if (inner_act) {
      act.targets = inner_act->targets;
    } else {
      act.targets = any_party(inner);
    }
    // "A and B failed to reach agreement"
    if (act.targets.empty() && inner_act && inner_act->symmetric && act.agents.size() > 1) {
      act.symmetric = true;
    }
    if (act.targets.empty() && !act.symmetric && targets_ != Targets::named &&
        op != Operator::accuse && !asks_somebody(op)) {
      act.targets = unnamed_party(inner, inner_act ? inner_act->type : outer.type);
    }
    if (act.targets.empty() && !act.symmetric && targets_ == Targets::deep && inner.lemma != "be") {
      act.targets = deep_parties(analysis_, inner.token, outer.type);
    }
    // "A and B pledged to deepen their ties": whatever "their" is taken for
    if (op == Operator::promise && act.agents.size() > 1 && is_about_themselves(inner)) {
      act.targets.clear();
    }
    drop_agents_from_targets(act);
    // "A and B agreed to share information"
    act.symmetric = act.targets.empty() && act.agents.size() > 1 && (act.symmetric || is_mutual());
    if (act.targets.empty() && !act.symmetric) return std::nullopt;
    act.type = outer.type;
    act.frame = predication_.lemma + " + " + inner.lemma;
    act.lemma += " to " + inner.lemma;
    act.words.push_back(inner.token);
    if (op == Operator::promise && inner_act &&
        graph::quad_of(inner_act->type) == Quad::material_conflict &&
        inner_act->type != RelationClass::mobilize) {
      act.type = RelationClass::threaten;
    }
    if (op == Operator::cease) {
      if (!inner_act) return std::nullopt;
      const Quad quad = graph::quad_of(inner_act->type);
      if (quad == Quad::material_conflict) act.type = RelationClass::retreat;
      if (quad == Quad::verbal_conflict) act.type = RelationClass::concede;
    }
    if (outer.tells_complement) tell(inner_index);
    return act;
  }

  /// "asked members to approve the union": the union is asked for nothing.
  [[nodiscard]] bool asks_somebody(Operator op) const {
    return op == Operator::demand &&
           (argument(predication_, "obj") != nullptr || argument(predication_, "iobj") != nullptr);
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
    return acting(analysis_, analysis_.parties(predication_.token, Reach::owner));
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
    }
    if (inner_act && !inner_act->agents.empty()) return inner_act->agents;
    // "asked sellers to inspect X's ships": it is the sellers who are asked
    for (const std::string_view slot : {"obj", "iobj"}) {
      if (const Argument* asked = argument(predication_, slot)) {
        return analysis_.parties(asked->token, Reach::direct);
      }
    }
    if (inner_act) return inner_act->targets;
    if (const Argument* object = argument(inner, "obj")) {
      return analysis_.parties(object->token, Reach::owner);
    }
    return {};
  }

  [[nodiscard]] std::vector<Party> any_party(const Predication& inner) const {
    static constexpr std::string_view slots[] = {"obj", "iobj", "to",   "with", "on", "against",
                                                 "for", "from", "into", "in",   "at"};
    for (const std::string_view slot : slots) {
      for (const Argument& role : inner.arguments) {
        if (role.slot != slot || (role.inherited && slot != "obj")) continue;
        auto found = analysis_.parties(role.token, Reach::agent_or_target);
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
      // "threatened to send soldiers" threatens whom they are sent against
      const Lexicon& lexicon = Lexicon::built_in();
      const bool means = lexicon.in_set("troops", tree_.lemma(role->token)) ||
                         lexicon.in_set("weapon", tree_.lemma(role->token));
      if (means && std::string_view(slot) == "obj" && moves(inner.lemma)) continue;
      auto found = target_parties(analysis_, role->token, Reach::direct, type, Targets::any);
      if (!found.empty()) return found;
    }
    return {};
  }

  static bool moves(const std::string& verb) {
    static constexpr std::string_view verbs[] = {"bring",    "deploy",  "dispatch", "mobilise",
                                                 "mobilize", "move",    "pull_out", "send",
                                                 "use",      "withdraw"};
    return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
  }

  static void drop_agents_from_targets(Act& act) {
    std::erase_if(act.targets, [&](const Party& target) {
      return std::any_of(act.agents.begin(), act.agents.end(),
                         [&](const Party& agent) { return agent.actor == target.actor; });
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

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
  Targets targets_ = Targets::named;
  bool light_reading_is_marked_ = false;  ///< by a word beside the event noun
};

}  // namespace

std::optional<Act> verbal_act(SentenceAnalysis& analysis, std::size_t predication) {
  return VerbalCoder(analysis, predication).code();
}

}  // namespace entente::relations
