#include <algorithm>
#include <utility>

#include "extract/relations/clause_arguments.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;
using text::VerbForm;

bool is_relative_pronoun(const SentenceTree& tree, TokenId token) {
  return tree.at(token).feats.find("PronType=Rel") != std::string::npos;
}

/// "[both] of which", "[all] of whom": the whole of what the clause is about.
bool stands_for_all(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view words[] = {"all", "both", "each", "three", "two"};
  if (!is_listed(words, tree.lemma(token))) {
    return false;
  }
  const auto pronoun = tree.child(token, {Deprel::nmod});
  return pronoun && tree.preposition(*pronoun) == "of" && is_relative_pronoun(tree, *pronoun);
}

/// The arguments that the tree leaves to be understood.
class Inheritance {
 public:
  /// `earlier`: the predications found so far, the parents among them.
  Inheritance(const SentenceTree& tree, Predication& predication, const Predication* parent,
              std::span<const Predication> earlier)
      : tree_(tree), predication_(predication), parent_(parent), earlier_(earlier) {}

  void apply() {
    const TokenId token = predication_.token;
    if (tree_.is(token, {Deprel::acl_relcl})) {
      replace_relative_pronoun();
    } else if (tree_.is(token, {Deprel::acl})) {
      from_modified_noun();
    } else if (parent_ != nullptr && predication_.kind != PredicationKind::noun) {
      if (predication_.link == Link::conjunct) from_conjunct();
      // "said isolating X would solve nothing": nobody is said to do it.
      const bool is_subject = tree_.is(token, {Deprel::csubj, Deprel::csubj_pass});
      if (predication_.link == Link::complement && !is_finite() && !is_subject) {
        subject(controller());
      }
      if (predication_.link == Link::adverbial && !is_finite()) subject(adverbial_subject());
      if (predication_.kind == PredicationKind::verb && calls_to_say()) address();
    }
    if (predication_.kind == PredicationKind::verb) addressee();
  }

 private:
  [[nodiscard]] bool is_finite() const {
    if (predication_.marker == "to") return false;  // "continues to be concerned"
    const auto form = tree_.at(predication_.token).features.verb_form;
    if (form == VerbForm::finite) return true;
    const auto auxiliary =
        tree_.child(predication_.token, {Deprel::cop, Deprel::aux, Deprel::aux_pass});
    if (!auxiliary) return false;
    const std::string_view word = tree_.form(*auxiliary);
    return word != "having" && word != "Having" && word != "being" && word != "Being";
  }

  void add(std::string slot, TokenId token) {
    predication_.arguments.push_back({std::move(slot), token, true});
  }

  /// Gives the predication this grammatical subject unless it has one.
  void subject(std::optional<TokenId> token) {
    if (!token || predication_.surface_subject || *token == predication_.token) return;
    predication_.surface_subject = token;
    const char* slot = !predication_.passive               ? "subj"
                       : has_argument(predication_, "obj") ? "iobj"
                                                           : "obj";
    if (!has_argument(predication_, slot)) add(slot, *token);
  }

  /// "called B to apologise", "wrote to B demanding an apology", "in a call with B, A offered his
  /// condolences": to B, though the verb itself does not say so.
  void addressee() {
    static constexpr std::string_view telling[] = {"apologise", "apologize", "complain",
                                                   "convey",    "express",   "extend",
                                                   "offer",     "protest",   "voice"};
    static constexpr std::string_view asking[] = {"ask", "demand", "request", "seek"};
    const auto is = [&](const auto& words) { return is_listed(words, predication_.lemma); };
    const bool tells = is(telling);
    if ((!tells && !is(asking)) || predication_.passive || names_other_side()) return;
    auto other = partner_in_talks();
    if (!other && parent_ != nullptr && !is_finite() &&
        (predication_.marker == "to" || predication_.marker.empty())) {
      other = whom_parent_contacts();
    }
    if (other) add(tells ? "to" : "from", *other);
  }

  /// "expressed support for C", "asked C to help", "offered B help"
  [[nodiscard]] bool names_other_side() const {
    static constexpr std::string_view slots[] = {"about", "against", "at",      "for",       "from",
                                                 "iobj",  "on",      "over",    "regarding", "that",
                                                 "to",    "to_inf",  "towards", "with"};
    const auto fills = [&](std::string_view slot) { return is_listed(slots, slot); };
    const bool asks_for = predication_.lemma == "ask";
    for (const Argument& role : predication_.arguments) {
      if (asks_for && role.slot == "obj") return true;
      if (asks_for && role.slot == "for") continue;
      if (fills(role.slot)) return true;
      if (role.slot != "obj") continue;
      for (const TokenId child : tree_.children(role.token)) {
        if (tree_.is(child, {Deprel::nmod}) && fills(tree_.preposition(child))) return true;
      }
    }
    return false;
  }

  /// "in a telephone call with [B]"
  [[nodiscard]] std::optional<TokenId> partner_in_talks() const {
    for (const Argument& role : predication_.arguments) {
      if ((role.slot != "in" && role.slot != "during") || role.inherited) continue;
      const EventNoun* talks = event_noun(tree_, role.token).entry;
      if (talks == nullptr || talks->type != graph::RelationClass::consult) continue;
      for (const TokenId child : tree_.children(role.token)) {
        if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "with") return child;
      }
    }
    return std::nullopt;
  }

  /// "called [B]", "wrote to [B]", "sent a letter to [B]"
  [[nodiscard]] std::optional<TokenId> whom_parent_contacts() const {
    static constexpr std::string_view contacting[] = {"call",   "contact",   "meet", "phone",
                                                      "summon", "telephone", "visit"};
    const Predication* above = parent_;
    // "a letter [demanding ...]" hangs on the letter
    while (above->kind == PredicationKind::noun && above->parent) {
      if (!Lexicon::built_in().in_set("@statement", above->lemma)) return std::nullopt;
      above = &earlier_[*above->parent];
    }
    if (above->kind != PredicationKind::verb) return std::nullopt;
    const Argument* object = argument(*above, "obj");
    if (is_listed(contacting, above->lemma)) {
      return object != nullptr ? std::optional(object->token) : std::nullopt;
    }
    const bool letter = object != nullptr && (above->lemma == "send" || above->lemma == "write") &&
                        Lexicon::built_in().in_set("@statement", tree_.lemma(object->token));
    const bool talks = above->lemma == "write" || above->lemma == "speak";
    if (!letter && !talks) return std::nullopt;
    for (const std::string_view slot : {"to", "with"}) {
      if (const Argument* heard = argument(*above, slot)) return heard->token;
      if (object == nullptr) continue;
      for (const TokenId child : tree_.children(object->token)) {
        if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == slot) return child;
      }
    }
    return std::nullopt;
  }

  /// "flew to A, [where] B declined to meet him": a clause of its own, whatever its subject.
  [[nodiscard]] bool tells_of_place() const {
    const auto& children = tree_.children(predication_.token);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return child < predication_.token && tree_.is(child, {Deprel::advmod}) &&
             tree_.lemma(child) == "where";
    });
  }

  void from_conjunct() {
    if (tree_.is(predication_.token, {Deprel::parataxis}) || tells_of_place()) return;
    subject(parent_->surface_subject);
    // "condemned and rejected the offer": one object after both verbs
    const Argument* shared = argument(*parent_, "obj");
    if (shared != nullptr && !predication_.passive && !parent_->passive &&
        shared->token > predication_.token && !has_argument(predication_, "obj")) {
      add("obj", shared->token);
    }
  }

  /// "accused X of doing", "barred X from doing"; else the subject of the main clause.
  [[nodiscard]] std::optional<TokenId> adverbial_subject() const {
    const std::string& marker = predication_.marker;
    if (marker == "such") return doer_of_examples();
    // "called B to congratulate him", "summoned the envoy to complain"
    if (marker == "to" && !parent_->passive && argument(*parent_, "obj") != nullptr &&
        (parent_->lemma == "call" || parent_->lemma == "summon")) {
      return parent_->surface_subject;
    }
    const bool complement = marker == "of" || marker == "for" || marker == "from" ||
                            marker == "into" || marker == "to" || marker == "about" ||
                            (marker == "with" && parent_->lemma == "charge") ||
                            (marker == "against" && parent_->lemma == "warn");
    const Operator op = parent_->lemma == "give"
                            ? operator_of(tree_, *parent_)
                            : Lexicon::built_in().verb_operator(parent_->lemma);
    // "found ways to protest": a purpose is the subject's; "asked X to leave" is not one
    const bool purpose = marker == "to" && op != Operator::demand && op != Operator::permit &&
                         op != Operator::cause && op != Operator::help && op != Operator::prevent &&
                         op != Operator::intend && op != Operator::accuse;
    const bool governs = op != Operator::none && !purpose;
    if (complement && governs) return controller();
    if (marker == "for" && !parent_->passive) return blamed_object();
    // "was exposed to discredit X": whoever did it means to
    if (marker == "to" && parent_->passive && exposes(parent_->lemma)) return agent_of_passive();
    return parent_->surface_subject;
  }

  /// "shut X's station for backing Y": X did, where X is named; else the subject.
  [[nodiscard]] std::optional<TokenId> blamed_object() const {
    static constexpr std::string_view gaining[] = {"accept", "earn", "get", "receive",
                                                   "share",  "take", "win"};
    const Argument* object = argument(*parent_, "obj");
    // "broke ties with X for backing Y", "fined X's bank for it"
    for (const std::string_view slot : {"with", "on", "against"}) {
      const Argument* other = argument(*parent_, slot);
      if (other != nullptr && !other->inherited && tree_.at(other->token).upos == Upos::propn) {
        return other->token;
      }
    }
    for (const TokenId child : tree_.children(object != nullptr ? object->token : parent_->token)) {
      const std::string preposition = tree_.preposition(child);
      if (tree_.is(child, {Deprel::nmod}) && tree_.at(child).upos == Upos::propn &&
          (preposition == "with" || preposition == "on" || preposition == "against")) {
        return child;
      }
    }
    const bool gains = is_listed(gaining, parent_->lemma);
    if (object == nullptr || gains) return parent_->surface_subject;
    if (judges(parent_->lemma)) return object->token;
    const auto upos = tree_.at(object->token).upos;
    const auto& children = tree_.children(object->token);
    const bool owned = std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree_.is(child, {Deprel::nmod_poss}) ||
             (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == "of" &&
              tree_.at(child).upos == Upos::propn);
    });
    const bool named = upos == Upos::propn || upos == Upos::pron;
    return owned || named ? object->token : parent_->surface_subject;
  }

  [[nodiscard]] std::optional<TokenId> agent_of_passive() const {
    const Argument* agent = argument(*parent_, "subj");
    return agent != nullptr ? std::optional(agent->token) : std::nullopt;
  }

  /// It does harm, or lays bare.
  [[nodiscard]] static bool exposes(const std::string& verb) {
    return verb == "expose" || verb == "use" || verb == "leak" || harms(verb);
  }

  [[nodiscard]] static bool tells_of(const std::string& noun) {
    static constexpr std::string_view nouns[] = {"account", "allegation", "evidence",  "hint",
                                                 "news",    "proof",      "report",    "rumor",
                                                 "rumour",  "sign",       "suspicion", "word"};
    return is_listed(nouns, noun);
  }

  [[nodiscard]] static bool hinders(const std::string& verb) {
    static constexpr std::string_view verbs[] = {
        "block",     "complicate", "damage",    "derail",   "disrupt", "fight",
        "frustrate", "hamper",     "hinder",    "impair",   "impede",  "oppose",
        "prevent",   "reject",     "resist",    "sabotage", "stall",   "stymie",
        "thwart",    "undercut",   "undermine", "weaken"};
    return is_listed(verbs, verb);
  }

  /// "A joined in sanctions led by B, such as freezing assets": A freezes them.
  [[nodiscard]] std::optional<TokenId> doer_of_examples() const {
    const Predication* above = parent_;
    while (above->parent &&
           (above->kind == PredicationKind::noun || above->link == Link::relative)) {
      above = &earlier_[*above->parent];
    }
    return above->surface_subject;
  }

  /// "called B to congratulate [him]", "called B to apologise": B is spoken to.
  void address() {
    static constexpr std::string_view directed[] = {"apologise", "apologize", "complain",  "convey",
                                                    "deliver",   "express",   "extend",    "offer",
                                                    "protest",   "reaffirm",  "reiterate", "voice"};
    const Argument* called = argument(*parent_, "obj");
    if (called == nullptr) called = argument(*parent_, "iobj");
    if (called == nullptr || tree_.at(called->token).upos == Upos::pron) return;
    for (Argument& role : predication_.arguments) {
      const std::string& word = tree_.lemma(role.token);
      if ((role.slot == "obj" || role.slot == "iobj") && !role.inherited &&
          tree_.at(role.token).upos == Upos::pron &&
          (word == "he" || word == "she" || word == "they")) {
        role = {role.slot, called->token, true};
      }
    }
    const bool directs = is_listed(directed, predication_.lemma);
    if (directs && !has_argument(predication_, "to")) add("to", called->token);
  }

  /// "called B to express his condolences": the caller does.
  [[nodiscard]] bool calls_to_say() const {
    static constexpr std::string_view calling[] = {"call",  "call_up", "contact",   "email",
                                                   "phone", "ring",    "telephone", "visit",
                                                   "meet",  "write",   "cable"};
    static constexpr std::string_view saying[] = {
        "apologise",    "apologize", "ask",     "assure", "brief",   "complain",
        "congratulate", "convey",    "deliver", "demand", "discuss", "explain",
        "express",      "extend",    "inform",  "offer",  "protest", "reaffirm",
        "reassure",     "reiterate", "request", "say",    "seek",    "tell",
        "thank",        "urge",      "voice",   "warn",   "wish"};
    return predication_.marker == "to" && is_listed(calling, parent_->lemma) &&
           is_listed(saying, predication_.lemma);
  }

  /// Who does what the complement says.
  [[nodiscard]] std::optional<TokenId> controller() const {
    if (parent_->passive || parent_->kind != PredicationKind::verb) {
      return parent_->surface_subject;
    }
    const Operator op = operator_of(tree_, *parent_);
    if (op == Operator::promise || op == Operator::threaten) return parent_->surface_subject;
    if (calls_to_say()) return parent_->surface_subject;
    // "gave A a week to leave"
    const Argument* recipient = argument(*parent_, "iobj");
    if (op == Operator::demand && recipient != nullptr) return recipient->token;
    for (const std::string_view slot : {"obj", "iobj"}) {
      if (const Argument* object = argument(*parent_, slot)) return object->token;
    }
    if (op == Operator::demand || op == Operator::prevent || op == Operator::permit ||
        op == Operator::accuse || op == Operator::warn) {
      for (const std::string_view slot : {"on", "upon", "to", "with", "from", "of"}) {
        if (const Argument* object = argument(*parent_, slot)) return object->token;
      }
    }
    // "the law forbids trading with X": whoever might
    if (op == Operator::prevent) return std::nullopt;
    return parent_->surface_subject;
  }

  /// What a relative clause is about. "that" does not follow a name: in "deals with
  /// X and Y that open" a parser that hangs it on X means the deals.
  [[nodiscard]] std::optional<TokenId> modified_noun() const {
    const auto noun = tree_.head(predication_.token);
    const auto says = [&](std::string_view pronoun) {
      return std::any_of(
          predication_.arguments.begin(), predication_.arguments.end(), [&](const Argument& role) {
            return is_relative_pronoun(tree_, role.token) && tree_.lemma(role.token) == pronoun;
          });
    };
    if (noun && says("which") && is_person_noun(*noun)) return last_inside(*noun).value_or(*noun);
    if (!noun || !says("that") || tree_.at(*noun).upos != Upos::propn) return noun;
    for (auto above = noun; above; above = tree_.head(*above)) {
      if (tree_.at(*above).upos == Upos::noun) return above;
      if (!tree_.is(*above, {Deprel::nmod, Deprel::conj})) return noun;
    }
    return noun;
  }

  [[nodiscard]] bool is_person_noun(TokenId noun) const {
    const Lexicon& lexicon = Lexicon::built_in();
    const std::string& lemma = tree_.lemma(noun);
    return tree_.at(noun).upos == Upos::noun &&
           (lexicon.in_set("title", lemma) || lexicon.in_set("diplomat", lemma) ||
            lexicon.in_set("individual", lemma));
  }

  /// "a commander [in the Front], which": of no person one says "which".
  [[nodiscard]] std::optional<TokenId> last_inside(TokenId noun) const {
    std::optional<TokenId> last;
    for (const TokenId child : tree_.children(noun)) {
      const bool name = tree_.at(child).upos == Upos::propn || tree_.at(child).upos == Upos::noun;
      if (tree_.is(child, {Deprel::nmod}) && name && child > noun && child < predication_.token) {
        last = child;
      }
    }
    return last;
  }

  void replace_relative_pronoun() {
    const auto noun = modified_noun();
    if (!noun) return;
    bool replaced = false;
    for (Argument& role : predication_.arguments) {
      if (!is_relative_pronoun(tree_, role.token) && !stands_for_all(tree_, role.token)) continue;
      role.token = *noun;
      role.inherited = true;
      replaced = true;
    }
    if (predication_.surface_subject &&
        (is_relative_pronoun(tree_, *predication_.surface_subject) ||
         stands_for_all(tree_, *predication_.surface_subject))) {
      predication_.surface_subject = noun;
    }
    if (replaced || predication_.kind != PredicationKind::verb) return;
    for (const TokenId child : tree_.children(predication_.token)) {
      if (tree_.is(child, {Deprel::advmod}) && is_relative_pronoun(tree_, child)) return;
      // "whose cabinet met"
      const auto owner = tree_.child(child, {Deprel::nmod_poss});
      if (owner && tree_.lemma(*owner) == "whose") return;
    }
    if (!predication_.surface_subject) {
      subject(noun);
    } else if (!has_argument(predication_, "obj") && !predication_.passive &&
               !has_argument(predication_, "that")) {
      add("obj", *noun);  // "vessels Kuwait had sought"
    }
  }

  /// "forces deployed by", "a letter condemning", "a plan to invade".
  void from_modified_noun() {
    const auto noun = tree_.head(predication_.token);
    if (!noun) return;
    if (predication_.passive) {
      subject(noun);
    } else if (predication_.marker == "to" ||
               tree_.at(predication_.token).features.verb_form == VerbForm::infinitive ||
               Lexicon::built_in().in_set("voice", tree_.lemma(*noun))) {
      subject(owner_of(*noun));
    } else if (const auto striker = striker_of(*noun)) {
      subject(striker);
    } else {
      subject(noun);
    }
  }

  /// "[a bomb] hit a convoy killing three": things that are struck strike nobody.
  [[nodiscard]] std::optional<TokenId> striker_of(TokenId noun) const {
    static constexpr std::string_view results[] = {"damage", "destroy", "hurt",
                                                   "injure", "kill",    "wound"};
    static constexpr std::string_view blows[] = {"blast", "bomb",  "hit",    "rip",    "rock",
                                                 "shake", "shell", "strike", "target", "tear"};
    const auto verb = tree_.head(noun);
    if (!verb || !tree_.is(noun, {Deprel::obj, Deprel::obl}) || !predication_.marker.empty() ||
        !is_listed(blows, tree_.lemma(*verb)) || !is_listed(results, predication_.lemma) ||
        is_person_noun(noun) || tree_.at(noun).upos != Upos::noun ||
        Lexicon::built_in().in_set("troops", tree_.lemma(noun))) {
      return std::nullopt;
    }
    return tree_.child(*verb, {Deprel::nsubj});
  }

  /// Whose plan it is: the noun's possessor, or the subject of its verb.
  [[nodiscard]] std::optional<TokenId> owner_of(TokenId noun) const {
    // "his call for X to leave": X should
    if (Lexicon::built_in().noun_operator(tree_.lemma(noun)) == Operator::demand) {
      for (const TokenId child : tree_.children(noun)) {
        const std::string preposition = tree_.preposition(child);
        if (tree_.is(child, {Deprel::nmod}) && child < predication_.token &&
            (preposition == "for" || preposition == "on" || preposition == "to")) {
          return child;
        }
      }
    }
    if (const auto owner = tree_.child(noun, {Deprel::nmod_poss})) return owner;
    for (const TokenId child : tree_.children(noun)) {
      const std::string preposition = tree_.preposition(child);
      // a letter to somebody is not his
      const bool to_whom = (preposition == "on" || preposition == "to" || preposition == "for") &&
                           !Lexicon::built_in().in_set("@statement", tree_.lemma(noun));
      if (tree_.is(child, {Deprel::nmod}) &&
          (preposition == "by" || preposition == "of" || to_whom)) {
        return child;
      }
    }
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::amod, Deprel::compound}) &&
          tree_.at(child).upos == Upos::propn) {
        return child;
      }
    }
    // "has evidence of a plot to kill X": it is not who has the evidence
    const auto verb = tree_.head(noun);
    if (verb && tree_.is(noun, {Deprel::nmod}) && tells_of(tree_.lemma(*verb))) return std::nullopt;
    // "A's objections complicate efforts to investigate": they are not A's
    if (verb && tree_.is(noun, {Deprel::obj}) && hinders(tree_.lemma(*verb))) return std::nullopt;
    // "accused them of a part in a plot to oust X", wherever the tree hangs the plot
    const bool on_accused =
        verb && tree_.is(noun, {Deprel::nmod}) && tree_.is(*verb, {Deprel::obj});
    const auto charge = on_accused ? tree_.head(*verb) : verb;
    if (charge && tree_.is_verbal(*charge) &&
        Lexicon::built_in().verb_operator(tree_.lemma(*charge)) == Operator::accuse) {
      return on_accused ? verb
                        : tree_.child(*charge, {Deprel::obj, Deprel::iobj, Deprel::nsubj_pass});
    }
    if (parent_ == nullptr) return std::nullopt;
    return parent_->surface_subject;
  }

  const SentenceTree& tree_;
  Predication& predication_;
  const Predication* parent_;
  std::span<const Predication> earlier_;
};

}  // namespace

void inherit_arguments(const SentenceTree& tree, Predication& predication,
                       const Predication* parent, std::span<const Predication> earlier) {
  Inheritance(tree, predication, parent, earlier).apply();
}

}  // namespace entente::relations
