#include "extract/relations/event_date.hpp"

#include <algorithm>
#include <string_view>

#include "extract/relations/clause_walk.hpp"
#include "extract/relations/time_fit.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

/// Verbs whose infinitive or gerund happens when they do.
constexpr std::string_view simultaneous[] = {
    "attempt", "begin",  "cease",  "continue", "fail", "finish", "have",  "help", "keep", "manage",
    "proceed", "refuse", "resume", "schedule", "see",  "set",    "start", "stop", "try",  "due"};

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
    if (is_spelt_out(document, expression, predicate)) return {&expression, 10};
    const Attachment attachment = attachment_of(document, expression);
    if (is_comparison(document, expression, attachment)) continue;
    const int score = time_fit(document, attachment, predicate);
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

/// "hours after A met B", "shortly before the talks began": on the same day.
bool is_hours_apart(const Document& document, std::uint32_t clause) {
  static constexpr std::string_view spans[] = {"hour",   "immediately", "just",   "minute",
                                               "moment", "second",      "shortly"};
  // whatever a parser hangs the hours on, they stand right before the conjunction
  return has_child(document, clause, [&](const Token& child) {
    const auto at = static_cast<std::uint32_t>(&child - document.tokens.data());
    return child.deprel == Deprel::mark && (child.lemma == "after" || child.lemma == "before") &&
           at > 0 && is_listed(spans, token_at(document, at - 1).lemma);
  });
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
  if (is_hours_apart(document, verb)) return true;
  const bool marked = has_child(document, verb, [](const Token& child) {
    return child.deprel == Deprel::mark || child.deprel == Deprel::case_;
  });
  if (!marked) return document.form(token).ends_with("ing");
  return has_child(document, verb, [](const Token& child) {
    return child.deprel == Deprel::mark && (child.lemma == "as" || child.lemma == "while");
  });
}

/// "interrupted the truce on Monday with an attack on B", "triggered a war with B in 1982": the
/// deed takes place when its verb does, unless the verb tells what came of it.
std::optional<std::uint32_t> verb_of_noun(const Document& document, std::uint32_t noun) {
  static constexpr std::string_view bringing[] = {"deliver", "fight",   "ignite",  "prompt",
                                                  "provoke", "renew",   "respond", "spark",
                                                  "trigger", "unleash", "wage"};
  static constexpr std::string_view by_means[] = {"by", "in", "through", "with"};
  static constexpr std::string_view holding_to_account[] = {
      "accuse", "acquit",  "arrest",      "blame", "charge", "convict",  "detain",  "implicate",
      "indict", "involve", "interrogate", "jail",  "punish", "sentence", "suspect", "try"};
  const auto head = head_of(document, noun);
  if (!head || token_at(document, *head).upos != Upos::verb) return std::nullopt;
  const Token& token = token_at(document, noun);
  const Token& verb = token_at(document, *head);
  if (is_object_of_act(token.deprel)) {
    return is_listed(bringing, verb.lemma) || only_occurs(verb.lemma) ? head : std::nullopt;
  }
  if (token.deprel != Deprel::obl || is_listed(holding_to_account, verb.lemma)) {
    return std::nullopt;
  }
  const bool means = has_child(document, noun, [](const Token& child) {
    return child.deprel == Deprel::case_ && is_listed(by_means, child.lemma);
  });
  return means ? head : std::nullopt;
}

/// "attack", "invasion"
bool is_force(std::string_view noun) {
  const auto entries = Lexicon::built_in().noun(noun);
  return !entries.empty() && graph::quad_of(entries.front().type) == graph::Quad::material_conflict;
}

/// "shot down a jet and captured its pilot on Wednesday": a day told at the end is that of both.
const TimeExpression* shared_at_end(const Document& document,
                                    const std::vector<TimeExpression>& expressions,
                                    std::uint32_t predicate, Direction direction) {
  if (token_at(document, predicate).upos != Upos::verb) return nullptr;
  const auto [first, last] = sentence_bounds(document, predicate);
  for (std::uint32_t next = predicate + 1; next < last; ++next) {
    const Token& token = token_at(document, next);
    if (token.deprel != Deprel::conj || head_of(document, next) != predicate ||
        token.upos != Upos::verb || direction_of(document, next) != direction) {
      continue;
    }
    const bool own_subject = has_child(document, next, [](const Token& child) {
      return child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass;
    });
    if (own_subject) continue;
    const Choice told = choose(document, expressions, next);
    const bool day = told.expression != nullptr && told.score >= 6 &&
                     told.expression->first > next && told.expression->date &&
                     told.expression->date->has_day() && !told.expression->begin.narrative &&
                     told.expression->kind == TimeKind::point;
    if (day) return told.expression;
  }
  return nullptr;
}

/// "A few hours before the ship sank on Wednesday, A attacked B": on Wednesday.
const TimeExpression* of_clause_beside(const Document& document,
                                       const std::vector<TimeExpression>& expressions,
                                       std::uint32_t predicate) {
  const auto [first, last] = sentence_bounds(document, predicate);
  for (std::uint32_t clause = first; clause < last; ++clause) {
    if (head_of(document, clause) != predicate || !is_hours_apart(document, clause)) continue;
    const Choice told = choose(document, expressions, clause);
    if (told.expression != nullptr) return told.expression;
  }
  return nullptr;
}

/// A verb that shares the time of the one it continues: "met on Monday and signed".
std::optional<std::uint32_t> partner_of(const Document& document, std::uint32_t predicate,
                                        Direction direction) {
  const Token& token = token_at(document, predicate);
  const auto head = head_of(document, predicate);
  if (!head) return std::nullopt;
  if (token.upos != Upos::verb) return verb_of_noun(document, predicate);
  if (token.deprel == Deprel::conj) {
    const bool own_subject = has_child(document, predicate, [](const Token& child) {
      return child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass;
    });
    if (own_subject || direction_of(document, *head) != direction) return std::nullopt;
    return head;
  }
  // "launched an attack on Monday that killed ten"
  if (token.deprel == Deprel::acl_relcl && is_force(token_at(document, *head).lemma) &&
      direction == Direction::past) {
    return verb_of_noun(document, *head);
  }
  // "a call on Monday in which A warned B"
  if (token.deprel == Deprel::acl_relcl && has_relative_phrase(document, predicate)) return head;
  if (is_told_alongside(document, predicate) &&
      direction_of(document, clause_of(document, *head)) == direction) {
    return clause_of(document, *head);
  }
  if (token.deprel == Deprel::xcomp && is_listed(simultaneous, token_at(document, *head).lemma)) {
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

std::optional<EventTime> event_time(const Document& document,
                                    const std::vector<TimeExpression>& expressions,
                                    std::uint32_t predicate, Direction direction) {
  if (const auto date = counted_back(document, expressions, predicate)) {
    EventTime time;
    time.date = date;
    return time;
  }
  const Choice own = choose(document, expressions, predicate);
  const auto* beside = of_clause_beside(document, expressions, predicate);
  const bool counted = own.expression != nullptr && own.expression->from_event;
  if (own.expression != nullptr && !(counted && beside != nullptr)) {
    return to_event_time(document, *own.expression, direction);
  }
  if (beside != nullptr) return to_event_time(document, *beside, direction);
  if (const auto* shared = shared_at_end(document, expressions, predicate, direction)) {
    return to_event_time(document, *shared, direction);
  }
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
