// A stored graph through an exporter.
#pragma once

#include <cstddef>

#include "render/exporter.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::cli {

/// Gives the number of relations, or of edges if they are merged.
std::size_t export_graph(const store::Connection& connection, const store::Selected& selected,
                         bool merged, render::Exporter& exporter);

}  // namespace entente::cli
