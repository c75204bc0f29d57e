// Parties without a name: "two hundred prisoners", "a court", "the referendum". They have no
// identity beyond their article, so each is an actor of that document alone.
#pragma once

#include "extract/actors/actor_tables.hpp"
#include "extract/text/document.hpp"

namespace entente::actors {

/// Adds a mention, marked as unnamed, for every noun phrase about people, bodies and things
/// that nothing else has bound. Call it after Resolver::resolve.
void add_unnamed(const ActorTables& tables, text::Document& document);

/// Takes out those of which no triple speaks. Call it after extraction.
void drop_idle_unnamed(text::Document& document);

/// The id of an actor that only this document knows.
std::string local_id(const text::Document& document, std::string_view name);

}  // namespace entente::actors
