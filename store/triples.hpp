// The relations as a list, one by one or merged.
#pragma once

#include <functional>

#include "graph/actor.hpp"
#include "graph/triple_view.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::store {

using UseTriple = std::function<void(const graph::TripleView&)>;

/// Calls `use` for every selected relation, by document name, then by place in its text.
/// Reads on a thread of its own, up to a hundred documents ahead: `use` is called on the caller's,
/// and must not use the connection.
void for_each_triple(const Connection& connection, const Selected& selected, const UseTriple& use);

/// Calls `use` for every merged edge: same subject, class, object, polarity and modality,
/// as in the view `edges`, but one edge where a symmetric relation is told both ways
/// round. By subject, then object, both by id. Holds one actor's relations at a time.
void for_each_edge(const Connection& connection, const Selected& selected, const UseTriple& use);

/// Calls `use` for every actor of a selected relation, by id, with its row in the database.
void for_each_actor(const Connection& connection, const Selected& selected,
                    const std::function<void(const graph::Actor&, std::int64_t row)>& use);

}  // namespace entente::store
