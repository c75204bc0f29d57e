// write_sample FILE: the sample graph as a database, for tests of the program.
#include "tests/support/sample_graph.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  entente::tests::write_sample_database(argv[1]);
  return 0;
}
