// What every graph format says of an actor and of a relation: the names of its
// attributes, their types, and their order, in one place.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "graph/actor.hpp"
#include "graph/triple_view.hpp"

namespace entente::render {

enum class FieldType { text, integer, real, flag };
/// An empty text is "unknown"; formats leave it out or write it as null.
using FieldValue = std::variant<std::string_view, std::int64_t, double, bool>;

template <typename Item>
struct Field {
  std::string_view name;
  FieldType type;
  FieldValue (*value)(const Item& item);
};

inline bool is_empty(const FieldValue& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr && text->empty();
}

using graph::Actor;
using graph::TripleView;

inline constexpr std::array<Field<Actor>, 4> actor_fields{{
    {"label", FieldType::text,
     [](const Actor& a) -> FieldValue { return std::string_view(a.name); }},
    {"kind", FieldType::text, [](const Actor& a) -> FieldValue { return graph::name_of(a.kind); }},
    {"country", FieldType::text,
     [](const Actor& a) -> FieldValue { return std::string_view(a.country); }},
    {"sector", FieldType::text,
     [](const Actor& a) -> FieldValue { return std::string_view(a.sector); }},
}};

inline constexpr std::array<Field<TripleView>, 20> relation_fields{{
    {"label", FieldType::text, [](const TripleView& t) -> FieldValue { return t.lemma; }},
    {"class", FieldType::text, [](const TripleView& t) -> FieldValue { return t.type; }},
    {"quad", FieldType::text, [](const TripleView& t) -> FieldValue { return t.quad; }},
    {"mode", FieldType::text, [](const TripleView& t) -> FieldValue { return t.mode; }},
    {"polarity", FieldType::text, [](const TripleView& t) -> FieldValue { return t.polarity; }},
    {"modality", FieldType::text, [](const TripleView& t) -> FieldValue { return t.modality; }},
    {"attribution", FieldType::text,
     [](const TripleView& t) -> FieldValue { return t.attribution; }},
    {"date", FieldType::text, [](const TripleView& t) -> FieldValue { return t.date; }},
    {"last_date", FieldType::text, [](const TripleView& t) -> FieldValue { return t.last_date; }},
    {"symmetric", FieldType::flag, [](const TripleView& t) -> FieldValue { return t.symmetric; }},
    {"weight", FieldType::real,
     [](const TripleView& t) -> FieldValue { return static_cast<double>(t.weight); }},
    {"evidences", FieldType::integer,
     [](const TripleView& t) -> FieldValue { return t.evidences; }},
    {"documents", FieldType::integer,
     [](const TripleView& t) -> FieldValue { return t.documents; }},
    {"confidence", FieldType::real, [](const TripleView& t) -> FieldValue { return t.confidence; }},
    {"document", FieldType::text, [](const TripleView& t) -> FieldValue { return t.document; }},
    {"published", FieldType::text, [](const TripleView& t) -> FieldValue { return t.published; }},
    {"publisher", FieldType::text, [](const TripleView& t) -> FieldValue { return t.source; }},
    {"url", FieldType::text, [](const TripleView& t) -> FieldValue { return t.url; }},
    {"phrase", FieldType::text, [](const TripleView& t) -> FieldValue { return t.phrase; }},
    {"sentence", FieldType::text, [](const TripleView& t) -> FieldValue { return t.evidence; }},
}};

/// Names a relation in every file of the same documents: "summit#3". A merged edge has
/// the name of the relation that speaks for it.
inline void append_relation_id(std::string& out, const TripleView& relation) {
  out += relation.document;
  out += '#';
  out += std::to_string(relation.number);
}

/// The first and the last day that a date of any precision may mean: 2031-06 is
/// 2031-06-01 to 2031-06-30. The date must not be empty.
std::string first_day(std::string_view date);
std::string last_day(std::string_view date);

}  // namespace entente::render
