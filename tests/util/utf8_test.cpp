#include "util/utf8.hpp"

#include "tests/catch.hpp"

using namespace entente::util;

TEST_CASE("well-formed UTF-8 is accepted", "[utf8]") {
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("plain"));
  CHECK_FALSE(
      first_invalid_utf8("Erdo\xC4\x9F\x61n \xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x95\x8A"));
}

TEST_CASE("the first byte that is not UTF-8 is found", "[utf8]") {
  CHECK(first_invalid_utf8("a\x93quoted\x94") == 1);
  CHECK(first_invalid_utf8("overlong \xC0\xAF") == 9);
  CHECK(first_invalid_utf8("surrogate \xED\xA0\x80") == 10);
  CHECK(first_invalid_utf8("too high \xF4\x90\x80\x80") == 9);
  CHECK(first_invalid_utf8("cut \xE2\x80") == 4);
  CHECK(first_invalid_utf8("cut \xC4") == 4);
}

TEST_CASE("Windows-1252 becomes UTF-8", "[utf8]") {
  CHECK(utf8_from_windows_1252("\x93S\xE3o\x94 \x96 \x80") ==
        "\xE2\x80\x9CS\xC3\xA3o\xE2\x80\x9D \xE2\x80\x93 \xE2\x82\xAC");
  CHECK_FALSE(utf8_from_windows_1252("nothing at \x81"));
}

TEST_CASE("a byte order mark is taken off once", "[utf8]") {
  CHECK(without_bom("\xEF\xBB\xBFtext") == "text");
  CHECK(without_bom("text") == "text");
}
