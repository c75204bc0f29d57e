// PLOVER types in the terms of CAMEO, the older coding that GDELT and ICEWS use.
#pragma once

#include <string_view>

#include "graph/relation.hpp"

namespace entente::graph {

struct CameoCode {
  std::string_view code;  ///< "04", or finer: "041", "1823"
  double goldstein;       ///< Goldstein's (1992) weight of it as in CAMEO's scale file
};

/// The finest code that class, mode and contexts (Relation::contexts) decide; that of the class
/// alone if they decide no other. Empty for what CAMEO has no code for: standing relations, OTHER,
/// STATEMENT. Says nothing of polarity and modality: a visit that is only planned is a visit.
CameoCode cameo_of(RelationClass type, std::string_view mode, std::string_view contexts);

}  // namespace entente::graph
