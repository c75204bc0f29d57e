// The two halves of finding a predication's arguments: those that the tree shows, and those
// that it leaves to be understood.
#pragma once

#include <span>
#include <string_view>

#include "extract/relations/clause.hpp"

namespace entente::relations {

bool has_argument(const Predication& predication, std::string_view slot);

/// Adds the arguments that the tree shows, turned to the active voice.
void read_arguments(const SentenceTree& tree, Predication& predication);

/// Adds the arguments that the tree leaves to be understood. `earlier`: the predications
/// found so far, the parents among them; `parent` may be null.
void inherit_arguments(const SentenceTree& tree, Predication& predication,
                       const Predication* parent, std::span<const Predication> earlier);

}  // namespace entente::relations
