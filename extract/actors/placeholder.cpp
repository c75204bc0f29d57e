// Stands in for the resolver: no actor is known.
#include "extract/actors/resolver.hpp"

namespace entente::actors {

class ActorTables::Impl {};

ActorTables::ActorTables() = default;
ActorTables::~ActorTables() = default;
ActorTables::ActorTables(ActorTables&&) noexcept = default;
ActorTables& ActorTables::operator=(ActorTables&&) noexcept = default;
ActorTables ActorTables::built_in() { return {}; }
void ActorTables::add(const std::filesystem::path&) {}

Resolver::Resolver(const ActorTables& tables) : tables_(tables) {}
Resolver::~Resolver() = default;
void Resolver::resolve(text::Document&) const { (void)tables_; }

}  // namespace entente::actors
