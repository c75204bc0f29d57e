// Looks rows of the actor tables up, for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/actor_tables.hpp"

namespace entente::actors {

struct CatalogRow {
  std::string id;
  std::string name;
  std::string kind;
  std::string country;
  std::string sector;
};

struct CatalogActor {
  CatalogRow row;
  std::vector<std::string> names;    ///< other names, as the tables have them
  std::vector<std::string> offices;  ///< "president of France, 2017-05-14 to today"
};

/// Rows one of whose names or whose id holds the word (all rows if it is empty), by id.
std::vector<CatalogRow> search(const ActorTables& tables, std::string_view word);

/// The actors with that id or exactly that name.
std::vector<CatalogActor> show(const ActorTables& tables, std::string_view name);

}  // namespace entente::actors
