// print_content FILE: all that a reader of a database can see, to compare two that were made in
// different ways.
#include <iostream>

#include "store/database.hpp"
#include "tests/support/content.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    auto db = entente::store::open_database(argv[1], entente::store::OpenMode::read_only);
    std::cout << entente::tests::content_of(db);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
