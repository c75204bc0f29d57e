// What people put right by hand: two actors that are one, one that is two, a better
// name. Rules are kept in the database, and apply to what it holds and to what is
// added later; taking one back gives what the program had read.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.hpp"

namespace entente::store {

enum class CurationAct { merge, split, rename };

std::string_view name_of(CurationAct act);  ///< "merge", as in the database

/// One row of the table curation; schemas/003_curation.sql says what each part means.
struct CurationRule {
  std::int64_t id = 0;
  CurationAct act = CurationAct::merge;
  std::string actor;     ///< Actor::id
  std::string other;     ///< Actor::id; empty on rename
  std::string name;      ///< empty on merge
  std::string document;  ///< GLOB; empty: any
  std::string words;     ///< empty: any
  std::string note;      ///< empty: none
  std::string made;      ///< UTC
  std::string undone;    ///< UTC; empty: in force

  [[nodiscard]] bool in_force() const { return undone.empty(); }
};

/// All rules, oldest first.
std::vector<CurationRule> curation_rules(const Connection& connection);

/// The rules in force, ready to apply. A plain value.
class Curation {
 public:
  explicit Curation(const Connection& connection);

  [[nodiscard]] bool empty() const { return rules_.empty(); }

  /// True if a rule in force merges, splits or renames it.
  [[nodiscard]] bool concerns(std::string_view actor) const;

  /// The Actor::id that stands for `actor` where document `document` calls it
  /// `words`: each rule in turn, once, so that no order of rules goes round in circles.
  [[nodiscard]] std::string_view current(std::string_view actor, std::string_view document,
                                         std::string_view words) const;

 private:
  std::vector<CurationRule> rules_;
  std::set<std::string, std::less<>> concerned_;
};

/// Adds the rule, of which `id` and `undone` are not looked at, and applies it, in one
/// transaction. Creates the actor that a split makes. Gives the rule's id. Throws Error
/// if it names an actor that is not there, or would change nothing.
std::int64_t add_curation(Connection& connection, const CurationRule& rule);

/// Takes a rule back. Throws Error if there is none of that id, or it was taken back already.
void undo_curation(Connection& connection, std::int64_t id, std::string_view now);

/// Adds the rules in force of another database that this one does not have in force
/// already, and applies them; their actors need not be there yet. Gives their number.
std::size_t copy_curation(const Connection& from, Connection& to);

/// Applies the rules in force to all that was read, anew; what needs no change is left.
/// For whoever changes the table curation by other means, as a merge of databases does.
void apply_curation(Connection& connection);

}  // namespace entente::store
