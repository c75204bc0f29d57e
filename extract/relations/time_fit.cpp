#include "extract/relations/time_fit.hpp"

#include <string_view>

#include "extract/relations/clause_walk.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

/// Verbs that only say that their noun takes place, so that its time is theirs.
constexpr std::string_view occurrence[] = {
    "adopt",  "announce", "approve", "begin", "carry", "conclude", "conduct", "convene",  "declare",
    "end",    "give",     "have",    "hold",  "host",  "impose",   "issue",   "kick",     "launch",
    "make",   "mount",    "occur",   "open",  "order", "pay",      "plan",    "postpone", "reach",
    "resume", "schedule", "sign",    "stage", "start", "suspend",  "take",    "happen",   "place"};

/// Verbs that set their object at another time than their own.
constexpr std::string_view distancing[] = {"follow", "precede", "recall", "remember", "commemorate",
                                           "mark",   "expect",  "await",  "mention",  "cite"};

std::uint32_t head_within(const Document& document, const TimeExpression& expression) {
  for (std::uint32_t i = expression.first; i < expression.last; ++i) {
    const auto head = head_of(document, i);
    if (!head || *head < expression.first || *head >= expression.last) {
      // A stray preposition or article inside the span is not its head.
      const Deprel deprel = token_at(document, i).deprel;
      if (deprel != Deprel::case_ && deprel != Deprel::det && deprel != Deprel::punct) return i;
    }
  }
  return expression.last - 1;
}

bool is_tight(Deprel deprel) {
  return deprel == Deprel::nmod_poss || deprel == Deprel::compound || deprel == Deprel::amod ||
         deprel == Deprel::nmod_desc || deprel == Deprel::nummod || deprel == Deprel::flat;
}

bool is_modifier(Deprel deprel) {
  switch (deprel) {
    case Deprel::obl:
    case Deprel::obl_unmarked:
    case Deprel::nmod:
    case Deprel::nmod_unmarked:
    case Deprel::advmod:
    case Deprel::appos:
    case Deprel::dep:
    case Deprel::parataxis:
      return true;
    default:
      return false;
  }
}

/// Prepositions whose noun lies at another time than the act: "after the vote in May".
constexpr std::string_view setting_apart[] = {
    "after", "before",  "since", "following", "over",  "about", "against", "of",     "despite",
    "amid",  "because", "ahead", "until",     "prior", "from",  "than",    "between"};

bool is_set_apart(const Document& document, std::uint32_t noun) {
  return has_child(document, noun, [](const Token& child) {
    return (child.deprel == Deprel::case_ || child.deprel == Deprel::mark) &&
           is_listed(setting_apart, child.lemma);
  });
}

/// "blamed A for the coup in July": what one is praised, blamed or punished for lies behind.
bool is_ground(const Document& document, std::uint32_t noun) {
  const auto head = head_of(document, noun);
  const bool for_it = has_child(document, noun, [](const Token& child) {
    return child.deprel == Deprel::case_ && child.lemma == "for";
  });
  if (!head || !for_it) return false;
  const auto frames = Lexicon::built_in().verb(token_at(document, *head).lemma);
  if (frames.empty()) return false;
  using graph::RelationClass;
  const RelationClass type = frames.front().type;
  return type == RelationClass::accuse || type == RelationClass::support ||
         type == RelationClass::sanction || type == RelationClass::coerce;
}

/// Whether the expression belongs to a noun that is set apart from `clause`.
bool belongs_elsewhere(const Document& document, std::uint32_t governor, std::uint32_t clause) {
  std::uint32_t at = governor;
  for (int steps = 0; steps < 32 && at != clause; ++steps) {
    if (is_set_apart(document, at) || is_ground(document, at)) return true;
    const auto head = head_of(document, at);
    if (!head) break;
    at = *head;
  }
  return false;
}

}  // namespace

bool is_object_of_act(Deprel deprel) {
  return deprel == Deprel::obj || deprel == Deprel::nsubj_pass;
}

bool only_occurs(std::string_view verb) { return is_listed(occurrence, verb); }

Attachment attachment_of(const Document& document, const TimeExpression& expression) {
  Attachment attachment;
  attachment.head = head_within(document, expression);
  attachment.governor = head_of(document, attachment.head);
  attachment.tight = is_tight(token_at(document, attachment.head).deprel);
  return attachment;
}

bool is_setting(const Document& document, std::uint32_t noun, std::uint32_t predicate) {
  const Token& token = token_at(document, noun);
  return token.deprel == Deprel::obl && noun < predicate &&
         has_child(document, noun, [](const Token& child) {
           return child.deprel == Deprel::case_ && (child.lemma == "in" || child.lemma == "during");
         });
}

namespace {

bool is_bare_after_party(const Document& document, std::uint32_t time, std::uint32_t noun) {
  if (time < noun ||
      has_child(document, time, [](const Token& child) { return child.deprel == Deprel::case_; })) {
    return false;
  }
  return has_child(document, noun, [](const Token& child) {
    return child.deprel == Deprel::case_ &&
           (child.lemma == "against" || child.lemma == "from" || child.lemma == "between");
  });
}

/// The expression hangs on the act or on what only says that it takes place.
int close_fit(const Document& document, const Attachment& attachment, std::uint32_t predicate) {
  if (!attachment.governor) return 0;
  const std::uint32_t governor = *attachment.governor;
  if (governor == predicate) return 10;
  const Token& act = token_at(document, predicate);
  const Token& holder = token_at(document, governor);
  const bool verbal = act.upos == Upos::verb;
  if (verbal && holder.head == static_cast<std::int32_t>(predicate) && !attachment.tight) {
    // "held talks on Monday" with the day hung on the talks.
    if (is_object_of_act(holder.deprel) && !is_listed(distancing, act.lemma)) return 8;
    if (holder.deprel == Deprel::compound_prt || holder.deprel == Deprel::xcomp) return 0;
    // "spoke by phone on Monday", "met in Paris on Monday"
    // "protested against the troops Monday": no preposition of its own, so it is the verb's
    if (holder.deprel == Deprel::obl) {
      if (is_ground(document, governor)) return 0;
      if (!is_set_apart(document, governor)) return 6;
      return is_bare_after_party(document, attachment.head, governor) ? 5 : 0;
    }
  }
  if (!verbal && act.head == static_cast<std::int32_t>(governor) && !attachment.tight &&
      only_occurs(holder.lemma) && (is_object_of_act(act.deprel) || act.deprel == Deprel::nsubj)) {
    return 8;  // "the talks were held on Monday"
  }
  if (holder.head == static_cast<std::int32_t>(predicate) && !verbal && !attachment.tight &&
      (holder.deprel == Deprel::acl_relcl || holder.deprel == Deprel::acl)) {
    return 7;  // "a summit that took place in June"
  }
  if (!verbal && !attachment.tight && holder.head == static_cast<std::int32_t>(predicate) &&
      holder.deprel == Deprel::nmod) {
    return 6;  // "talks in Geneva on Monday" hung on Geneva
  }
  if (verbal && attachment.tight && holder.head == static_cast<std::int32_t>(predicate) &&
      is_setting(document, governor, predicate)) {
    return 5;
  }
  return 0;
}

/// The weaker tie: the same clause, and no other noun that owns the expression.
int loose_fit(const Document& document, const Attachment& attachment, std::uint32_t predicate) {
  if (attachment.tight || !attachment.governor) return 0;
  if (!is_modifier(token_at(document, attachment.head).deprel)) return 0;
  const std::uint32_t act_clause = clause_of(document, predicate);
  if (clause_of(document, *attachment.governor) != act_clause) return 0;
  if (belongs_elsewhere(document, *attachment.governor, act_clause)) return 0;
  if (act_clause == predicate) return 3;
  // An event noun takes the time of its clause only where the verb says no more than that it is.
  const Token& act = token_at(document, predicate);
  const bool argument = is_object_of_act(act.deprel) || act.deprel == Deprel::nsubj;
  const bool of_clause = act.head == static_cast<std::int32_t>(act_clause);
  const bool occurs = only_occurs(token_at(document, act_clause).lemma);
  return argument && of_clause && occurs ? 3 : 0;
}

}  // namespace

bool is_spelt_out(const Document& document, const TimeExpression& expression,
                  std::uint32_t predicate) {
  const std::uint32_t next = expression.last;
  return has_child(document, predicate, [&](const Token& child) {
    if (child.lemma != "when") return false;
    const auto at = static_cast<std::uint32_t>(&child - document.tokens.data());
    return at == next || (at == next + 1 && document.form(token_at(document, next)) == ",");
  });
}

int time_fit(const Document& document, const Attachment& attachment, std::uint32_t predicate) {
  const int close = close_fit(document, attachment, predicate);
  return close != 0 ? close : loose_fit(document, attachment, predicate);
}

}  // namespace entente::relations
