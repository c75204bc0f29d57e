#include "graph/relation.hpp"

#include <array>
#include <utility>

namespace entente::graph {
namespace {

struct ClassRow {
  RelationClass value;
  std::string_view name;
  Quad quad;
};

// Quad classes as PLOVER 0.8's section texts give them (SANCTION is material).
constexpr std::array<ClassRow, 22> classes{{
    {RelationClass::agree, "AGREE", Quad::verbal_cooperation},
    {RelationClass::consult, "CONSULT", Quad::verbal_cooperation},
    {RelationClass::support, "SUPPORT", Quad::verbal_cooperation},
    {RelationClass::concede, "CONCEDE", Quad::verbal_cooperation},
    {RelationClass::cooperate, "COOPERATE", Quad::material_cooperation},
    {RelationClass::aid, "AID", Quad::material_cooperation},
    {RelationClass::retreat, "RETREAT", Quad::material_cooperation},
    {RelationClass::request, "REQUEST", Quad::verbal_conflict},
    {RelationClass::accuse, "ACCUSE", Quad::verbal_conflict},
    {RelationClass::reject, "REJECT", Quad::verbal_conflict},
    {RelationClass::threaten, "THREATEN", Quad::verbal_conflict},
    {RelationClass::protest, "PROTEST", Quad::material_conflict},
    {RelationClass::sanction, "SANCTION", Quad::material_conflict},
    {RelationClass::mobilize, "MOBILIZE", Quad::material_conflict},
    {RelationClass::coerce, "COERCE", Quad::material_conflict},
    {RelationClass::assault, "ASSAULT", Quad::material_conflict},
    {RelationClass::holds_position, "HOLDS_POSITION", Quad::none},
    {RelationClass::member_of, "MEMBER_OF", Quad::none},
    {RelationClass::part_of, "PART_OF", Quad::none},
    {RelationClass::located_in, "LOCATED_IN", Quad::none},
    {RelationClass::other, "OTHER", Quad::none},
    {RelationClass::statement, "STATEMENT", Quad::none},
}};

constexpr std::array<std::pair<Polarity, std::string_view>, 2> polarities{{
    {Polarity::affirmed, "affirmed"},
    {Polarity::negated, "negated"},
}};

constexpr std::array<std::pair<Modality, std::string_view>, 4> modalities{{
    {Modality::actual, "actual"},
    {Modality::planned_future, "planned-future"},
    {Modality::hypothetical, "hypothetical"},
    {Modality::demanded, "demanded"},
}};

constexpr std::array<std::pair<Quad, std::string_view>, 5> quads{{
    {Quad::none, "none"},
    {Quad::verbal_cooperation, "verbal cooperation"},
    {Quad::material_cooperation, "material cooperation"},
    {Quad::verbal_conflict, "verbal conflict"},
    {Quad::material_conflict, "material conflict"},
}};

template <typename Rows, typename Value>
std::string_view name_in(const Rows& rows, Value value) {
  for (const auto& [row_value, name] : rows) {
    if (row_value == value) return name;
  }
  return {};
}

template <typename Value, typename Rows>
std::optional<Value> value_in(const Rows& rows, std::string_view name) {
  for (const auto& [value, row_name] : rows) {
    if (row_name == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::span<const RelationClass> relation_classes() {
  static const auto values = [] {
    std::array<RelationClass, classes.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = classes[i].value;
    return all;
  }();
  return values;
}

std::string_view name_of(RelationClass value) {
  return classes[static_cast<std::size_t>(value)].name;
}
std::string_view name_of(Polarity value) { return name_in(polarities, value); }
std::string_view name_of(Modality value) { return name_in(modalities, value); }
std::string_view name_of(Quad value) { return name_in(quads, value); }

std::optional<RelationClass> relation_class(std::string_view name) {
  for (const auto& row : classes) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}
std::optional<Polarity> polarity(std::string_view name) {
  return value_in<Polarity>(polarities, name);
}
std::optional<Modality> modality(std::string_view name) {
  return value_in<Modality>(modalities, name);
}

std::optional<Quad> quad(std::string_view name) { return value_in<Quad>(quads, name); }

Quad quad_of(RelationClass value) { return classes[static_cast<std::size_t>(value)].quad; }
bool is_event(RelationClass value) { return quad_of(value) != Quad::none; }
bool is_static(RelationClass value) {
  return value == RelationClass::holds_position || value == RelationClass::member_of ||
         value == RelationClass::part_of || value == RelationClass::located_in;
}

}  // namespace entente::graph
