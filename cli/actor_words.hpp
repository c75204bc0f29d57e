// Whom a user means by some words: an actor of the graph, found as articles name it, or else
// as the tables of actors know it ("the Kremlin", "the French president").
#pragma once

#include <string>

#include "cli/session.hpp"
#include "graph/actor.hpp"
#include "graph/selection.hpp"
#include "store/connection.hpp"
#include "store/selection.hpp"

namespace entente::cli {

/// An office means who held it on the day of the newest article. What is not a name of the
/// graph is noted with its meaning. Throws Error with names much like it if nobody is meant.
graph::Actor actor_meant(const Session& session, const store::Connection& connection,
                         const std::string& words);

/// Puts ids in the places of a selection's names of actors.
void settle_names(const Session& session, const store::Connection& connection,
                  graph::Selection& selection);

/// store::select, with names settled first.
store::Selected select_part(const Session& session, const store::Connection& connection,
                            graph::Selection selection);

}  // namespace entente::cli
