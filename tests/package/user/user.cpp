// A program of somebody else: opens a graph, counts what is in it, and asks about an actor.
#include <iostream>

#include "graph/centrality.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/partners.hpp"

using namespace entente;

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto database = store::open_database(argv[1], store::OpenMode::read_only);
  const auto graph = store::load_graph(database);
  std::cout << graph.actors().size() << " actors, " << graph.edges().size() << " relations, "
            << graph::articulation_actors(graph::LinkGraph(graph)).size()
            << " hold parts together\n";
  const auto actor = store::row_of(database, store::actor_named(database, argv[2]));
  store::list_partners(
      database, {}, actor, 2,
      {[](auto) {},
       [](auto cells) { std::cout << cells[0].text << ": " << cells[3].text << '\n'; }});
}
