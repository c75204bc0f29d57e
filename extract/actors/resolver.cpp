#include "extract/actors/resolver.hpp"

#include "extract/actors/order.hpp"
#include "extract/actors/work.hpp"

namespace entente::actors {

Resolver::Resolver(const ActorTables& tables) : tables_(tables) {}
Resolver::~Resolver() = default;

void Resolver::resolve(text::Document& document) const {
  document.actors.clear();
  document.mentions.clear();
  document.positions.clear();
  Work work(tables_.impl(), document);
  find_names(work);
  resolve_names(work);
  resolve_persons(work);
  resolve_rest(work);
  put_in_order(document);
}

}  // namespace entente::actors
