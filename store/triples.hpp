// The relations as a list.
#pragma once

#include <functional>

#include "graph/triple_view.hpp"
#include "store/connection.hpp"

namespace entente::store {

/// Calls `use` for every relation, by document name, then by place in its text.
/// Holds one document's text at a time.
void for_each_triple(const Connection& connection,
                     const std::function<void(const graph::TripleView&)>& use);

}  // namespace entente::store
