// What charts and reports count.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/relation.hpp"
#include "graph/triple_view.hpp"
#include "render/fields.hpp"

namespace entente::render {

/// How many events of each sort, by graph::Quad.
using QuadCounts = std::array<std::size_t, 5>;

std::size_t cooperation_in(const QuadCounts& counts);
std::size_t conflict_in(const QuadCounts& counts);

/// Two actors, whoever did it to whom.
struct DyadCount {
  std::string one;  ///< names
  std::string other;
  QuadCounts events{};
};

struct ActorCount {
  std::string name;
  std::string kind;
  std::size_t relations = 0;  ///< of all sorts
  QuadCounts events{};
};

/// Days, months or years one after the other, without gaps.
struct Periods {
  std::vector<std::string> names;  ///< "2022-02"
  std::vector<QuadCounts> events;  ///< as many
  std::size_t left_out = 0;        ///< events whose date is not that exact, or unknown
};

/// Is told relations one by one. Of events (cooperation and conflict) only what is told as done
/// counts: no plan, demand or denial. An event without a date counts at that of its article.
class Tally {
 public:
  void add(const graph::TripleView& relation);

  [[nodiscard]] std::size_t relations() const { return relations_; }
  [[nodiscard]] std::size_t documents() const { return documents_.size(); }
  [[nodiscard]] const QuadCounts& events() const { return events_; }
  [[nodiscard]] std::size_t actors() const { return actors_.size(); }
  /// Of the events that count; empty if none has a date.
  [[nodiscard]] std::string first_date() const;
  [[nodiscard]] std::string last_date() const;

  /// Of the sixteen PLOVER classes those that occur, the commonest first.
  [[nodiscard]] std::vector<std::pair<graph::RelationClass, std::size_t>> classes() const;
  /// Those with most events first.
  [[nodiscard]] std::vector<DyadCount> dyads() const;
  /// Those with most relations first; but for `passed_over`, ids.
  [[nodiscard]] std::vector<ActorCount> most_active(const std::set<std::string>& passed_over) const;
  /// Days if there are few, else months, else years.
  [[nodiscard]] Periods periods() const;

 private:
  std::size_t relations_ = 0;
  QuadCounts events_{};
  std::size_t undated_ = 0;
  std::set<std::string, std::less<>> documents_;
  std::map<std::string, ActorCount, std::less<>> actors_;  ///< by id
  std::map<std::pair<std::string, std::string>, DyadCount> dyads_;
  std::map<graph::RelationClass, std::size_t> classes_;
  std::map<std::string, QuadCounts, std::less<>> dates_;
};

/// The date of the event, else that of the article that tells it.
inline std::string_view date_of(const graph::TripleView& relation) {
  return relation.date.empty() ? relation.published : relation.date;
}

}  // namespace entente::render
