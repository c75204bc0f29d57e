#include "render/tally.hpp"

#include <algorithm>
#include <tuple>

#include "graph/quad.hpp"
#include "util/date.hpp"

namespace entente::render {
namespace {

using graph::Quad;

constexpr std::size_t year_size = 4;
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;
constexpr int days_up_to = 2;     // months
constexpr int months_up_to = 72;  // months
constexpr int years_up_to = 150;  // a date of long ago would make the rest invisible

std::size_t& at(QuadCounts& counts, Quad quad) { return counts[static_cast<std::size_t>(quad)]; }
std::size_t at(const QuadCounts& counts, Quad quad) {
  return counts[static_cast<std::size_t>(quad)];
}

/// Months since year 0.
int month_number(std::string_view date) {
  const auto parsed = util::Date::parse(date);
  if (!parsed) return 0;
  return parsed->year * 12 + (parsed->has_month() ? parsed->month - 1 : 0);
}

std::string in_digits(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string month_name(int number) {
  return in_digits(number / 12, year_size) + "-" + in_digits(number % 12 + 1, 2);
}

/// All days, months or years from the one to the other; names have `size` characters.
std::vector<std::string> names_between(int first_month, int last_month, std::size_t size) {
  std::vector<std::string> names;
  if (size == year_size) {
    for (int year = first_month / 12; year <= last_month / 12; ++year) {
      names.push_back(in_digits(year, year_size));
    }
    return names;
  }
  for (int month = first_month; month <= last_month; ++month) {
    if (size == month_size) {
      names.push_back(month_name(month));
      continue;
    }
    const int days = util::days_in_month(month / 12, month % 12 + 1);
    for (int day = 1; day <= days; ++day) {
      names.push_back(month_name(month) + "-" + in_digits(day, 2));
    }
  }
  return names;
}

std::size_t total(const QuadCounts& counts) { return cooperation_in(counts) + conflict_in(counts); }

}  // namespace

std::size_t cooperation_in(const QuadCounts& counts) {
  return at(counts, Quad::verbal_cooperation) + at(counts, Quad::material_cooperation);
}

std::size_t conflict_in(const QuadCounts& counts) {
  return at(counts, Quad::verbal_conflict) + at(counts, Quad::material_conflict);
}

void Tally::add(const graph::TripleView& relation) {
  ++relations_;
  if (documents_.find(relation.document) == documents_.end()) {
    documents_.emplace(relation.document);
  }
  const auto quad = graph::quad(relation.quad).value_or(Quad::none);
  const bool counts = quad != Quad::none && relation.fact;
  for (const auto* part : {&relation.subject, &relation.object}) {
    auto& actor = actors_[std::string(part->key)];
    actor.name = part->name;
    actor.kind = part->kind;
    ++actor.relations;
    if (counts) ++at(actor.events, quad);
  }
  if (!counts) return;
  ++at(events_, quad);
  if (const auto type = graph::relation_class(relation.type)) ++classes_[*type];
  const bool in_order = relation.subject.key <= relation.object.key;
  const auto& one = in_order ? relation.subject : relation.object;
  const auto& other = in_order ? relation.object : relation.subject;
  auto& dyad = dyads_[{std::string(one.key), std::string(other.key)}];
  if (dyad.one.empty()) dyad = {std::string(one.name), std::string(other.name), {}};
  ++at(dyad.events, quad);
  if (const auto date = date_of(relation); date.empty()) {
    ++undated_;
  } else {
    ++at(dates_[std::string(date)], quad);
  }
}

std::string Tally::first_date() const {
  return dates_.empty() ? std::string{} : dates_.begin()->first;
}
std::string Tally::last_date() const {
  return dates_.empty() ? std::string{} : dates_.rbegin()->first;
}

std::vector<std::pair<graph::RelationClass, std::size_t>> Tally::classes() const {
  std::vector<std::pair<graph::RelationClass, std::size_t>> all(classes_.begin(), classes_.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  return all;
}

std::vector<DyadCount> Tally::dyads() const {
  std::vector<DyadCount> all;
  for (const auto& [keys, dyad] : dyads_) all.push_back(dyad);
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return total(one.events) > total(other.events);
  });
  return all;
}

std::vector<ActorCount> Tally::most_active(const std::set<std::string>& passed_over) const {
  std::vector<ActorCount> all;
  for (const auto& [key, actor] : actors_) {
    if (passed_over.count(key) == 0) all.push_back(actor);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return one.relations > other.relations;
  });
  return all;
}

Periods Tally::periods() const {
  Periods periods;
  periods.left_out = undated_;
  if (dates_.empty()) return periods;
  const int last = month_number(dates_.rbegin()->first);
  const int first = std::max(month_number(dates_.begin()->first), last - years_up_to * 12);
  std::size_t size = last - first < days_up_to     ? day_size
                     : last - first < months_up_to ? month_size
                                                   : year_size;
  // Where most dates are not that exact, so is the chart not.
  const auto coarse = [&] {
    std::size_t few = 0;
    std::size_t all = 0;
    for (const auto& [date, counts] : dates_) {
      all += total(counts);
      if (date.size() < size) few += total(counts);
    }
    return 2 * few > all;
  };
  while (size > year_size && coarse()) size = size == day_size ? month_size : year_size;
  periods.names = names_between(first, last, size);
  periods.events.resize(periods.names.size());
  for (const auto& [date, counts] : dates_) {
    const auto found = std::lower_bound(periods.names.begin(), periods.names.end(),
                                        std::string_view(date).substr(0, size));
    if (date.size() < size || found == periods.names.end() ||
        *found != std::string_view(date).substr(0, size)) {
      periods.left_out += total(counts);
      continue;
    }
    auto& column = periods.events[static_cast<std::size_t>(found - periods.names.begin())];
    for (std::size_t i = 0; i < counts.size(); ++i) column[i] += counts[i];
  }
  return periods;
}

}  // namespace entente::render
