// What sorts of relations there are, in the large.
#pragma once

#include "graph/relation.hpp"

namespace entente::graph {

inline bool is_cooperation(Quad quad) {
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
}
inline bool is_conflict(Quad quad) {
  return quad == Quad::verbal_conflict || quad == Quad::material_conflict;
}

/// Told as done or so: not denied, planned, supposed or demanded.
inline bool is_fact(Polarity polarity, Modality modality) {
  return polarity == Polarity::affirmed && modality == Modality::actual;
}

}  // namespace entente::graph
