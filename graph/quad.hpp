// The two halves of the quad classes.
#pragma once

#include "graph/relation.hpp"

namespace entente::graph {

inline bool is_cooperation(Quad quad) {
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
}
inline bool is_conflict(Quad quad) {
  return quad == Quad::verbal_conflict || quad == Quad::material_conflict;
}

}  // namespace entente::graph
