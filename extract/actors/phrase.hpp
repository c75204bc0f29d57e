// Tells what a single phrase out of any text stands for: "French soldiers", "the PRI",
// "a former CIA official". Works on the tables alone, without annotation.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/actors/actor_tables.hpp"
#include "util/date.hpp"

namespace entente::actors {

struct PhraseActor {
  bool resolved = false;
  std::string id;       ///< row of the tables, if the phrase names one
  std::string name;     ///< its canonical name
  std::string kind;     ///< graph::name_of the row's kind
  std::string country;  ///< iso3, IGO, UNO (United Nations bodies), EUR (European Union's)
  std::string sector;   ///< by the date: GOV in office, ELI after it
  std::string sector2;
  std::string reason;  ///< in words
  /// Of a state's office: the person of the tables who held it on the date, if just one.
  std::string holder;
  std::string holder_name;
};

/// `context` holds words beside the phrase, such as the state in question; may be empty.
PhraseActor resolve_phrase(const ActorTables& tables, std::string_view phrase,
                           const std::optional<util::Date>& date, std::string_view context = {});

}  // namespace entente::actors
