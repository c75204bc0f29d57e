// A program of somebody else: opens a graph and counts what is in it.
#include <iostream>

#include "graph/algorithms.hpp"
#include "store/database.hpp"
#include "store/load.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto database = entente::store::open_database(argv[1], entente::store::OpenMode::read_only);
  const auto graph = entente::store::load_graph(database);
  std::cout << graph.actors().size() << " actors, " << graph.edges().size() << " relations\n";
}
