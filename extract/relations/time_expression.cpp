#include "extract/relations/time_expression.hpp"

#include <algorithm>
#include <functional>

#include "extract/relations/direction.hpp"
#include "extract/relations/time_scanner.hpp"

namespace entente::relations {
namespace {

using util::Date;

TimeExpression to_expression(const text::Document& document, const std::vector<TimePiece>& pieces,
                             const TimeMatch& match) {
  TimeExpression expression;
  expression.first = pieces[match.begin].token;
  expression.last = pieces[match.end - 1].token + 1;
  expression.span = {document.tokens[expression.first].span.begin,
                     document.tokens[expression.last - 1].span.end};
  expression.kind = match.kind;
  expression.relation = match.relation;
  expression.from_event = match.from_event;
  expression.anchored = match.from.form == TimeReference::Form::calendar && match.from.year != 0;
  expression.begin = match.from;
  expression.end = match.to;
  return expression;
}

std::vector<TimeExpression> scan(const text::Document& document, const text::Sentence& sentence) {
  const auto pieces = time_pieces(document, sentence);
  std::vector<TimeExpression> expressions;
  for (const TimeMatch& match : TimeScanner(pieces).scan()) {
    TimeExpression expression = to_expression(document, pieces, match);
    resolve(expression, document.date, direction_of(document, expression.first));
    expressions.push_back(std::move(expression));
  }
  return expressions;
}

bool fits_as_base(const TimeExpression& expression, TimeUnit unit) {
  if (!expression.date || expression.kind != TimeKind::point) return false;
  if (unit == TimeUnit::hour || unit == TimeUnit::day || unit == TimeUnit::week)
    return expression.date->has_day();
  return unit != TimeUnit::month || expression.date->has_month();
}

constexpr int furthest_base = 3;  // sentences back

/// The date from which "a day later" counts: the one told last.
std::optional<Date> base_of(const text::Document& document, const text::Sentence& sentence,
                            const std::vector<TimeExpression>& expressions, std::size_t index) {
  const TimeReference& reference = expressions[index].begin;
  for (std::size_t i = index; i-- > 0;) {
    if (fits_as_base(expressions[i], reference.unit)) return expressions[i].date;
  }
  const auto here = std::ranges::lower_bound(document.sentences, sentence.first, std::less{},
                                             &text::Sentence::first);
  auto before = here;
  for (int back = 0; back < furthest_base && before != document.sentences.begin(); ++back) {
    const auto earlier = scan(document, *--before);
    for (std::size_t i = earlier.size(); i-- > 0;) {
      if (fits_as_base(earlier[i], reference.unit)) return earlier[i].date;
    }
  }
  // News tells its own day last: "a day earlier", "hours later" without another date count from it.
  const bool near = reference.amount < 0 || reference.unit == TimeUnit::hour;
  return near ? document.date : std::nullopt;
}

}  // namespace

std::vector<TimeExpression> find_time_expressions(const text::Document& document,
                                                  const text::Sentence& sentence) {
  auto expressions = scan(document, sentence);
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    TimeExpression& expression = expressions[i];
    if (!expression.begin.narrative || expression.from_event) continue;
    expression.begin.base = base_of(document, sentence, expressions, i);
    resolve(expression, document.date, Direction::past);
  }
  return expressions;
}

void resolve(TimeExpression& expression, const std::optional<Date>& document_date,
             Direction direction) {
  expression.date = resolve(expression.begin, document_date, direction);
  expression.until.reset();
  if (expression.kind != TimeKind::range) return;
  expression.until = resolve(expression.end, document_date, direction);
  const auto is_weekday = [](const TimeReference& reference) {
    return reference.form == TimeReference::Form::weekday;
  };
  if (!expression.date || !expression.until || *expression.date <= *expression.until) return;
  // "from Friday to Sunday" on a Saturday: the end lies ahead of the beginning.
  if (is_weekday(expression.begin) && is_weekday(expression.end)) {
    expression.until = util::add_days(*expression.until, 7);
  } else {
    expression.until.reset();
  }
}

}  // namespace entente::relations
