// The sentences behind a picture's links.
#pragma once

#include "render/diagram.hpp"
#include "store/connection.hpp"

namespace entente::cli {

/// Fills in what the drawn links rest on, and where it can be read.
void add_evidence(const store::Connection& connection, render::Diagram& diagram);

}  // namespace entente::cli
