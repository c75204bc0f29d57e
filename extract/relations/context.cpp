#include "extract/relations/context.hpp"

#include <algorithm>

#include "extract/relations/noun_context.hpp"
#include "extract/relations/own_words.hpp"
#include "extract/relations/sources.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::Modality;
using graph::Polarity;
using text::Deprel;

Polarity opposite(Polarity polarity) {
  return polarity == Polarity::affirmed ? Polarity::negated : Polarity::affirmed;
}

/// What is supposed stays so even if it is also planned.
int strength(Modality modality) {
  switch (modality) {
    case Modality::actual:
      return 0;
    case Modality::planned_future:
      return 1;
    case Modality::demanded:
      return 2;
    case Modality::hypothetical:
      return 3;
  }
  return 0;
}

/// "has yet to": whatever a parser hangs "yet" on, it follows the verb.
bool said_with_yet(const SentenceTree& tree, TokenId have) {
  return have + 1 < tree.last() && tree.lemma(have + 1) == "yet";
}

class ContextReader {
 public:
  ContextReader(const Clauses& clauses, const PartyFinder& parties,
                const std::vector<Party>& carried)
      : clauses_(clauses), tree_(clauses.tree()), parties_(parties), carried_(carried) {}

  std::vector<Context> read() {
    const auto& all = clauses_.predications();
    incoming_.resize(all.size());
    contexts_.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      incoming_[i] = incoming(all[i]);
      contexts_[i] = incoming_[i];
      apply_own_words(tree_, all[i], is_told(all[i]), contexts_[i]);
      if (shares_auxiliary(all[i])) {
        const Context& first = contexts_[*all[i].parent];
        contexts_[i].raise(first.modality, first.set_by.value_or(all[i].token));
        contexts_[i].future = first.future;
      }
    }
    return std::move(contexts_);
  }

 private:
  /// "said that ...", "..., he said"
  [[nodiscard]] bool is_told(const Predication& predication) const {
    if (speech_of(clauses_, predication) != nullptr) return true;
    if (!predication.parent || predication.link != Link::complement) return false;
    const Operator op = operator_of(tree_, clauses_.predications()[*predication.parent]);
    return op == Operator::say || op == Operator::know || op == Operator::promise ||
           op == Operator::intend;
  }

  /// "will meet and discuss": the second verb is in the future too.
  [[nodiscard]] bool shares_auxiliary(const Predication& predication) const {
    return predication.link == Link::conjunct && predication.parent &&
           predication.kind == PredicationKind::verb &&
           !tree_.child(predication.token,
                        {Deprel::aux, Deprel::aux_pass, Deprel::nsubj, Deprel::nsubj_pass}) &&
           tree_.at(predication.token).features.tense != text::Tense::past;
  }

  [[nodiscard]] Context incoming(const Predication& predication) const {
    Context context;
    if (predication.parent) {
      context = from_parent(predication, clauses_.predications()[*predication.parent]);
      if (is_taken_for_granted(predication, context)) {
        context.speakers = witnesses_above(*predication.parent);
      }
    } else {
      context.speakers = carried_;
    }
    if (const Predication* speech = speech_of(clauses_, predication);
        speech != nullptr && predication.link != Link::noun) {
      auto speakers = speakers_of(tree_, parties_, *speech);
      if (!speakers.empty()) context.speakers = std::move(speakers);
    }
    for (const Argument& role : predication.arguments) {
      if (role.slot == "according_to" || role.slot == "accord_to") {
        auto speakers = sources_at(tree_, parties_, role.token);
        if (!speakers.empty()) context.speakers = std::move(speakers);
      }
    }
    return context;
  }

  /// What a noun, a relative or an adverbial clause tells for a fact inside what is only wanted or
  /// asked for: "ordered a halt to aid for A, which is at war with B". Nobody's order vouches for
  /// the war.
  [[nodiscard]] bool is_taken_for_granted(const Predication& predication,
                                          const Context& context) const {
    const bool beside = predication.link == Link::adverbial && predication.surface_subject &&
                        tree_.child(predication.token, {Deprel::nsubj, Deprel::nsubj_pass});
    return (beside || predication.link == Link::noun || predication.link == Link::relative) &&
           context.modality == Modality::actual && !context.speakers.empty() &&
           contexts_[*predication.parent].modality != Modality::actual;
  }

  /// Who says that somebody wants it; nobody if the article does.
  [[nodiscard]] std::vector<Party> witnesses_above(std::uint32_t index) const {
    const auto& all = clauses_.predications();
    while (all[index].parent && contexts_[index].modality != Modality::actual) {
      switch (operator_of(tree_, all[*all[index].parent])) {
        case Operator::accuse:
        case Operator::believe:
        case Operator::deny:
        case Operator::know:
        case Operator::say:
        case Operator::warn:
          return contexts_[index].speakers;
        default:
          index = *all[index].parent;
      }
    }
    return contexts_[index].speakers;
  }

  [[nodiscard]] Context from_parent(const Predication& predication,
                                    const Predication& parent) const {
    const Context& above = contexts_[*predication.parent];
    const Context& before = incoming_[*predication.parent];
    const Operator op = operator_of(tree_, parent);
    Context context;
    context.speakers = above.speakers;
    // "decided against attacking X"
    if (predication.kind == PredicationKind::verb && predication.marker == "against") {
      context = above;
      context.negate(parent.token);
      // "warned X against attacking Y"
      if (op == Operator::warn || op == Operator::demand) {
        context.raise(Modality::demanded, parent.token);
      }
      return context;
    }
    switch (predication.link) {
      case Link::complement:
        context = above;
        context.future = false;
        complement_of(predication, parent, op, context);
        return context;
      case Link::conjunct:
        context = before;
        return context;
      case Link::adverbial:
        // "summoned the envoy to demand an apology": a purpose, not what is asked of him
        if (governed_by_operator(predication, op) && parent.lemma != "summon") {
          context = above;
          complement_of(predication, parent, op, context);
        } else if ((above.modality == Modality::hypothetical &&
                    (predication.marker.empty() || predication.marker == "by" ||
                     predication.marker == "in")) ||
                   predication.marker == "to" ||
                   (predication.marker == "in" &&
                    tree_.at(predication.token).features.verb_form == text::VerbForm::infinitive)) {
          // "to free X", "in order to free X"
          context.raise(above.modality, above.set_by.value_or(parent.token));
        }
        if (is_price(predication, above)) {
          context.raise(Modality::demanded, parent.token);
          auto asking = subjects_of_price(parent);
          if (!asking.empty()) context.speakers = std::move(asking);
        } else if (happens_when(predication, parent, above)) {
          context.raise(Modality::planned_future, above.set_by.value_or(parent.token));
        }
        if (predication.marker == "to" && does_too_little(parent, above)) {
          context.negate(parent.token);
        }
        return context;
      case Link::relative:
        if (is_cleft(parent)) {
          context.stand_like(above);
        }
        if (predication.marker == "to" && parent.parent) {
          // "plotted to hire somebody to kill X"
          const Context& governing = contexts_[*parent.parent];
          context.raise(governing.modality, governing.set_by.value_or(parent.token));
        }
        if (is_denied_ground(parent)) context.negate(parent.token);
        // "must do more to equip X"
        // "will be the first to meet X"
        if (predication.marker == "to" && parent.kind != PredicationKind::noun) {
          context.raise(above.modality, above.set_by.value_or(parent.token));
        }
        // "the agreement signed by X" is signed
        if ((parent.kind == PredicationKind::noun || parent.kind == PredicationKind::nominal) &&
            tree_.is(predication.token, {Deprel::acl}) &&
            predication.kind != PredicationKind::adjective &&
            !(predication.passive && predication.marker.empty())) {
          const Operator noun = operator_of(tree_, parent);
          if (noun != Operator::none) {
            context = above;
            if (!says_by_vote(predication, parent)) apply(noun, parent.token, context);
            // "repeated his call for B to leave"
            if (reports(noun)) {
              auto speakers = parties_.owners(tree_, parent.token);
              if (!speakers.empty()) context.speakers = std::move(speakers);
            }
            // "the chance to leave" leaves it open, as does "the suspicion that he left"
            if (noun == Operator::permit || noun == Operator::believe || noun == Operator::accuse)
              context.raise(Modality::hypothetical, parent.token);
          }
        }
        return context;
      case Link::noun:
        return noun_context(tree_, parties_, predication, parent, above, std::move(context));
      case Link::root:
        return context;
    }
    return context;
  }

  /// "will not talk until X withdraws": it asks X to withdraw.
  [[nodiscard]] bool is_price(const Predication& predication, const Context& above) const {
    return predication.marker == "until" && above.polarity == Polarity::negated &&
           is_present(predication.token);
  }

  [[nodiscard]] std::vector<Party> subjects_of_price(const Predication& refusing) const {
    const Argument* who = argument(refusing, "subj");
    return who == nullptr ? std::vector<Party>{} : parties_.find(tree_, who->token, Reach::direct);
  }

  /// "withdraws", "has withdrawn"
  [[nodiscard]] bool is_present(TokenId verb) const {
    const auto finite = [&](TokenId word) {
      return tree_.at(word).features.tense == text::Tense::present &&
             tree_.at(word).features.verb_form == text::VerbForm::finite;
    };
    const auto auxiliary = tree_.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::cop});
    return finite(verb) || (auxiliary && finite(*auxiliary));
  }

  /// "will discuss it when he meets X": the meeting lies ahead too.
  [[nodiscard]] bool happens_when(const Predication& predication, const Predication& parent,
                                  const Context& above) const {
    static constexpr std::string_view markers[] = {"after", "before", "once",
                                                   "until", "when",   "while"};
    const auto marked = [&](std::string_view word) { return is_listed(markers, word); };
    const auto& children = tree_.children(predication.token);
    const bool timed = std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree_.is(child, {Deprel::mark, Deprel::advmod}) && marked(tree_.lemma(child));
    });
    return timed && above.modality == Modality::planned_future &&
           parent.kind == PredicationKind::verb && is_present(predication.token);
  }

  /// "is not doing enough to stop X", "has done little to help X"
  [[nodiscard]] bool does_too_little(const Predication& parent, const Context& above) const {
    if (parent.lemma != "do") return false;
    const auto& children = tree_.children(parent.token);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      const std::string& lemma = tree_.lemma(child);
      return lemma == "little" || lemma == "nothing" ||
             (lemma == "enough" && above.polarity == Polarity::negated);
    });
  }

  /// "there is no evidence that X did": the clause is denied with its ground.
  [[nodiscard]] bool is_denied_ground(const Predication& parent) const {
    static constexpr std::string_view grounds[] = {"evidence", "indication", "proof", "sign",
                                                   "suggestion"};
    return parent.kind == PredicationKind::noun && word_of_no(tree_, parent.token) &&
           is_listed(grounds, parent.lemma);
  }

  /// "It was not A that ...": the copula's negation is the relative clause's.
  [[nodiscard]] bool is_cleft(const Predication& parent) const {
    if (parent.kind != PredicationKind::nominal || !parent.surface_subject) return false;
    return tree_.lemma(*parent.surface_subject) == "it";
  }

  /// "accused X of doing": the clause with a preposition is the complement.
  [[nodiscard]] static bool governed_by_operator(const Predication& predication, Operator op) {
    if (op == Operator::intend && predication.marker == "at") return true;  // "aimed at ousting X"
    static constexpr std::string_view markers[] = {"of", "for", "from", "into", "to", "that"};
    return op != Operator::none && is_listed(markers, predication.marker);
  }

  /// "it is not clear why X did": that he did is.
  [[nodiscard]] bool asks_how(const Predication& predication) const {
    static constexpr std::string_view words[] = {"how", "when", "where", "why"};
    const auto& children = tree_.children(predication.token);
    const bool asks = std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return child < predication.token && tree_.is(child, {Deprel::advmod, Deprel::mark}) &&
             is_listed(words, tree_.lemma(child));
    });
    return asks && tree_.child(predication.token, {Deprel::nsubj, Deprel::nsubj_pass});
  }

  void complement_of(const Predication& predication, const Predication& parent, Operator op,
                     Context& context) const {
    if (parent.lemma == "have" &&
        (said_with_yet(tree_, parent.token) || said_with_yet(tree_, predication.token))) {
      context.negate(parent.token);
      return;
    }
    if (predication.marker == "whether") {
      // "it is not clear whether X did": open, not denied
      context.stand_like(Context{});
      context.raise(Modality::hypothetical, predication.token);
    } else if (is_denied_ground(parent)) {
      context.stand_like(Context{});
      context.negate(parent.token);
    } else if (asks_how(predication)) {
      context.stand_like(Context{});
    } else if (op == Operator::say || op == Operator::know || op == Operator::believe) {
      // what is said stands on its own: "did not say that", "will say that"
      context.stand_like(Context{});
      // "feared losing X", "considered attacking Y": not done yet
      if (op == Operator::believe && predication.marker.empty() &&
          tree_.form(predication.token).ends_with("ing") &&
          !tree_.child(predication.token, {Deprel::aux})) {
        context.raise(Modality::hypothetical, parent.token);
      }
    }
    if (op == Operator::demand || op == Operator::accuse || op == Operator::deny ||
        op == Operator::suggest || op == Operator::warn) {
      context.modality = Modality::actual;
      context.set_by.reset();
    }
    if (!says_by_wanting(predication, parent, op, context) && !says_by_vote(predication, parent))
      apply(op, parent.token, context);
    if (!reports(op)) return;
    auto speakers = speakers_of(tree_, parties_, parent);
    if (!speakers.empty()) {
      context.speakers = std::move(speakers);
    } else if (op == Operator::accuse && parent.passive && context.speakers.empty()) {
      // "accused of spying", by whomever: nobody we can name vouches for it
      context.raise(Modality::hypothetical, parent.token);
    }
  }

  /// "I want to thank X" thanks him.
  [[nodiscard]] bool says_by_wanting(const Predication& predication, const Predication& parent,
                                     Operator op, Context& context) const {
    static constexpr std::string_view sayings[] = {
        "apologise", "apologize", "assure", "commend",  "condemn",   "congratulate", "convey",
        "express",   "extend",    "praise", "reaffirm", "reiterate", "thank",        "welcome"};
    if (op != Operator::intend || !parent.surface_subject) return false;
    const std::string& who = tree_.lemma(*parent.surface_subject);
    const bool first_person = who == "I" || who == "i" || who == "we" || who == "We";
    if (!first_person ||
        std::find(std::begin(sayings), std::end(sayings), predication.lemma) == std::end(sayings)) {
      return false;
    }
    context.stand_like(Context{});
    return true;
  }

  /// "voted to condemn X", "passed a motion censuring X": the vote or paper says it.
  [[nodiscard]] static bool says_by_vote(const Predication& predication,
                                         const Predication& parent) {
    const bool paper =
        Lexicon::built_in().in_set("law", parent.lemma) && predication.marker.empty();
    if (parent.lemma != "vote" && !paper) return false;
    const auto frames = Lexicon::built_in().verb(predication.lemma);
    const auto is_said = [](const Frame& frame) {
      const graph::Quad quad = graph::quad_of(frame.type);
      return quad == graph::Quad::verbal_conflict || frame.type == graph::RelationClass::support;
    };
    // "condemned to death" is no word of blame, but the only frame of its verb that is none
    return !frames.empty() && std::count_if(frames.begin(), frames.end(), is_said) * 4 >=
                                  static_cast<std::ptrdiff_t>(frames.size()) * 3;
  }

  const Clauses& clauses_;
  const SentenceTree& tree_;
  const PartyFinder& parties_;
  const std::vector<Party>& carried_;
  std::vector<Context> incoming_;  // from above, before a predication's own words
  std::vector<Context> contexts_;
};

}  // namespace

void Context::negate(TokenId by) {
  polarity = opposite(polarity);
  negated_by = by;
}

void Context::raise(graph::Modality to, TokenId by) {
  if (strength(to) <= strength(modality)) return;
  modality = to;
  set_by = by;
}

void Context::stand_like(const Context& other) {
  polarity = other.polarity;
  modality = other.modality;
  negated_by = other.negated_by;
  set_by = other.set_by;
}

void apply(Operator op, TokenId by, Context& context) {
  switch (op) {
    case Operator::intend:
    case Operator::promise:
    case Operator::suggest:
      context.raise(Modality::planned_future, by);
      break;
    case Operator::threaten:
    case Operator::warn:
      context.raise(Modality::hypothetical, by);
      break;
    case Operator::demand:
      context.raise(Modality::demanded, by);
      break;
    case Operator::fail:
    case Operator::refuse:
    case Operator::prevent:
    case Operator::deny:
    case Operator::cease:
      context.negate(by);
      break;
    default:
      break;
  }
}

bool reports(Operator op) {
  return op == Operator::say || op == Operator::know || op == Operator::deny ||
         op == Operator::accuse || op == Operator::believe || op == Operator::warn ||
         op == Operator::demand || op == Operator::suggest || op == Operator::promise ||
         op == Operator::threaten;
}

std::vector<Context> contexts_of(const Clauses& clauses, const PartyFinder& parties,
                                 const std::vector<Party>& carried) {
  return ContextReader(clauses, parties, carried).read();
}

const Predication* speech_of(const Clauses& clauses, const Predication& predication) {
  const SentenceTree& tree = clauses.tree();
  // "...", he said: the verb of saying hangs below what it reports
  for (const TokenId child : tree.children(predication.token)) {
    if (!tree.is(child, {Deprel::parataxis})) continue;
    const Predication* speech = clauses.of(child);
    if (speech == nullptr || argument(*speech, "that") != nullptr) continue;
    const Operator op = operator_of(tree, *speech);
    if (op == Operator::say || op == Operator::know || op == Operator::believe) return speech;
  }
  return nullptr;
}

}  // namespace entente::relations
