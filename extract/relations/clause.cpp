#include "extract/relations/clause.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/time_words.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;
using text::VerbForm;

std::optional<PredicationKind> kind_of(const SentenceTree& tree, TokenId token) {
  if (tree.is(token, {Deprel::aux, Deprel::aux_pass, Deprel::cop, Deprel::case_, Deprel::mark,
                      Deprel::fixed, Deprel::flat, Deprel::goeswith, Deprel::punct, Deprel::amod,
                      Deprel::compound, Deprel::det, Deprel::advmod})) {
    const bool event_noun = tree.at(token).upos == Upos::noun && tree.is(token, {Deprel::compound});
    return event_noun ? std::optional(PredicationKind::noun) : std::nullopt;
  }
  if (tree.is_verbal(token)) {
    // "fighting between A and B"
    return event_noun(tree, token).entry != nullptr ? PredicationKind::noun : PredicationKind::verb;
  }
  const bool clausal =
      tree.child(token, {Deprel::cop, Deprel::nsubj, Deprel::nsubj_outer, Deprel::csubj}) ||
      tree.is(token, {Deprel::xcomp});
  // "is Kurdish and supportive of"
  if (tree.is(token, {Deprel::conj}) && tree.at(token).upos == Upos::adj) {
    const TokenId first = tree.first_conjunct(token);
    if (tree.child(first, {Deprel::cop})) return PredicationKind::adjective;
  }
  if (clausal) {
    return tree.at(token).upos == Upos::adj ? PredicationKind::adjective : PredicationKind::nominal;
  }
  if (tree.at(token).upos == Upos::noun) return PredicationKind::noun;
  return std::nullopt;
}

bool is_relative_pronoun(const SentenceTree& tree, TokenId token) {
  return tree.at(token).feats.find("PronType=Rel") != std::string::npos;
}

Link link_of(const SentenceTree& tree, TokenId token, PredicationKind kind) {
  switch (tree.at(token).deprel) {
    case Deprel::root:
      return Link::root;
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::csubj_pass:
    case Deprel::csubj_outer:
      return Link::complement;
    case Deprel::advcl:
    case Deprel::advcl_relcl:
      return Link::adverbial;
    case Deprel::acl:
    case Deprel::acl_relcl:
      return Link::relative;
    case Deprel::conj:
    case Deprel::parataxis:
    case Deprel::list:
      return kind == PredicationKind::noun ? Link::noun : Link::conjunct;
    default:
      return kind == PredicationKind::noun ? Link::noun : Link::adverbial;
  }
}

bool has_argument(const Predication& predication, std::string_view slot) {
  return argument(predication, slot) != nullptr;
}

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
    if (predication_.passive && !has_argument(predication_, "subj")) mend_agent();
  }

 private:
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
         (tree_.is(token, {Deprel::acl, Deprel::advcl, Deprel::amod}) &&
          features.verb_form == VerbForm::participle && features.tense == text::Tense::past &&
          !tree_.child(token, {Deprel::obj, Deprel::aux})));
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
        add("subj", child);
        break;
      case Deprel::obl:
        read_oblique(child);
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
    if (mend_naming()) return;
    if (has_argument(predication_, "iobj")) return;
    auto& roles = predication_.arguments;
    const auto is_object = [](const Argument& role) { return role.slot == "obj"; };
    const auto first = std::find_if(roles.begin(), roles.end(), is_object);
    if (first == roles.end() || first->token < predication_.token) return;
    const auto second = std::find_if(first + 1, roles.end(), is_object);
    if (second != roles.end()) {
      if (tree_.at(first->token).upos == Upos::propn && second->token > first->token + 1) {
        first->slot = "iobj";
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

  /// "was denied [a visa by Cyprus]": the agent hangs on another argument.
  void mend_agent() {
    for (const Argument& role : predication_.arguments) {
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
    if (preposition == "out_of" && !predication_.particle &&
        Lexicon::built_in().knows_verb(predication_.lemma + "_out")) {
      // "pulled [out of the country]"
      add_particle(*tree_.child(child, {Deprel::case_}));
      add("of", child);
      return;
    }
    const bool agent = preposition == "by" && predication_.passive;
    add(agent && !has_argument(predication_, "subj") ? "subj" : preposition, child);
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
      if (predication_.link == Link::complement && !is_finite()) subject(controller());
      if (predication_.link == Link::adverbial && !is_finite()) subject(adverbial_subject());
    }
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

  void from_conjunct() {
    if (tree_.is(predication_.token, {Deprel::parataxis})) return;
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
    const bool complement = marker == "of" || marker == "for" || marker == "from" ||
                            marker == "into" || marker == "to" || marker == "about";
    const Operator op = Lexicon::built_in().verb_operator(parent_->lemma);
    // "found ways to protest": a purpose is the subject's; "asked X to leave" is not one
    const bool purpose = marker == "to" && op != Operator::demand && op != Operator::permit &&
                         op != Operator::cause && op != Operator::help && op != Operator::prevent &&
                         op != Operator::intend;
    const bool governs = op != Operator::none && !purpose;
    if (complement && governs) return controller();
    if (marker == "for" && !parent_->passive) return blamed_object();
    // "was exposed to discredit X": whoever did it means to
    if (marker == "to" && parent_->passive && harms(parent_->lemma)) return agent_of_passive();
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
    const bool gains =
        std::find(std::begin(gaining), std::end(gaining), parent_->lemma) != std::end(gaining);
    if (object == nullptr || gains) return parent_->surface_subject;
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

  /// Its plainest frame is of force or blame, or it lays bare.
  [[nodiscard]] static bool harms(const std::string& verb) {
    if (verb == "expose" || verb == "use" || verb == "leak") return true;
    const auto frames = Lexicon::built_in().verb(verb);
    return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
      return frame.slots.size() == 1 && frame.slots.front().filler == Filler::target &&
             graph::quad_of(frame.type) == graph::Quad::material_conflict;
    });
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

  /// Who does what the complement says.
  [[nodiscard]] std::optional<TokenId> controller() const {
    if (parent_->passive || parent_->kind != PredicationKind::verb) {
      return parent_->surface_subject;
    }
    const Operator op = operator_of(tree_, *parent_);
    if (op == Operator::promise || op == Operator::threaten) return parent_->surface_subject;
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
    const bool that = std::any_of(
        predication_.arguments.begin(), predication_.arguments.end(), [&](const Argument& role) {
          return is_relative_pronoun(tree_, role.token) && tree_.lemma(role.token) == "that";
        });
    if (!noun || !that || tree_.at(*noun).upos != Upos::propn) return noun;
    for (auto above = noun; above; above = tree_.head(*above)) {
      if (tree_.at(*above).upos == Upos::noun) return above;
      if (!tree_.is(*above, {Deprel::nmod, Deprel::conj})) return noun;
    }
    return noun;
  }

  void replace_relative_pronoun() {
    const auto noun = modified_noun();
    if (!noun) return;
    bool replaced = false;
    for (Argument& role : predication_.arguments) {
      if (!is_relative_pronoun(tree_, role.token)) continue;
      role.token = *noun;
      role.inherited = true;
      replaced = true;
    }
    if (predication_.surface_subject && is_relative_pronoun(tree_, *predication_.surface_subject)) {
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
               Lexicon::built_in().in_set("@statement", tree_.lemma(*noun))) {
      subject(owner_of(*noun));
    } else {
      subject(noun);
    }
  }

  /// Whose plan it is: the noun's possessor, or the subject of its verb.
  [[nodiscard]] std::optional<TokenId> owner_of(TokenId noun) const {
    if (const auto owner = tree_.child(noun, {Deprel::nmod_poss})) return owner;
    for (const TokenId child : tree_.children(noun)) {
      const std::string preposition = tree_.preposition(child);
      const bool to_whom = preposition == "on" || preposition == "to" || preposition == "for";
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
    // "accused them of a part in a plot to oust X"
    const auto verb = tree_.head(noun);
    if (verb && tree_.is_verbal(*verb) &&
        Lexicon::built_in().verb_operator(tree_.lemma(*verb)) == Operator::accuse) {
      return tree_.child(*verb, {Deprel::obj, Deprel::iobj, Deprel::nsubj_pass});
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

const Argument* argument(const Predication& predication, std::string_view slot) {
  for (const Argument& role : predication.arguments) {
    if (role.slot == slot) return &role;
  }
  return nullptr;
}

namespace {

bool has_clause_from(const SentenceTree& tree, TokenId verb) {
  const auto& children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp}) &&
           tree.marker(child) == "from";
  });
}

/// Not "that he leave" or "that he should leave": the clause says what is or will be.
bool tells_fact(const SentenceTree& tree, TokenId clause) {
  const auto& features = tree.at(clause).features;
  if (features.verb_form == VerbForm::finite && features.tense == text::Tense::past) return true;
  const auto& children = tree.children(clause);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    if (!tree.is(child, {Deprel::aux, Deprel::aux_pass, Deprel::cop})) return false;
    const std::string_view form = tree.form(child);
    return form == "will" || form == "is" || form == "are" || form == "was" || form == "were" ||
           form == "has" || form == "have" || form == "had";
  });
}

}  // namespace

Operator operator_of(const SentenceTree& tree, const Predication& predication) {
  const Lexicon& lexicon = Lexicon::built_in();
  if (predication.kind != PredicationKind::verb) return lexicon.noun_operator(predication.lemma);
  // "is to meet", "is going to meet"
  if (predication.lemma == "be") return Operator::intend;
  if (predication.lemma == "go" && tree.form(predication.token) == "going") {
    return Operator::intend;
  }
  if (predication.lemma == "have" || predication.lemma == "need") {
    const Argument* duty = argument(predication, "to_inf");
    const bool to = duty != nullptr && tree.marker(duty->token) == "to";
    return to ? Operator::demand : Operator::none;
  }
  // "told him to leave" asks; "called him to discuss it" does not
  if (predication.lemma == "tell" && argument(predication, "to_inf") != nullptr) {
    return Operator::demand;
  }
  // "called for X to leave"
  const Argument* content = argument(predication, "that");
  if (predication.lemma == "call" && content != nullptr && tree.marker(content->token) == "for") {
    return Operator::demand;
  }
  if (predication.lemma == "call" &&
      (argument(predication, "obj") != nullptr ||
       (argument(predication, "for") == nullptr && argument(predication, "on") == nullptr &&
        argument(predication, "upon") == nullptr))) {
    return Operator::none;
  }
  const Operator op = lexicon.verb_operator(predication.lemma);
  // "stopped B from leaving" does not cease to leave
  if (op == Operator::cease && !predication.passive && argument(predication, "obj") != nullptr &&
      has_clause_from(tree, predication.token)) {
    return Operator::prevent;
  }
  // "reports suggest that B used force", "insists that B will lose": what is so or will be
  if (content != nullptr && (op == Operator::suggest || op == Operator::demand) &&
      tells_fact(tree, content->token)) {
    return Operator::say;
  }
  // "wants B to leave"
  if (op == Operator::intend && !predication.passive && predication.lemma != "expect" &&
      argument(predication, "to_inf") != nullptr && argument(predication, "obj") != nullptr) {
    return Operator::demand;
  }
  if (op != Operator::none || !predication.particle) return op;
  return lexicon.verb_operator(tree.lemma(predication.token));
}

Clauses::Clauses(const SentenceTree& tree)
    : tree_(tree), by_token_(tree.last() - tree.first(), -1) {
  for (TokenId token = tree.first(); token < tree.last(); ++token) {
    if (!tree.head(token)) visit(token, std::nullopt);
  }
  for (const Predication& predication : predications_) share_object(predication);
}

/// "invaded and occupied Georgia": the object of the second verb is the first's too.
void Clauses::share_object(const Predication& second) {
  if (second.link != Link::conjunct || !second.parent || second.passive) return;
  Predication& first = predications_[*second.parent];
  const auto conjunction = tree_.child(second.token, {Deprel::cc});
  const Argument* object = argument(second, "obj");
  if (object == nullptr || object->inherited || !conjunction || first.passive ||
      first.kind != PredicationKind::verb || *conjunction != first.token + 1 ||
      second.token != *conjunction + 1 || argument(first, "obj") != nullptr) {
    return;
  }
  first.arguments.push_back({"obj", object->token, true});
}

const Predication* Clauses::of(TokenId token) const {
  const auto index = index_of(token);
  return index ? &predications_[*index] : nullptr;
}

std::optional<std::uint32_t> Clauses::index_of(TokenId token) const {
  const std::int32_t index = by_token_[token - tree_.first()];
  if (index < 0) return std::nullopt;
  return static_cast<std::uint32_t>(index);
}

void Clauses::visit(TokenId token, std::optional<std::uint32_t> parent) {
  // an explicit stack: a chain of thousands of dependents must not exhaust ours
  std::vector<std::pair<TokenId, std::optional<std::uint32_t>>> stack{{token, parent}};
  while (!stack.empty()) {
    auto [at, governor] = stack.back();
    stack.pop_back();
    if (const auto kind = kind_of(tree_, at)) {
      add(at, *kind, governor);
      governor = static_cast<std::uint32_t>(predications_.size() - 1);
    }
    const auto children = tree_.children(at);
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      stack.emplace_back(*child, governor);
    }
  }
}

void Clauses::add(TokenId token, PredicationKind kind, std::optional<std::uint32_t> parent) {
  Predication predication;
  predication.token = token;
  predication.kind = kind;
  predication.lemma = tree_.lemma(token);
  predication.parent = parent;
  predication.link = link_of(tree_, token, kind);
  predication.marker = tree_.marker(token);
  ArgumentReader(tree_, predication).read();
  // an acl's parent is the predication that governs its noun, or the noun itself
  const Predication* governor = parent ? &predications_[*parent] : nullptr;
  if (governor != nullptr && tree_.is(token, {Deprel::acl}) &&
      governor->kind == PredicationKind::noun && governor->parent) {
    governor = &predications_[*governor->parent];
  }
  Inheritance(tree_, predication, governor, predications_).apply();
  by_token_[token - tree_.first()] = static_cast<std::int32_t>(predications_.size());
  predications_.push_back(std::move(predication));
}

}  // namespace entente::relations
