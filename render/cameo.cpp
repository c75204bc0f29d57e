#include "render/cameo.hpp"

#include <array>

namespace entente::render {
namespace {

using graph::RelationClass;

constexpr std::array<CameoRow, 16> cameo{{
    {RelationClass::agree, "03", 4.0},
    {RelationClass::consult, "04", 1.0},
    {RelationClass::support, "05", 3.5},
    {RelationClass::concede, "08", 5.0},
    {RelationClass::cooperate, "06", 6.0},
    {RelationClass::aid, "07", 7.0},
    {RelationClass::retreat, "08", 5.0},
    {RelationClass::request, "10", -5.0},
    {RelationClass::accuse, "11", -2.0},
    {RelationClass::reject, "12", -4.0},
    {RelationClass::threaten, "13", -6.0},
    {RelationClass::protest, "14", -6.5},
    {RelationClass::sanction, "16", -4.0},
    {RelationClass::mobilize, "15", -7.2},
    {RelationClass::coerce, "17", -7.0},
    {RelationClass::assault, "19", -10.0},
}};

}  // namespace

const CameoRow* cameo_of(graph::RelationClass type) {
  for (const CameoRow& row : cameo) {
    if (row.type == type) return &row;
  }
  return nullptr;
}

}  // namespace entente::render
