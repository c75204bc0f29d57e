// write_sample FILE [hostile]: the sample graph as a database, for tests of the program;
// or that of hostile names.
#include <string_view>

#include "tests/support/hostile_graph.hpp"
#include "tests/support/sample_graph.hpp"

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[2]) == "hostile") {
    entente::tests::write_hostile_database(argv[1]);
    return 0;
  }
  if (argc != 2) return 2;
  entente::tests::write_sample_database(argv[1]);
  return 0;
}
