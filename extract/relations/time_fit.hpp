// How well an expression of time, by its place in the tree, dates an act.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/relations/time_expression.hpp"
#include "extract/text/document.hpp"

namespace entente::relations {

/// How an expression hangs on the tree: its governor, and how tightly.
struct Attachment {
  std::uint32_t head = 0;
  std::optional<std::uint32_t> governor;
  bool tight = false;
};

bool is_object_of_act(text::Deprel deprel);

/// Verbs that only say that their noun takes place: "hold", "launch".
bool only_occurs(std::string_view verb);

Attachment attachment_of(const text::Document& document, const TimeExpression& expression);

/// "In Monday's attack, A killed B": the day of the setting is that of the deed.
bool is_setting(const text::Document& document, std::uint32_t noun, std::uint32_t predicate);

/// "on April 3, when A invaded B": the clause says what happened then.
bool is_spelt_out(const text::Document& document, const TimeExpression& expression,
                  std::uint32_t predicate);

/// 0 if the expression does not date the act, else the better the higher.
int time_fit(const text::Document& document, const Attachment& attachment, std::uint32_t predicate);

}  // namespace entente::relations
