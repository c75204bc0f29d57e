#include "extract/relations/noun_context.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "extract/relations/own_words.hpp"
#include "extract/relations/sources.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using text::Deprel;

class NounContext {
 public:
  NounContext(const SentenceTree& tree, const PartyFinder& parties)
      : tree_(tree), parties_(parties) {}

  /// An event noun shares the fate of the act that governs it where that act is
  /// about it: "denied an attack", "called for talks", "will hold a meeting".
  [[nodiscard]] Context read(const Predication& predication, const Predication& parent,
                             const Context& above, Context context) const {
    const Operator op = operator_of(tree_, parent);
    const bool carried_on = parent.kind == PredicationKind::noun;
    const Lexicon& lexicon = Lexicon::built_in();
    const Argument* direct = argument(parent, "obj");
    const TokenId first = tree_.first_conjunct(predication.token);
    const bool light =
        (lexicon.is_light(parent.lemma) && direct != nullptr && direct->token == first) ||
        // "has not engaged in any combat"
        std::any_of(parent.arguments.begin(), parent.arguments.end(), [&](const Argument& role) {
          return role.token == first && parent.kind == PredicationKind::verb &&
                 lexicon.is_light(parent.lemma + "_" + role.slot);
        });
    const bool object =
        light ||
        std::any_of(parent.arguments.begin(), parent.arguments.end(), [&](const Argument& role) {
          return role.token == first &&
                 (role.slot == "obj" || role.slot == "for" || role.slot == "of" ||
                  role.slot == "against" || role.slot == "to" ||
                  // "with backing from B, A rejected it"
                  (role.slot == "with" && role.token > parent.token && direct == nullptr));
        });
    // "had nothing to do with the attack"
    if (parent.lemma == "do" && parent.link == Link::relative && tree_.head(parent.token) &&
        tree_.lemma(*tree_.head(parent.token)) == "nothing") {
      context.negate(*tree_.head(parent.token));
      return context;
    }
    if (carried_on && (op == Operator::cease || is_eventuality(parent))) {
      if (op != Operator::cease) context.raise(Modality::hypothetical, parent.token);
      return context;
    }
    if (takes_place(predication, parent)) {
      stand_like_verb(predication, parent, above, context);
      return context;
    }
    // "an attack would anger X": none is told of
    if (parent.surface_subject == predication.token && above.set_by &&
        above.modality != Modality::actual && tree_.lemma(*above.set_by) == "would" &&
        !tree_.child(predication.token, {Deprel::nmod_poss}) && is_indefinite(predication.token)) {
      context.raise(Modality::hypothetical, *above.set_by);
    }
    if (!object) return context;
    if (is_presupposed(predication, op)) return context;
    if (carried_on || light || op != Operator::none) {
      stand_like_verb(predication, parent, above, context);
    }
    // what is ended has been: "ended its blockade"; a plan that is dropped comes to nothing
    if (op == Operator::cease && operator_of(tree_, predication) == Operator::intend) {
      apply(op, parent.token, context);
    }
    const bool stands = op == Operator::say || op == Operator::accuse || op == Operator::know ||
                        op == Operator::cease;
    if (!stands) apply(op, parent.token, context);
    if (reports(op) && !carried_on && op != Operator::say) {
      auto speakers = speakers_of(tree_, parties_, parent);
      if (!speakers.empty()) context.speakers = std::move(speakers);
    }
    return context;
  }

 private:
  /// "in the event of an attack"
  [[nodiscard]] bool is_eventuality(const Predication& parent) const {
    return parent.lemma == "event" && tree_.preposition(parent.token) == "in";
  }

  /// The "no" of "held no talks" negates once, though it is heard at both words.
  void stand_like_verb(const Predication& noun, const Predication& parent, const Context& above,
                       Context& context) const {
    context.stand_like(above);
    context.future = above.future;
    const auto no = word_of_no(tree_, noun.token);
    const bool heard =
        parent.kind != PredicationKind::noun && no &&
        std::any_of(parent.arguments.begin(), parent.arguments.end(), [&](const Argument& role) {
          return role.token == noun.token && !role.inherited &&
                 (role.slot == "subj" || role.slot == "obj");
        });
    if (heard) context.negate(*no);
  }

  /// "the talks did not take place", "the summit will be held"
  [[nodiscard]] bool takes_place(const Predication& noun, const Predication& parent) const {
    static constexpr std::string_view verbs[] = {"be",          "begin", "happen", "materialise",
                                                 "materialize", "occur", "resume", "start"};
    if (parent.surface_subject != noun.token || parent.kind != PredicationKind::verb) return false;
    if (parent.lemma == "take") {
      const Argument* object = argument(parent, "obj");
      return object != nullptr && tree_.lemma(object->token) == "place";
    }
    return is_listed(verbs, parent.lemma);
  }

  [[nodiscard]] bool is_indefinite(TokenId noun) const {
    const auto determiner = tree_.child(noun, {Deprel::det});
    return !determiner || tree_.lemma(*determiner) == "a" || tree_.lemma(*determiner) == "any";
  }

  /// One rejects what somebody has said, and it stays said: "rejected the request".
  [[nodiscard]] bool is_presupposed(const Predication& noun, Operator op) const {
    if (op != Operator::refuse && op != Operator::deny) return false;
    const EventNoun* event = event_noun(tree_, noun.token).entry;
    if (event == nullptr) return false;
    using graph::RelationClass;
    return event->type == RelationClass::request || event->type == RelationClass::accuse ||
           event->type == RelationClass::agree;
  }

  const SentenceTree& tree_;
  const PartyFinder& parties_;
};

}  // namespace

Context noun_context(const SentenceTree& tree, const PartyFinder& parties, const Predication& noun,
                     const Predication& parent, const Context& above, Context context) {
  return NounContext(tree, parties).read(noun, parent, above, std::move(context));
}

}  // namespace entente::relations
