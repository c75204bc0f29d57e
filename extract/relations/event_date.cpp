#include "extract/relations/event_date.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string_view>

namespace entente::relations {
namespace {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Verbs whose complement lies ahead of them.
constexpr std::array<std::string_view, 55> looking_ahead{
    "advise",    "agree",   "aim",      "appeal",  "arrange", "ask",    "authorise", "authorize",
    "call",      "command", "commit",   "compel",  "decide",  "demand", "direct",    "due",
    "encourage", "expect",  "go",       "hope",    "implore", "insist", "instruct",  "intend",
    "invite",    "mandate", "mean",     "need",    "oblige",  "offer",  "order",     "plan",
    "pledge",    "prepare", "press",    "promise", "propose", "ready",  "recommend", "refuse",
    "request",   "require", "schedule", "seek",    "set",     "slate",  "suggest",   "summon",
    "swear",     "tell",    "threaten", "urge",    "vow",     "want",   "warn"};

/// Verbs whose infinitive or gerund happens when they do.
constexpr std::array<std::string_view, 20> simultaneous{
    "attempt", "begin",  "cease",  "continue", "fail", "finish", "have",  "help", "keep", "manage",
    "proceed", "refuse", "resume", "schedule", "see",  "set",    "start", "stop", "try",  "due"};

/// Verbs that only say that their noun takes place, so that its time is theirs.
constexpr std::array<std::string_view, 36> occurrence{
    "adopt",  "announce", "approve", "begin", "carry", "conclude", "conduct", "convene",  "declare",
    "end",    "give",     "have",    "hold",  "host",  "impose",   "issue",   "kick",     "launch",
    "make",   "mount",    "occur",   "open",  "order", "pay",      "plan",    "postpone", "reach",
    "resume", "schedule", "sign",    "stage", "start", "suspend",  "take",    "happen",   "place"};

/// Verbs that set their object at another time than their own.
constexpr std::array<std::string_view, 10> distancing{
    "follow", "precede", "recall", "remember", "commemorate",
    "mark",   "expect",  "await",  "mention",  "cite"};

/// Modifiers that set their noun ahead.
constexpr std::array<std::string_view, 14> future_words{
    "upcoming", "forthcoming", "planned",  "coming", "scheduled", "proposed", "future",
    "next",     "plan",        "schedule", "slate",  "set",       "due",      "expect"};

/// Verbs whose present passive tells of what is to come: "is scheduled for Monday".
constexpr std::array<std::string_view, 6> announcing{"schedule", "slate", "set",
                                                     "expect",   "plan",  "due"};

const Token& token_at(const Document& document, std::uint32_t index) {
  return document.tokens[index];
}

std::optional<std::uint32_t> head_of(const Document& document, std::uint32_t index) {
  const std::int32_t head = document.tokens[index].head;
  if (head < 0 || static_cast<std::uint32_t>(head) == index) return std::nullopt;
  return static_cast<std::uint32_t>(head);
}

/// Tokens [first, last) of the sentence that holds `index`.
std::pair<std::uint32_t, std::uint32_t> sentence_bounds(const Document& document,
                                                        std::uint32_t index) {
  const auto after =
      std::ranges::upper_bound(document.sentences, index, std::less{}, &text::Sentence::first);
  if (after == document.sentences.begin()) return {index, index + 1};
  const text::Sentence& sentence = *std::prev(after);
  return {sentence.first, std::max(sentence.last, index + 1)};
}

template <typename Test>
bool has_child(const Document& document, std::uint32_t index, Test test) {
  const auto [first, last] = sentence_bounds(document, index);
  for (std::uint32_t i = first; i < last; ++i) {
    if (head_of(document, i) == index && test(token_at(document, i))) return true;
  }
  return false;
}

bool is_auxiliary(const Token& token) {
  return token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass ||
         token.deprel == Deprel::cop;
}

bool is_clausal(Deprel deprel) {
  switch (deprel) {
    case Deprel::root:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::csubj:
    case Deprel::csubj_outer:
    case Deprel::csubj_pass:
    case Deprel::parataxis:
      return true;
    default:
      return false;
  }
}

bool is_predicate(const Document& document, std::uint32_t index) {
  const Token& token = token_at(document, index);
  if (token.upos == Upos::verb || is_clausal(token.deprel)) return true;
  return has_child(document, index, [](const Token& child) { return child.deprel == Deprel::cop; });
}

/// The predicate of the clause that holds `index`, itself if it is one.
std::uint32_t clause_of(const Document& document, std::uint32_t index) {
  std::uint32_t at = index;
  for (int steps = 0; steps < 64 && !is_predicate(document, at); ++steps) {
    const auto head = head_of(document, at);
    if (!head) break;
    at = *head;
  }
  return at;
}

bool is_auxiliary_of_future(const Token& child) {
  if (!is_auxiliary(child)) return false;
  return child.lemma == "will" || child.lemma == "shall" || child.lemma == "would" ||
         child.lemma == "'ll";
}

bool looks_past(const Document& document, std::uint32_t index) {
  const Token& token = token_at(document, index);
  if (token.features.tense == text::Tense::past) return true;
  if (token.upos != Upos::verb && token.upos != Upos::aux) return false;
  return document.form(token).ends_with("ed");
}

Direction direction_of_verb(const Document& document, std::uint32_t index, int depth);

/// A verb without a tense of its own takes it from the one it hangs on.
Direction inherited(const Document& document, std::uint32_t index, int depth) {
  const auto head = head_of(document, index);
  if (!head || depth > 8) return Direction::present;
  const std::uint32_t clause = clause_of(document, *head);
  if (contains(looking_ahead, token_at(document, clause).lemma) ||
      contains(looking_ahead, token_at(document, *head).lemma)) {
    return Direction::future;
  }
  return direction_of_verb(document, clause, depth + 1);
}

Direction direction_of_verb(const Document& document, std::uint32_t index, int depth) {
  const auto child = [&](auto test) { return has_child(document, index, test); };
  if (child(is_auxiliary_of_future)) return Direction::future;
  if (child([&](const Token& c) {
        return is_auxiliary(c) && (c.lemma == "have" || c.features.tense == text::Tense::past ||
                                   document.form(c) == "was" || document.form(c) == "were" ||
                                   document.form(c) == "did");
      })) {
    return Direction::past;
  }
  const Token& token = token_at(document, index);
  const bool to = child([&](const Token& c) {
    return c.deprel == Deprel::mark && c.upos == Upos::part && document.form(c) == "to";
  });
  const bool bare_auxiliary = child(is_auxiliary);
  // "is to be held on Monday", "is due to meet on Monday", whatever a parser hangs them on
  if (to && child([](const Token& c) {
        return ((c.deprel == Deprel::aux || c.deprel == Deprel::cop) && c.lemma == "be") ||
               c.lemma == "due" || c.lemma == "about";
      })) {
    return Direction::future;
  }
  if (to || (token.features.verb_form == text::VerbForm::gerund && !bare_auxiliary)) {
    return inherited(document, index, depth);
  }
  if (bare_auxiliary && contains(announcing, token.lemma)) return Direction::future;
  if (looks_past(document, index) && !bare_auxiliary) return Direction::past;
  const bool progressive = document.form(token).ends_with("ing");
  if (progressive) return bare_auxiliary ? Direction::future : inherited(document, index, depth);
  if (token.deprel == Deprel::conj && !bare_auxiliary && depth < 8) {
    if (const auto head = head_of(document, index)) {
      return direction_of_verb(document, *head, depth + 1);
    }
  }
  return Direction::present;
}

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

bool is_object(Deprel deprel) { return deprel == Deprel::obj || deprel == Deprel::nsubj_pass; }

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
constexpr std::array<std::string_view, 17> setting_apart{
    "after", "before",  "since", "following", "over",  "about", "against", "of",     "despite",
    "amid",  "because", "ahead", "until",     "prior", "from",  "than",    "between"};

bool is_set_apart(const Document& document, std::uint32_t noun) {
  return has_child(document, noun, [](const Token& child) {
    return (child.deprel == Deprel::case_ || child.deprel == Deprel::mark) &&
           contains(setting_apart, child.lemma);
  });
}

/// Whether the expression belongs to a noun that is set apart from `clause`.
bool belongs_elsewhere(const Document& document, std::uint32_t governor, std::uint32_t clause) {
  std::uint32_t at = governor;
  for (int steps = 0; steps < 32 && at != clause; ++steps) {
    if (is_set_apart(document, at)) return true;
    const auto head = head_of(document, at);
    if (!head) break;
    at = *head;
  }
  return false;
}

/// How an expression hangs on the tree: its governor, and how tightly.
struct Attachment {
  std::uint32_t head = 0;
  std::optional<std::uint32_t> governor;
  bool tight = false;
};

Attachment attachment_of(const Document& document, const TimeExpression& expression) {
  Attachment attachment;
  attachment.head = head_within(document, expression);
  attachment.governor = head_of(document, attachment.head);
  attachment.tight = is_tight(token_at(document, attachment.head).deprel);
  return attachment;
}

/// "In Monday's attack, A killed B": the day of the setting is that of the deed.
bool is_setting(const Document& document, std::uint32_t noun, std::uint32_t predicate) {
  const Token& token = token_at(document, noun);
  return token.deprel == Deprel::obl && noun < predicate &&
         has_child(document, noun, [](const Token& child) {
           return child.deprel == Deprel::case_ && (child.lemma == "in" || child.lemma == "during");
         });
}

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

/// 0 if the expression does not date the act, else the better the higher.
int fit(const Document& document, const Attachment& attachment, std::uint32_t predicate) {
  if (!attachment.governor) return 0;
  const std::uint32_t governor = *attachment.governor;
  if (governor == predicate) return 10;
  const Token& act = token_at(document, predicate);
  const Token& holder = token_at(document, governor);
  const bool verbal = act.upos == Upos::verb;
  if (verbal && holder.head == static_cast<std::int32_t>(predicate) && !attachment.tight) {
    // "held talks on Monday" with the day hung on the talks.
    if (is_object(holder.deprel) && !contains(distancing, act.lemma)) return 8;
    if (holder.deprel == Deprel::compound_prt || holder.deprel == Deprel::xcomp) return 0;
    // "spoke by phone on Monday", "met in Paris on Monday"
    // "protested against the troops Monday": no preposition of its own, so it is the verb's
    if (holder.deprel == Deprel::obl) {
      if (!is_set_apart(document, governor)) return 6;
      return is_bare_after_party(document, attachment.head, governor) ? 5 : 0;
    }
  }
  if (!verbal && act.head == static_cast<std::int32_t>(governor) && !attachment.tight &&
      contains(occurrence, holder.lemma) &&
      (is_object(act.deprel) || act.deprel == Deprel::nsubj)) {
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
  const bool argument = is_object(act.deprel) || act.deprel == Deprel::nsubj;
  const bool of_clause = act.head == static_cast<std::int32_t>(act_clause);
  const bool occurs = contains(occurrence, token_at(document, act_clause).lemma);
  return argument && of_clause && occurs ? 3 : 0;
}

/// "the first visit since 2014" is not of 2014, "has ruled since 2014" begins there.
bool is_comparison(const Document& document, const TimeExpression& expression,
                   const Attachment& attachment) {
  if (expression.relation != TimeRelation::since || !attachment.governor) return false;
  return has_child(document, *attachment.governor, [&](const Token& child) {
    const std::string_view form = document.form(child);
    const bool superlative =
        child.deprel == Deprel::amod && form.size() > 4 && form.ends_with("est");
    return superlative || child.lemma == "first" || child.lemma == "only" ||
           child.lemma == "most" || form == "worst" || form == "best";
  });
}

struct Choice {
  const TimeExpression* expression = nullptr;
  int score = 0;
};

std::uint32_t distance(const TimeExpression& expression, std::uint32_t predicate) {
  return expression.first > predicate ? expression.first - predicate : predicate - expression.first;
}

/// Not a habit, nor a length of time ("in three days" is both, and a date only ahead).
bool dates_the_act(const TimeExpression& expression) {
  if (expression.kind == TimeKind::duration) return expression.date.has_value();
  return expression.kind != TimeKind::set;
}

Choice choose(const Document& document, const std::vector<TimeExpression>& expressions,
              std::uint32_t predicate) {
  Choice best;
  for (const TimeExpression& expression : expressions) {
    const bool inside = expression.first <= predicate && predicate < expression.last;
    if (inside || !dates_the_act(expression)) continue;
    const Attachment attachment = attachment_of(document, expression);
    if (is_comparison(document, expression, attachment)) continue;
    int score = fit(document, attachment, predicate);
    if (score == 0) score = loose_fit(document, attachment, predicate);
    if (score == 0) continue;
    const bool nearer = best.expression != nullptr && score == best.score &&
                        distance(expression, predicate) < distance(*best.expression, predicate);
    const bool worse_kind = best.expression != nullptr && best.expression->date && !expression.date;
    if (score > best.score || (nearer && !worse_kind)) best = {&expression, score};
  }
  return best;
}

/// "two days before a NATO meeting": the meeting's own date, counted from the day told before.
std::optional<util::Date> counted_back(const Document& document,
                                       const std::vector<TimeExpression>& expressions,
                                       std::uint32_t predicate) {
  for (std::size_t i = 1; i < expressions.size(); ++i) {
    const TimeExpression& count = expressions[i];
    const bool ahead = count.from_event && count.last <= predicate && predicate < count.last + 8;
    if (!ahead || !expressions[i - 1].date) continue;
    for (std::uint32_t at = count.last; at < predicate; ++at) {
      if (token_at(document, at).upos == Upos::verb) return std::nullopt;
    }
    TimeReference reference = count.begin;
    reference.amount = -reference.amount;
    reference.base = expressions[i - 1].date;
    return resolve(reference, document.date, Direction::past);
  }
  return std::nullopt;
}

/// "in which", "during which"
bool has_relative_phrase(const Document& document, std::uint32_t verb) {
  const auto [first, last] = sentence_bounds(document, verb);
  for (std::uint32_t i = first; i < last; ++i) {
    if (head_of(document, i) != verb || token_at(document, i).lemma != "which") continue;
    return has_child(document, i, [](const Token& child) {
      return child.deprel == Deprel::case_ &&
             (child.lemma == "in" || child.lemma == "at" || child.lemma == "during");
    });
  }
  return false;
}

/// "arrived on Monday in A, where he met B", "was killed on Monday as troops stormed A",
/// "attacked A on Monday, killing ten": at the same time as the clause above.
bool is_told_alongside(const Document& document, std::uint32_t verb) {
  const Token& token = token_at(document, verb);
  const bool future = has_child(document, verb, is_auxiliary_of_future);
  const bool perfect = has_child(document, verb, [](const Token& child) {
    return child.deprel == Deprel::aux && child.lemma == "have";
  });
  if (future || perfect) return false;
  if (token.deprel == Deprel::acl_relcl) {
    return has_child(document, verb, [](const Token& child) {
      return child.deprel == Deprel::advmod && child.lemma == "where";
    });
  }
  if (token.deprel != Deprel::advcl) return false;
  const bool marked = has_child(document, verb, [](const Token& child) {
    return child.deprel == Deprel::mark || child.deprel == Deprel::case_;
  });
  if (!marked) return document.form(token).ends_with("ing");
  return has_child(document, verb, [](const Token& child) {
    return child.deprel == Deprel::mark && (child.lemma == "as" || child.lemma == "while");
  });
}

/// A verb that shares the time of the one it continues: "met on Monday and signed".
std::optional<std::uint32_t> partner_of(const Document& document, std::uint32_t predicate,
                                        Direction direction) {
  const Token& token = token_at(document, predicate);
  const auto head = head_of(document, predicate);
  if (!head || token.upos != Upos::verb) return std::nullopt;
  if (token.deprel == Deprel::conj) {
    const bool own_subject = has_child(document, predicate, [](const Token& child) {
      return child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass;
    });
    if (own_subject || direction_of(document, *head) != direction) return std::nullopt;
    return head;
  }
  // "a call on Monday in which A warned B"
  if (token.deprel == Deprel::acl_relcl && has_relative_phrase(document, predicate)) return head;
  if (is_told_alongside(document, predicate) &&
      direction_of(document, clause_of(document, *head)) == direction) {
    return clause_of(document, *head);
  }
  if (token.deprel == Deprel::xcomp && contains(simultaneous, token_at(document, *head).lemma)) {
    return head;
  }
  return std::nullopt;
}

EventTime to_event_time(const Document& document, const TimeExpression& expression,
                        Direction direction) {
  EventTime time;
  time.expression = expression;
  // "discussed Thursday's summit" on a Wednesday means tomorrow's, not that of six days ago.
  const Attachment attachment = attachment_of(document, expression);
  const bool setting = attachment.tight && attachment.governor &&
                       is_setting(document, *attachment.governor,
                                  head_of(document, *attachment.governor).value_or(0));
  const bool tight = attachment.tight;
  if (tight && !setting && direction == Direction::past &&
      expression.begin.form == TimeReference::Form::weekday) {
    direction = Direction::present;
  }
  // "since 2014" lies behind whatever the tense.
  resolve(time.expression, document.date,
          expression.relation == TimeRelation::since ? Direction::past : direction);
  const bool vague = time.expression.kind == TimeKind::range &&
                     (expression.begin.form != TimeReference::Form::calendar ||
                      (time.expression.until && time.expression.date &&
                       time.expression.until->year - time.expression.date->year >= 9)) &&
                     expression.begin.form != TimeReference::Form::weekday;
  // "ahead of Thursday's call": the preposition is the call's, not the day's.
  const bool background =
      expression.from_event || (!tight && (expression.relation == TimeRelation::after ||
                                           expression.relation == TimeRelation::before ||
                                           expression.relation == TimeRelation::until));
  if (!vague && !background) time.date = time.expression.date;
  if (!background) time.until = time.expression.until;
  return time;
}

}  // namespace

Direction direction_of(const Document& document, std::uint32_t token) {
  const Token& act = token_at(document, token);
  const std::uint32_t clause = clause_of(document, token);
  if (clause != token || act.upos != Upos::verb) {
    const bool ahead = has_child(
        document, token, [](const Token& child) { return contains(future_words, child.lemma); });
    if (ahead) return Direction::future;
  }
  const auto [first, last] = sentence_bounds(document, token);
  const bool parsed = std::any_of(document.tokens.begin() + first, document.tokens.begin() + last,
                                  [](const Token& t) { return t.head >= 0; });
  if (!parsed) return Direction::past;
  return direction_of_verb(document, clause, 0);
}

std::optional<EventTime> event_time(const Document& document,
                                    const std::vector<TimeExpression>& expressions,
                                    std::uint32_t predicate, Direction direction) {
  if (const auto date = counted_back(document, expressions, predicate)) {
    EventTime time;
    time.date = date;
    return time;
  }
  const Choice own = choose(document, expressions, predicate);
  if (own.expression != nullptr) return to_event_time(document, *own.expression, direction);
  std::uint32_t at = predicate;
  for (int steps = 0; steps < 4; ++steps) {
    const auto partner = partner_of(document, at, direction);
    if (!partner) break;
    at = *partner;
    const Choice shared = choose(document, expressions, at);
    if (shared.expression != nullptr) return to_event_time(document, *shared.expression, direction);
  }
  return std::nullopt;
}

std::optional<EventTime> event_time(const Document& document, const text::Sentence& sentence,
                                    std::uint32_t predicate) {
  return event_time(document, find_time_expressions(document, sentence), predicate,
                    direction_of(document, predicate));
}

}  // namespace entente::relations
