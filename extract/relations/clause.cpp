#include "extract/relations/clause.hpp"

#include <algorithm>
#include <utility>

#include "extract/relations/clause_arguments.hpp"
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
  // "militias loyal to A"
  const bool beside = tree.is(token, {Deprel::acl}) && tree.at(token).upos == Upos::adj;
  if (clausal || beside) {
    return tree.at(token).upos == Upos::adj ? PredicationKind::adjective : PredicationKind::nominal;
  }
  if (tree.at(token).upos == Upos::noun) return PredicationKind::noun;
  return std::nullopt;
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
  // "demanded that he resign": a tagger may see a past in the bare form.
  const bool bare = tree.form(clause) == tree.lemma(clause);
  if (features.verb_form == VerbForm::finite && features.tense == text::Tense::past && !bare) {
    return true;
  }
  const auto& children = tree.children(clause);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    if (!tree.is(child, {Deprel::aux, Deprel::aux_pass, Deprel::cop})) return false;
    const std::string_view form = tree.form(child);
    return form == "will" || form == "is" || form == "are" || form == "was" || form == "were" ||
           form == "would" || form == "has" || form == "have" || form == "had" || form == "did" ||
           form == "does" || form == "can" || form == "could";
  });
}

}  // namespace

namespace {

/// "[hopes] X will leave": X is somebody with a name.
bool wants_of_other(const SentenceTree& tree, TokenId clause) {
  const auto subject = tree.child(clause, {Deprel::nsubj});
  if (!subject || tree.at(*subject).upos != Upos::propn) return false;
  const auto& children = tree.children(clause);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    return tree.is(child, {Deprel::aux}) &&
           (tree.lemma(child) == "will" || tree.lemma(child) == "would");
  });
}

/// "gave A until Friday", "gave A a week"
bool sets_deadline(const SentenceTree& tree, const Predication& predication) {
  if (argument(predication, "until") != nullptr) return true;
  return std::any_of(predication.arguments.begin(), predication.arguments.end(),
                     [&](const Argument& role) {
                       return role.slot == "obj" && (unit_of(tree.lemma(role.token)).has_value() ||
                                                     tree.lemma(role.token) == "deadline");
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
  // "gave them until Friday to leave", "gave them 48 hours to leave"
  if (predication.lemma == "give" && sets_deadline(tree, predication)) return Operator::demand;
  // "told him to leave" asks; "called him to discuss it" does not
  if (predication.lemma == "tell" && argument(predication, "to_inf") != nullptr) {
    return Operator::demand;
  }
  const Argument* content = argument(predication, "that");
  // "hopes that X will leave"
  if ((predication.lemma == "hope" || predication.lemma == "wish") && content != nullptr &&
      wants_of_other(tree, content->token)) {
    return Operator::demand;
  }
  // "called for X to leave"
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
  // "resolved the conflict", "determined the price": what one resolves to do is an infinitive
  if (op == Operator::intend && !predication.passive && argument(predication, "obj") != nullptr &&
      (predication.lemma == "resolve" || predication.lemma == "determine") &&
      argument(predication, "to_inf") == nullptr) {
    return Operator::none;
  }
  // "reports suggest that B used force", "insists that B will lose": what is so or will be
  if (content != nullptr && (op == Operator::suggest || op == Operator::demand) &&
      tells_fact(tree, content->token)) {
    return Operator::say;
  }
  // "suggested that B should leave": that is up to B
  if (content != nullptr && op == Operator::suggest) return Operator::demand;
  // "wants B to leave"
  const Argument* wanted = argument(predication, "obj");
  if (op == Operator::intend && !predication.passive && predication.lemma != "expect" &&
      argument(predication, "to_inf") != nullptr && wanted != nullptr && !wanted->inherited) {
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
  read_arguments(tree_, predication);
  // an acl's parent is the predication that governs its noun, or the noun itself
  const Predication* governor = parent ? &predications_[*parent] : nullptr;
  if (tree_.is(token, {Deprel::acl})) {
    while (governor != nullptr && governor->kind == PredicationKind::noun && governor->parent) {
      governor = &predications_[*governor->parent];
    }
  }
  inherit_arguments(tree_, predication, governor, predications_);
  by_token_[token - tree_.first()] = static_cast<std::int32_t>(predications_.size());
  predications_.push_back(std::move(predication));
}

}  // namespace entente::relations
