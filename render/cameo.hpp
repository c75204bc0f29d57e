// PLOVER types in the terms of CAMEO, the older coding that GDELT and ICEWS use.
#pragma once

#include <string_view>

#include "graph/relation.hpp"

namespace entente::render {

struct CameoRow {
  graph::RelationClass type;
  std::string_view root;  ///< "03"
  double goldstein;       ///< Goldstein's (1992) weight of it as in CAMEO's scale file
};

/// Null for what CAMEO has no code for: standing relations, OTHER, STATEMENT.
const CameoRow* cameo_of(graph::RelationClass type);

}  // namespace entente::render
