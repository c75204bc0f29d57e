#include <algorithm>
#include <utility>

#include "extract/relations/act_parties.hpp"
#include "extract/relations/act_steps.hpp"
#include "extract/relations/denial.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/surroundings.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using graph::Polarity;
using graph::Quad;
using graph::RelationClass;
using text::Deprel;

constexpr double frame_confidence = 0.9;
constexpr double presence_confidence = 0.7;

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
        fold_warning(*act);
        if (targets == Targets::deep) act->frame += " (named below)";
        return act;
      }
    }
    return unclassified_act(analysis_, index_);
  }

 private:
  std::optional<Act> classified() {
    auto framed = by_frame();
    auto light = light_act(analysis_, index_, targets_);
    // "signed a deal with": the noun names the act unless a frame names that very noun and
    // nothing tells that the noun is meant otherwise ("a scathing attack")
    if (light && light->marked) return std::move(light->act);
    if (framed && (!light || !framed->second)) return std::move(framed->first);
    if (light) return std::move(light->act);
    if (framed) return std::move(framed->first);
    if (auto present = by_presence()) return present;
    if (auto guest = by_errand()) return guest;
    if (auto denied = denial_act(analysis_, index_)) return denied;
    if (auto composed = composed_act(analysis_, index_, targets_)) return composed;
    return targets_ == Targets::deep ? content_act(analysis_, index_) : std::nullopt;
  }

  /// "French troops are in Mali", "the envoy is in Cairo for talks": who has gone abroad.
  std::optional<Act> by_presence() const {
    if (predication_.kind != PredicationKind::nominal ||
        tree_.preposition(predication_.token) != "in") {
      return std::nullopt;
    }
    Act act = new_act(analysis_, index_, presence_confidence);
    act.agents = subjects();
    act.targets = analysis_.parties(predication_.token, Reach::direct);
    const auto& actors = analysis_.document().actors;
    std::erase_if(act.targets, [&](const Party& party) {
      const graph::ActorKind kind = actors[party.actor].kind;
      return kind != graph::ActorKind::country && kind != graph::ActorKind::place;
    });
    if (act.targets.empty()) return std::nullopt;
    const std::string& country = actors[act.targets.front().actor].country;
    std::erase_if(act.agents, [&](const Party& party) {
      const graph::Actor& who = actors[party.actor];
      return party.distance > 0 || country.empty() || who.country.empty() || who.country == country;
    });
    if (act.agents.empty()) return std::nullopt;
    const graph::Actor& who = actors[act.agents.front().actor];
    if (who.kind == graph::ActorKind::armed_force) {
      act.type = RelationClass::mobilize;
      act.mode = "troops";
    } else if (who.kind == graph::ActorKind::person && comes_to_meet()) {
      act.type = RelationClass::consult;
      act.mode = "visit";
    } else {
      return std::nullopt;
    }
    act.frame = "is in a country";
    act.lemma = "be in";
    return act;
  }

  /// "flew to Cairo to see B": who travels to see somebody meets him.
  std::optional<Act> by_errand() const {
    static constexpr std::string_view ways[] = {"arrive", "come",   "drive",  "fly",
                                                "go",     "return", "travel", "visit"};
    if (predication_.lemma != "see" || predication_.marker != "to" || predication_.passive ||
        predication_.link != Link::adverbial || !predication_.parent) {
      return std::nullopt;
    }
    const Predication& way = analysis_.clauses().predications()[*predication_.parent];
    const Argument* host = argument(predication_, "obj");
    if (host == nullptr ||
        std::find(std::begin(ways), std::end(ways), way.lemma) == std::end(ways)) {
      return std::nullopt;
    }
    Act act = new_act(analysis_, index_, frame_confidence);
    act.type = RelationClass::consult;
    act.frame = "travel to see";
    act.agents = subjects();
    act.targets = analysis_.parties(host->token, Reach::direct);
    std::erase_if(act.targets, [&](const Party& party) {
      return analysis_.document().actors[party.actor].kind != graph::ActorKind::person;
    });
    if (act.agents.empty() || act.targets.empty()) return std::nullopt;
    act.context.modality = analysis_.context(*predication_.parent).modality;
    return act;
  }

  /// "for talks", "on a visit", "to meet B"
  [[nodiscard]] bool comes_to_meet() const {
    const Lexicon& lexicon = Lexicon::built_in();
    for (const TokenId child : tree_.children(predication_.token)) {
      const std::string preposition = tree_.preposition(child);
      const std::string& lemma = tree_.lemma(child);
      if (tree_.is(child, {Deprel::obl, Deprel::nmod}) &&
          (preposition == "for" || preposition == "on" || preposition == "at") &&
          (lexicon.in_set("@talks", lemma) || lexicon.in_set("@meeting", lemma))) {
        return true;
      }
      if (!tree_.is(child, {Deprel::advcl, Deprel::acl}) || tree_.marker(child) != "to") continue;
      const auto frames = lexicon.verb(lemma);
      if (std::any_of(frames.begin(), frames.end(),
                      [](const Frame& frame) { return frame.type == RelationClass::consult; })) {
        return true;
      }
    }
    return false;
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
    const Quad quad = graph::quad_of(act.type);
    const bool gives = quad == Quad::material_cooperation || act.type == RelationClass::concede ||
                       act.type == RelationClass::support;
    // "A will not free B", whoever tells it: A refuses to
    const bool will_not = refused && gives && is_said_with_will() && !predication_.passive;
    if (!will_not && !speaks_for_himself(act)) return;
    // "said he would resign" promises nothing
    if (act.mode == "resign") return;
    // troops may be sent to help as well as to harm
    if (act.type == RelationClass::mobilize && !refused) return;
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

  /// Who warns that he, or his state, will do harm threatens with it: "it will hit back, he
  /// warned".
  void fold_warning(Act& act) const {
    Context& context = act.context;
    if (graph::quad_of(act.type) != Quad::material_conflict || context.speakers.empty() ||
        context.polarity == Polarity::negated ||
        (context.modality != Modality::planned_future &&
         context.modality != Modality::hypothetical) ||
        !is_warned_of() || !(speaks_for_himself(act) || speaks_for_state(act))) {
      return;
    }
    act.type = RelationClass::threaten;
    act.mode.clear();
    act.agents = context.speakers;
    act.frame += " (warns that he will)";
    context.polarity = Polarity::affirmed;
    context.modality = Modality::actual;
  }

  [[nodiscard]] bool is_warned_of() const {
    const Predication* speech = speech_of(analysis_.clauses(), predication_);
    if (speech == nullptr && predication_.link == Link::complement && predication_.parent) {
      speech = &analysis_.clauses().predications()[*predication_.parent];
    }
    return speech != nullptr && (speech->lemma == "warn" || speech->lemma == "threaten");
  }

  /// "Israel will strike, its prime minister warned"
  [[nodiscard]] bool speaks_for_state(const Act& act) const {
    const auto& actors = analysis_.document().actors;
    const graph::Actor& speaker = actors[act.context.speakers.front().actor];
    return !speaker.country.empty() &&
           std::all_of(act.agents.begin(), act.agents.end(), [&](const Party& agent) {
             const graph::Actor& who = actors[agent.actor];
             return who.country == speaker.country &&
                    (who.kind == graph::ActorKind::country || who.sector == "MIL");
           });
  }

  [[nodiscard]] bool is_said_with_will() const {
    const auto& children = tree_.children(predication_.token);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree_.is(child, {Deprel::aux}) && tree_.lemma(child) == "will";
    });
  }

  [[nodiscard]] bool speaks_for_himself(const Act& act) const {
    if (!act.context.speakers.empty()) {
      // "the premier said his country would take them in"
      const auto& speaker = analysis_.document().actors[act.context.speakers.front().actor];
      return same_actor(act.context.speakers, act.agents) ||
             (speaker.sector == "GOV" && speaks_for_state(act));
    }
    // "rebels said they would free B": speakers without a name
    if (predication_.link != Link::complement || !predication_.parent) return false;
    const Predication& speech = analysis_.clauses().predications()[*predication_.parent];
    return operator_of(tree_, speech) == Operator::say &&
           same_actor(subject_parties(analysis_, speech), act.agents);
  }

  /// The act by a frame; the flag is true where the frame leaves its object open.
  std::optional<std::pair<Act, bool>> by_frame() {
    auto match = match_frame(analysis_, predication_, frames(), targets_);
    if (!match) return by_participle();
    Act act = new_act(analysis_, index_, frame_confidence);
    act.type = match->frame->type;
    act.mode = match->frame->mode;
    act.frame = match->frame->text;
    act.symmetric = match->frame->symmetric;
    const bool names_none = match->targets.empty();
    if (match->mutual && !act.symmetric) {
      // "accused each other": each of the others
      act.agents = subjects();
      act.targets = act.agents;
    } else if (match->frame->undergone) {
      act.agents = acting(analysis_, std::move(match->targets));
      act.targets = who_suffers(act.type);
    } else {
      act.agents = match->agents.empty() ? subjects() : std::move(match->agents);
      act.targets = std::move(match->targets);
    }
    if (predication_.passive && act.agents.empty()) {
      act.agents = hidden_agents(analysis_, predication_, act);
      // "the envoys were expelled from B": B did it to them
      const Argument* who = argument(predication_, "obj");
      if (who != nullptr && !act.agents.empty() && same_actor(act.agents, act.targets)) {
        act.targets = target_parties(analysis_, who->token, Reach::owner, act.type, targets_);
      }
    }
    if (act.agents.empty() && act.type == RelationClass::assault) act.agents = claimants();
    turn_sides_to_agents(tree_, act);
    if (act.agents.empty()) return by_participle();
    if (act.type == RelationClass::accuse && wants_it_to_stop(tree_, predication_))
      return std::nullopt;
    keep_meant_targets(analysis_, predication_, act);
    add_ousted(act);
    recode(analysis_, predication_, act);
    // "allow the territory of X to be used": X is allowed nothing
    if (operator_of(tree_, predication_) == Operator::permit && argument(predication_, "to_inf")) {
      std::erase_if(act.targets, [&](const Party& party) {
        // "let thousands of refugees in" lets the refugees in
        const auto above = tree_.head(party.slot);
        const bool counted = above && Lexicon::built_in().in_set("amount", tree_.lemma(*above));
        return party.distance > 0 && !counted;
      });
    }
    if (act.targets.empty() && act.mode == "resign")
      act.targets = offices_of(analysis_, act.agents);
    // "marched in B": at home as well as abroad
    if (names_none && act.targets.empty() && targets_ == Targets::deep &&
        act.type == RelationClass::protest) {
      act.targets = struck_employer(act);
    }
    if (names_none && act.targets.empty() && targets_ == Targets::deep &&
        act.type == RelationClass::protest) {
      act.targets = place_of(analysis_, predication_, predication_.token, {}, true);
    }
    // "surrendered from their last base in B"
    if (names_none && act.targets.empty() && targets_ == Targets::deep &&
        happens_somewhere(act.type) && !act.symmetric) {
      const TokenId moved = match->words.empty() ? predication_.token : match->words.front();
      act.targets = place_of(analysis_, predication_, moved, act.agents, true);
      if (act.targets.empty() && act.type == RelationClass::mobilize) {
        act.targets = purpose_parties(analysis_, predication_, moved, act.agents);
      }
      if (act.targets.empty() && act.type == RelationClass::mobilize) {
        act.targets = deep_parties(analysis_, predication_.token, act.type);
        drop_agents_from_targets(act);
      }
    }
    // "was met with sanctions by A and B"
    const bool is_met = predication_.passive && match->words.empty();
    if (act.targets.empty() && (is_met || !sides_are_subjects(act))) return std::nullopt;
    const bool open = std::none_of(
        match->frame->slots.begin(), match->frame->slots.end(), [](const FrameSlot& slot) {
          return slot.filler == Filler::words ||
                 std::find(slot.names.begin(), slot.names.end(), "obj") != slot.names.end();
        });
    add_words(act, match->words);
    tell_own(match->words, act);
    return std::pair(std::move(act), open);
  }

  /// "went on strike in a dispute over pay at the mines of B": a firm named anywhere below.
  [[nodiscard]] std::vector<Party> struck_employer(const Act& act) const {
    auto found = deep_parties(analysis_, predication_.token, act.type);
    std::erase_if(found, [&](const Party& party) {
      const graph::Actor& whom = analysis_.document().actors[party.actor];
      return whom.kind != graph::ActorKind::organisation || whom.sector == "JRN" ||
             whom.sector == "LAB" || whom.sector == "IGO";
    });
    return found;
  }

  /// "a bomb killed ten in an attack claimed by A", "were killed in a raid blamed on A"
  [[nodiscard]] std::vector<Party> claimants() const {
    for (const Argument& role : predication_.arguments) {
      if (role.slot != "in" || role.inherited) continue;
      for (const TokenId child : tree_.children(role.token)) {
        const Predication* claim = analysis_.clauses().of(child);
        if (!tree_.is(child, {Deprel::acl}) || claim == nullptr || !claim->passive ||
            claim->lemma != "claim") {
          continue;
        }
        if (const Argument* who = argument(*claim, "subj")) {
          return acting(analysis_, analysis_.parties(who->token, Reach::direct));
        }
      }
    }
    return {};
  }

  /// "captured the town [from the rebels]": those who lose it are struck, too.
  void add_ousted(Act& act) const {
    static constexpr std::string_view verbs[] = {"capture",   "conquer",  "liberate", "recapture",
                                                 "regain",    "retake",   "seize",    "take",
                                                 "take_back", "win_back", "wrest"};
    const Argument* from = argument(predication_, "from");
    const bool takes = act.type == RelationClass::assault || act.mode == "seize";
    if (!takes || act.targets.empty() || from == nullptr ||
        std::find(std::begin(verbs), std::end(verbs), predication_.lemma) == std::end(verbs)) {
      return;
    }
    for (Party& loser : analysis_.parties(from->token, Reach::direct)) {
      const auto& actors = analysis_.document().actors;
      const bool known =
          std::any_of(act.targets.begin(), act.targets.end(),
                      [&](const Party& party) { return party.actor == loser.actor; });
      const bool self = std::any_of(act.agents.begin(), act.agents.end(),
                                    [&](const Party& party) { return party.actor == loser.actor; });
      if (!known && !self && can_act(actors[loser.actor])) act.targets.push_back(std::move(loser));
    }
  }

  /// "is under attack by B", "[20 sailors] are in B's custody"
  [[nodiscard]] std::vector<Party> who_suffers(RelationClass type) const {
    const Argument* subject = argument(predication_, "subj");
    if (subject == nullptr) return {};
    return target_parties(analysis_, subject->token, target_reach(type), type, targets_);
  }

  /// "is opposed to", "was committed to": an adjective that a parser calls a passive.
  std::optional<std::pair<Act, bool>> by_participle() {
    if (!predication_.passive || !predication_.surface_subject) return std::nullopt;
    std::string form(tree_.form(predication_.token));
    Predication felt = predication_;
    for (Argument& role : felt.arguments) {
      // "was disappointed by B's decision": nobody does anything to him
      if (role.slot == "subj" && tree_.preposition(role.token) == "by") role.slot = "by";
    }
    if (argument(felt, "subj") != nullptr) return std::nullopt;
    auto match = match_frame(analysis_, felt, Lexicon::built_in().adjective(form), targets_);
    if (!match) return std::nullopt;
    Act act = new_act(analysis_, index_, frame_confidence);
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

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
  Targets targets_ = Targets::named;
};

}  // namespace

std::optional<Act> verbal_act(SentenceAnalysis& analysis, std::size_t predication) {
  return VerbalCoder(analysis, predication).code();
}

}  // namespace entente::relations
