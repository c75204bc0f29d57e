#include "util/late_library.hpp"

#include <cstring>

#include "tests/catch.hpp"
#include "util/error.hpp"

using entente::util::LateLibrary;

TEST_CASE("a library that is loaded late gives its functions", "[util]") {
  const LateLibrary library("libc.so.6", "for this test");
  const decltype(&::strspn) count = library["strspn"];
  CHECK(count("112233x", "123") == 6);
  CHECK_THROWS_AS(library["no_such_function"], entente::Error);
}

TEST_CASE("a library that is not installed is named with what it was needed for", "[util]") {
  try {
    const LateLibrary library("libzenda.so.1", "to read the castle's papers");
    FAIL("it was loaded");
  } catch (const entente::Error& error) {
    const std::string words = error.what();
    CHECK(words.find("libzenda.so.1, needed to read the castle's papers") != std::string::npos);
    CHECK(words.find("install it") != std::string::npos);
  }
}
