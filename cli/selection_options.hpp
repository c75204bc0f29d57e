// The options by which every view and export takes a part of the graph.
#pragma once

#include <memory>

#include "graph/selection.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// Whether --top N picks edges, or the command has its own.
enum class TopOption { offered, own };

/// Commands that list say of each relation whether it is denied, planned, supposed or
/// demanded, and offer --facts to leave that out. Commands that count take facts alone,
/// for a meeting that was called off is no meeting, and offer --told to count it too.
enum class Relations { listed, counted };

/// Adds --around, --between, --class and the rest; the command line fills `selection`.
void add_selection_options(CLI::App& command, const std::shared_ptr<graph::Selection>& selection,
                           Relations relations = Relations::listed,
                           TopOption top = TopOption::offered);

}  // namespace entente::cli
