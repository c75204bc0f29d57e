// When an act took place: what its clause says, else what the news around it does.
#pragma once

#include <optional>
#include <string>

#include "extract/relations/act.hpp"
#include "extract/relations/analysis.hpp"
#include "util/date.hpp"

namespace entente::relations {

struct ActDate {
  std::optional<util::Date> date;
  std::string reason;  ///< the words that give it; empty if there is no date
};

/// The time that the act's own clause gives; else that of the verb around it which happened with
/// it ("said on Monday that", "after a meeting"); else that of the news, where the act is the news.
ActDate date_of(const SentenceAnalysis& analysis, const Act& act);

/// The time that one of several targets has for itself: "visited A on Monday and [B on Tuesday]".
/// None if it has none.
std::optional<ActDate> date_of_target(const SentenceAnalysis& analysis, const Act& act,
                                      const Party& target);

}  // namespace entente::relations
