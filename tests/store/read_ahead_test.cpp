#include "store/read_ahead.hpp"

#include <functional>
#include <stdexcept>
#include <vector>

#include "tests/catch.hpp"

using entente::store::ReadAhead;

namespace {

/// Counts up to `last`, a number a piece.
std::function<bool(int&)> counter(int last) {
  return [last, next = 0](int& piece) mutable {
    piece = next++;
    return piece < last;
  };
}

}  // namespace

TEST_CASE("what is read ahead comes whole and in order", "[store]") {
  for (const int count : {0, 1, 3, 1000}) {
    ReadAhead<int> pieces(counter(count));
    int expected = 0;
    while (const auto* piece = pieces.next()) CHECK(*piece == expected++);
    CHECK(expected == count);
    CHECK(pieces.next() == nullptr);
  }
}

TEST_CASE("what goes wrong while reading ahead is told after what was read", "[store]") {
  ReadAhead<int> pieces([next = 0](int& piece) mutable {
    if (next == 5) throw std::runtime_error("torn");
    piece = next++;
    return true;
  });
  for (int i = 0; i < 5; ++i) CHECK(*pieces.next() == i);
  CHECK_THROWS_AS(pieces.next(), std::runtime_error);
}

TEST_CASE("who stops in the midst need not read to the end", "[store]") {
  ReadAhead<int> pieces([](int&) { return true; });
  CHECK(pieces.next() != nullptr);
}
