// Finds mentions of actors and says which actor each is, with a reason, or none.
#pragma once

#include <memory>

#include "extract/actors/actor_tables.hpp"
#include "extract/text/document.hpp"

namespace entente::actors {

/// Fills Document::actors, mentions and positions from the annotation layer.
/// Holds a reference to the tables, which must outlive it. Immutable, so threads
/// may share it; the same document gives the same layer.
class Resolver {
 public:
  explicit Resolver(const ActorTables& tables);
  ~Resolver();

  void resolve(text::Document& document) const;

 private:
  const ActorTables& tables_;
};

}  // namespace entente::actors
