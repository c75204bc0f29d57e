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

/// Adds --around, --between, --class and the rest; the command line fills `selection`.
void add_selection_options(CLI::App& command, const std::shared_ptr<graph::Selection>& selection,
                           TopOption top = TopOption::offered);

}  // namespace entente::cli
