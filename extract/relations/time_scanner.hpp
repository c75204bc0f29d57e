// Matches time expressions word by word; the inside of time_expression.cpp.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/relations/time_expression.hpp"
#include "extract/relations/time_pieces.hpp"

namespace entente::relations {

/// An expression over pieces [begin, end).
struct TimeMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  TimeKind kind = TimeKind::point;
  TimeRelation relation = TimeRelation::at;
  TimeReference from;
  TimeReference to;
  bool from_event = false;
};

TimeMatch match_of(std::size_t begin, std::size_t end, TimeReference reference);

/// One pass over the pieces. The patterns are methods that try to match at a
/// position; the longest reading is written first.
class TimeScanner {
 public:
  explicit TimeScanner(const std::vector<TimePiece>& pieces) : pieces_(pieces) {}
  [[nodiscard]] std::vector<TimeMatch> scan() const;

 private:
  using Match = std::optional<TimeMatch>;

  [[nodiscard]] Match expression(std::size_t at) const;
  /// `sure`: the context already says that a time follows, so "2014" and "May" need no more.
  [[nodiscard]] Match point(std::size_t at, bool sure) const;
  [[nodiscard]] Match modified(std::size_t at) const;
  [[nodiscard]] Match iso_day(std::size_t at) const;
  [[nodiscard]] Match weekday(std::size_t at) const;
  [[nodiscard]] Match month_first(std::size_t at, bool sure) const;
  [[nodiscard]] Match day_first(std::size_t at) const;
  [[nodiscard]] Match lone_day(std::size_t at) const;
  [[nodiscard]] Match relative_day(std::size_t at) const;
  [[nodiscard]] Match counted(std::size_t at) const;
  [[nodiscard]] Match counted_suffix(TimeMatch match, TimeReference reference, bool bare) const;
  [[nodiscard]] Match bare_units(std::size_t at) const;
  [[nodiscard]] Match day_before(std::size_t at) const;
  [[nodiscard]] Match shifted(std::size_t at) const;
  [[nodiscard]] Match season(std::size_t at, bool sure) const;
  [[nodiscard]] Match years(std::size_t at, bool sure) const;
  [[nodiscard]] Match decade(std::size_t at) const;
  [[nodiscard]] Match part_of_year(std::size_t at) const;
  [[nodiscard]] Match holiday(std::size_t at) const;
  [[nodiscard]] Match repeated(std::size_t at) const;
  [[nodiscard]] Match fixed_phrase(std::size_t at) const;

  [[nodiscard]] TimeMatch extended(TimeMatch match) const;
  [[nodiscard]] TimeRelation relation_before(std::size_t at) const;
  [[nodiscard]] bool month_alone(std::size_t at, std::size_t end) const;
  [[nodiscard]] bool is_year_context(std::size_t at) const;
  [[nodiscard]] std::optional<int> year_at(std::size_t at) const;
  [[nodiscard]] std::optional<int> day_at(std::size_t at) const;
  /// Reads ", 2014" or "2014" or "of 2014" at `at` and moves past it; 0 if there is none.
  [[nodiscard]] int take_year(std::size_t& at) const;
  /// The same for "last year" and "of this year": the years from the document's.
  [[nodiscard]] std::optional<int> take_year_shift(std::size_t& at) const;

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < pieces_.size() ? std::string_view(pieces_[at].lower) : std::string_view{};
  }
  [[nodiscard]] std::string_view before(std::size_t at) const {
    return at > 0 ? word(at - 1) : std::string_view{};
  }
  [[nodiscard]] bool capital(std::size_t at) const {
    return at < pieces_.size() && pieces_[at].capital;
  }
  [[nodiscard]] bool is(std::size_t at, std::initializer_list<std::string_view> words) const;

  const std::vector<TimePiece>& pieces_;
};

}  // namespace entente::relations
