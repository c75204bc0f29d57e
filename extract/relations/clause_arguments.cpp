#include "extract/relations/clause_arguments.hpp"

#include <algorithm>
#include <utility>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/time_words.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;
using text::VerbForm;

/// The arguments that the tree shows, turned to the active voice.
class ArgumentReader {
 public:
  ArgumentReader(const SentenceTree& tree, Predication& predication)
      : tree_(tree), predication_(predication) {}

  void read() {
    find_voice();
    for (const TokenId child : tree_.children(predication_.token)) read_child(child);
    if (surface_passive_) {
      // "was given weapons": the grammatical subject is the recipient
      add(has_argument(predication_, "obj") ? "iobj" : "obj", *surface_passive_);
    }
    mend_recipient();
    mend_judgement();
    if (predication_.passive && !has_argument(predication_, "subj")) mend_agent();
    join_part();
    take_what_money_measures();
    for (Argument& role : predication_.arguments) role.token = what_is_meant(role.token);
  }

 private:
  /// "condemned what it called the aggression of X": the aggression. "Bombed what it said was a
  /// base of X": the base, be it hung on the saying or on the verb above.
  [[nodiscard]] TokenId what_is_meant(TokenId token) const {
    if (tree_.lemma(token) != "what") return token;
    const auto clause = tree_.child(token, {Deprel::acl_relcl});
    if (!clause) return token;
    static constexpr std::string_view naming[] = {
        "brand",    "call",  "characterise", "characterize", "consider", "deem",
        "describe", "label", "regard",       "see",          "term",     "view"};
    const bool names = is_listed(naming, tree_.lemma(*clause));
    for (const TokenId child : tree_.children(*clause)) {
      if (child < *clause || tree_.at(child).upos != Upos::noun) continue;
      const bool named = tree_.is(child, {Deprel::obj, Deprel::xcomp}) ||
                         (tree_.is(child, {Deprel::obl}) && tree_.preposition(child) == "as");
      if (names && named) return child;
      if (tree_.is(child, {Deprel::ccomp, Deprel::xcomp}) && is_said_to_be(child, *clause)) {
        return child;
      }
    }
    for (const TokenId child : tree_.children(predication_.token)) {
      const bool beside = tree_.is(child, {Deprel::ccomp}) && child > *clause;
      if (beside && is_said_to_be(child, *clause)) return child;
    }
    return token;
  }

  /// "[said] was a base": the copula stands right after the verb.
  [[nodiscard]] bool is_said_to_be(TokenId noun, TokenId verb) const {
    const auto copula = tree_.child(noun, {Deprel::cop});
    return copula && *copula > verb && *copula <= verb + 2 && tree_.is_nominal(noun) &&
           !tree_.child(noun, {Deprel::nsubj});
  }

  void find_voice() {
    const TokenId token = predication_.token;
    const auto& features = tree_.at(token).features;
    // "troops pulled out" is active, whatever the parser calls its subject
    const bool finite =
        features.verb_form == VerbForm::finite && !tree_.child(token, {Deprel::aux});
    // only a headline leaves out the auxiliary of a main clause's passive
    const bool bare = tree_.is(token, {Deprel::root, Deprel::ccomp}) && is_full_sentence() &&
                      !tree_.child(token, {Deprel::aux});
    predication_.passive =
        predication_.kind == PredicationKind::verb &&
        (tree_.child(token, {Deprel::aux_pass}) ||
         (!finite && !bare && tree_.child(token, {Deprel::nsubj_pass, Deprel::csubj_pass})) ||
         is_reduced_passive() ||
         (tree_.is(token, {Deprel::acl, Deprel::advcl, Deprel::amod}) &&
          features.verb_form == VerbForm::participle && features.tense == text::Tense::past &&
          !tree_.child(token, {Deprel::obj, Deprel::aux})));
  }

  /// "leaders [sentenced] to prison by a court": right after its noun no past tense stands.
  [[nodiscard]] bool is_reduced_passive() const {
    const TokenId token = predication_.token;
    if (!tree_.is(token, {Deprel::acl}) || !tree_.form(token).ends_with("ed") ||
        tree_.child(token, {Deprel::obj, Deprel::nsubj, Deprel::aux, Deprel::mark})) {
      return false;
    }
    const auto phrase = tree_.child(token, {Deprel::obl, Deprel::obl_agent});
    if (!phrase) return false;
    const auto below = tree_.child(*phrase, {Deprel::nmod});
    return tree_.preposition(*phrase) == "by" || (below && tree_.preposition(*below) == "by");
  }

  [[nodiscard]] bool is_full_sentence() const {
    for (TokenId token = tree_.last(); token-- > tree_.first();) {
      if (tree_.form(token) == ".") return true;
      if (tree_.at(token).upos != Upos::punct) return false;
    }
    return false;
  }

  void read_child(TokenId child) {
    switch (tree_.at(child).deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_outer:
      case Deprel::csubj:
        add("subj", child);
        predication_.surface_subject = child;
        break;
      case Deprel::nsubj_pass:
        if (predication_.passive) {
          surface_passive_ = child;
        } else {
          add("subj", child);
        }
        predication_.surface_subject = child;
        break;
      case Deprel::obj:
        if (!read_as_particle(child, tree_.preposition(child))) add("obj", child);
        break;
      case Deprel::iobj:
        add("iobj", child);
        break;
      case Deprel::obl_agent:
        // "rejected a bid by B": whoever comes first does it
        add(predication_.passive || !has_argument(predication_, "subj") ? "subj" : "by", child);
        break;
      case Deprel::obl:
        read_oblique(child);
        break;
      case Deprel::obl_unmarked:
        read_time_given(child);
        break;
      case Deprel::nmod:
        if (const auto preposition = tree_.preposition(child); !preposition.empty()) {
          add(preposition, child);
        }
        break;
      case Deprel::nmod_poss:
        add("'s", child);
        break;
      case Deprel::amod:
      case Deprel::compound:
        if (predication_.kind == PredicationKind::noun) add("mod", child);
        break;
      case Deprel::compound_prt:
        add_particle(child);
        break;
      case Deprel::advmod:
        // "cracked down": parsers take some particles for adverbs
        if (predication_.kind == PredicationKind::verb && child > predication_.token &&
            Lexicon::built_in().knows_verb(predication_.lemma + "_" + tree_.lemma(child))) {
          add_particle(child);
        }
        break;
      case Deprel::xcomp:
        add(infinitive(child) ? "to_inf" : "pred", child);
        break;
      case Deprel::ccomp:
        add("that", child);
        break;
      default:
        break;
    }
  }

  /// "called Ireland a partner": what a verb of naming gives is a name, not a thing.
  bool mend_naming() {
    auto& roles = predication_.arguments;
    const auto named = std::find_if(roles.begin(), roles.end(),
                                    [](const Argument& role) { return role.slot == "iobj"; });
    const auto name = std::find_if(roles.begin(), roles.end(),
                                   [](const Argument& role) { return role.slot == "obj"; });
    if (named == roles.end() || name == roles.end() || named->token > name->token) return false;
    if (!Lexicon::built_in().names_its_object(predication_.lemma)) return false;
    named->slot = "obj";
    name->slot = "pred";
    return true;
  }

  /// "meets [Xi] [Jinping]": two objects that are one name.
  void join_split_name() {
    auto& roles = predication_.arguments;
    const auto recipient = std::find_if(roles.begin(), roles.end(),
                                        [](const Argument& role) { return role.slot == "iobj"; });
    if (recipient == roles.end() || tree_.at(recipient->token).upos != Upos::propn) return;
    const TokenId next = recipient->token + 1;
    const auto rest = std::find_if(roles.begin(), roles.end(), [&](const Argument& role) {
      return role.slot == "obj" && role.token == next;
    });
    if (rest == roles.end() || tree_.at(next).upos != Upos::propn) return;
    recipient->slot = "obj";
    roles.erase(rest);
  }

  /// A parser may call both objects of "sent Kyiv a battery" direct, or make the
  /// recipient a modifier: "gave [Kyiv three tanks]".
  void mend_recipient() {
    join_split_name();
    if (mend_naming() || has_argument(predication_, "iobj")) return;
    auto& roles = predication_.arguments;
    const auto is_object = [](const Argument& role) { return role.slot == "obj"; };
    const auto first = std::find_if(roles.begin(), roles.end(), is_object);
    if (first == roles.end() || first->token < predication_.token) return;
    const auto second = std::find_if(first + 1, roles.end(), is_object);
    if (second != roles.end()) {
      // "called [the talks] [a waste of time]"
      if (Lexicon::built_in().names_its_object(predication_.lemma) &&
          !is_time(tree_, second->token)) {
        second->slot = "pred";
        return;
      }
      if ((tree_.at(first->token).upos == Upos::propn && second->token > first->token + 1) ||
          (tree_.at(first->token).upos == Upos::noun && takes_recipient() &&
           tree_.governs(second->token, first->token + 1))) {
        first->slot = "iobj";
        mend_naming();
      }
      return;
    }
    const auto modifier = tree_.child(first->token, {Deprel::compound});
    const auto number = tree_.child(first->token, {Deprel::nummod, Deprel::det});
    if (modifier && number && *modifier<*number&& * modifier> predication_.token &&
        tree_.at(*modifier).upos == Upos::propn) {
      add("iobj", *modifier);
    }
  }

  /// "lent", "gave": some frame has a recipient.
  [[nodiscard]] bool takes_recipient() const {
    const auto frames = Lexicon::built_in().verb(predication_.lemma);
    return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
      return std::any_of(frame.slots.begin(), frame.slots.end(), [](const FrameSlot& slot) {
        return slot.names.size() == 1 && slot.names.front() == "iobj";
      });
    });
  }

  /// "approved $3 billion in [loans] to B", "sold $1 million worth of [arms]": what the money
  /// measures is the object.
  void take_what_money_measures() {
    auto& roles = predication_.arguments;
    const auto money = std::find_if(roles.begin(), roles.end(), [&](const Argument& role) {
      return role.slot == "obj" && Lexicon::built_in().in_set("money", tree_.lemma(role.token));
    });
    if (money == roles.end()) return;
    const auto measured = std::find_if(roles.begin(), roles.end(), [&](const Argument& role) {
      if (role.slot == "pred" && tree_.lemma(role.token) == "worth") return true;
      return role.slot == "in" && is_measured(role.token, money->token);
    });
    std::optional<TokenId> goods;
    if (measured != roles.end()) {
      goods = measured->slot == "in" ? measured->token : phrase_below(measured->token, "of");
    } else if (const auto below = phrase_below(money->token, "in")) {
      if (is_measured(*below, money->token)) goods = below;
    }
    if (!goods) return;
    const TokenId sum = money->token;
    money->token = *goods;
    if (measured != roles.end()) roles.erase(measured);
    for (const TokenId child : tree_.children(sum)) {
      if (child > *goods && tree_.is(child, {Deprel::nmod})) add(tree_.preposition(child), child);
    }
  }

  /// "in loans", right behind the sum; not "in 2010", "in the region".
  [[nodiscard]] bool is_measured(TokenId noun, TokenId money) const {
    constexpr TokenId furthest = 3;
    const auto in = tree_.child(noun, {Deprel::case_});
    return in && *in > money && *in <= money + furthest && tree_.at(noun).upos == Upos::noun &&
           !tree_.child(noun, {Deprel::det, Deprel::nmod_poss});
  }

  [[nodiscard]] std::optional<TokenId> phrase_below(TokenId token,
                                                    std::string_view preposition) const {
    for (const TokenId child : tree_.children(token)) {
      if (tree_.is(child, {Deprel::nmod, Deprel::obl}) && tree_.preposition(child) == preposition)
        return child;
    }
    return std::nullopt;
  }

  /// "called [the decision unacceptable]": what follows the object is said of it.
  void mend_judgement() {
    if (predication_.kind != PredicationKind::verb || has_argument(predication_, "pred") ||
        !Lexicon::built_in().names_its_object(predication_.lemma)) {
      return;
    }
    const Argument* object = argument(predication_, "obj");
    if (object == nullptr || object->token < predication_.token) return;
    for (const TokenId child : tree_.children(object->token)) {
      if (child > object->token && tree_.at(child).upos == Upos::adj &&
          tree_.is(child, {Deprel::amod, Deprel::acl})) {
        add("pred", child);
        return;
      }
    }
  }

  /// "took part in a raid" is one verb.
  void join_part() {
    if (predication_.lemma != "take") return;
    auto& roles = predication_.arguments;
    const auto part = std::find_if(roles.begin(), roles.end(), [&](const Argument& role) {
      return role.slot == "obj" && tree_.form(role.token) == "part";
    });
    if (part == roles.end() || !has_argument(predication_, "in")) return;
    predication_.particle = part->token;
    predication_.lemma = "take_part";
    roles.erase(part);
  }

  /// "was denied [a visa by Cyprus]": the agent hangs on another argument. Not "was destroyed,
  /// with some estimates by the Red Cross of ten houses".
  void mend_agent() {
    static constexpr std::string_view told[] = {"account", "claim", "count",  "estimate",
                                                "poll",    "study", "survey", "tally"};
    for (const Argument& role : predication_.arguments) {
      const std::string& noun = tree_.lemma(role.token);
      if (std::find(std::begin(told), std::end(told), noun) != std::end(told) ||
          Lexicon::built_in().in_set("statement", noun)) {
        continue;
      }
      for (const TokenId child : tree_.children(role.token)) {
        if (child > predication_.token && tree_.is(child, {Deprel::nmod}) &&
            tree_.preposition(child) == "by") {
          add("subj", child);
          return;
        }
      }
    }
  }

  void add_particle(TokenId child) {
    predication_.particle = child;
    predication_.lemma += "_" + tree_.lemma(child);
  }

  void read_oblique(TokenId child) {
    const std::string preposition = tree_.preposition(child);
    if (preposition.empty()) return read_bare(child);
    if (read_as_particle(child, preposition)) return;
    // "drove them out of the town" has a frame of its own
    const bool kept = has_argument(predication_, "obj") && has_out_of_frame();
    if (preposition == "out_of" && !kept && !predication_.particle &&
        Lexicon::built_in().knows_verb(predication_.lemma + "_out")) {
      // "pulled [out of the country]"
      add_particle(*tree_.child(child, {Deprel::case_}));
      add("of", child);
      return;
    }
    const bool agent = preposition == "by" && predication_.passive;
    add(agent && !has_argument(predication_, "subj") ? "subj" : preposition, child);
  }

  [[nodiscard]] bool has_out_of_frame() const {
    const auto frames = Lexicon::built_in().verb(predication_.lemma);
    return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
      return std::any_of(frame.slots.begin(), frame.slots.end(), [](const FrameSlot& slot) {
        return std::find(slot.names.begin(), slot.names.end(), "out_of") != slot.names.end();
      });
    });
  }

  /// "gave the envoys [a week] to leave"
  void read_time_given(TokenId child) {
    if (predication_.lemma == "give" && has_argument(predication_, "iobj") &&
        !has_argument(predication_, "obj") && unit_of(tree_.lemma(child))) {
      add("obj", child);
    }
  }

  /// "shot down [a balloon]": without a preposition and no time, it is an object.
  void read_bare(TokenId child) {
    if (!predication_.particle || *predication_.particle > child || predication_.passive ||
        has_argument(predication_, "obj") || unit_of(tree_.lemma(child)) ||
        (tree_.at(child).upos != Upos::noun && tree_.at(child).upos != Upos::propn)) {
      return;
    }
    add("obj", child);
  }

  /// "called [off talks]": what the parser takes for a preposition.
  bool read_as_particle(TokenId child, const std::string& preposition) {
    static constexpr std::string_view particles[] = {"away", "down", "in", "off",
                                                     "out",  "over", "up"};
    if (predication_.particle || has_argument(predication_, "obj") ||
        std::find(std::begin(particles), std::end(particles), preposition) == std::end(particles)) {
      return false;
    }
    const auto marker = tree_.child(child, {Deprel::case_});
    const std::string lemma = predication_.lemma + "_" + preposition;
    if (!marker || *marker != predication_.token + 1 || Lexicon::built_in().verb(lemma).empty()) {
      return false;
    }
    predication_.particle = *marker;
    predication_.lemma = lemma;
    add("obj", child);
    return true;
  }

  [[nodiscard]] bool infinitive(TokenId child) const {
    return tree_.marker(child) == "to" ||
           tree_.at(child).features.verb_form == VerbForm::infinitive;
  }

  void add(std::string slot, TokenId token) {
    predication_.arguments.push_back({std::move(slot), token, false});
  }

  const SentenceTree& tree_;
  Predication& predication_;
  std::optional<TokenId> surface_passive_;
};

}  // namespace

bool has_argument(const Predication& predication, std::string_view slot) {
  return argument(predication, slot) != nullptr;
}

void read_arguments(const SentenceTree& tree, Predication& predication) {
  ArgumentReader(tree, predication).read();
}

}  // namespace entente::relations
