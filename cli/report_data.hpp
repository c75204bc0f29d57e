// What a report says, out of the database.
#pragma once

#include <cstddef>
#include <string>

#include "graph/selection.hpp"
#include "render/report.hpp"
#include "store/connection.hpp"

namespace entente::cli {

struct ReportOptions {
  std::string title;         ///< empty: the names of the actors it is about
  std::size_t links = 25;    ///< in the picture
  std::size_t events = 200;  ///< the last so many
};

/// Those of Selection::around, between and path are whom it is about. Throws what
/// store::select throws.
render::Report make_report(const store::Connection& connection, const graph::Selection& selection,
                           const ReportOptions& options);

}  // namespace entente::cli
