// How often documents use each name of each actor.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "store/connection.hpp"

namespace entente::store {

/// Keeps the table of aliases true to the mentions. Uses are gathered and written together, as
/// many names come again and again. Must not outlive its connection.
class AliasCounts {
 public:
  explicit AliasCounts(const Connection& connection);

  /// A mention of the actor by this name, which is a view: it must live until write().
  void add(std::int64_t actor, std::string_view name) { uses_.push_back({actor, name}); }
  /// Writes what was added; within the transaction that has the mentions.
  void write();
  /// Takes back what was added and not written.
  void forget() { uses_.clear(); }
  /// Takes out the uses of a stored document, which is about to be deleted.
  void remove(std::int64_t document);

 private:
  struct Use {
    std::int64_t actor = 0;
    std::string_view name;
    auto operator<=>(const Use&) const = default;
  };

  std::vector<Use> uses_;
  Statement add_;
  Statement drop_;
  Statement lower_;
  Statement text_;
  Statement names_;
};

}  // namespace entente::store
