#include "serve/gate.hpp"

#include "tests/catch.hpp"

using namespace entente;

namespace {

constexpr int port = 8765;

/// The status; 0: it may be answered.
int status_of(const serve::Caller& caller) {
  const auto refusal = serve::refusal_of(caller, port);
  return refusal ? refusal->status : 0;
}

}  // namespace

TEST_CASE("our own page may ask", "[serve]") {
  CHECK(status_of({"GET", "/", "127.0.0.1:8765", "", "", ""}) == 0);
  CHECK(status_of({"GET", "/", "localhost:8765", "", "cross-site", ""}) == 0);  // a link to us
  CHECK(status_of({"GET", "/api/search", "127.0.0.1:8765", "", "same-origin", "1"}) == 0);
  CHECK(status_of({"POST", "/api/sql", "127.0.0.1:8765", "http://127.0.0.1:8765", "same-origin",
                   "1"}) == 0);
}

TEST_CASE("another name for this machine is refused", "[serve]") {
  for (const auto* host : {"evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "",
                           "127.0.0.1:8765.evil.example", "localhost:87650", "0.0.0.0:8765"}) {
    CAPTURE(host);
    CHECK(status_of({"GET", "/", host, "", "", "1"}) == 421);
  }
}

TEST_CASE("pages of other sites are refused", "[serve]") {
  const auto* host = "127.0.0.1:8765";
  CHECK(status_of({"GET", "/api/search", host, "http://evil.example", "", "1"}) == 403);
  CHECK(status_of({"GET", "/api/search", host, "null", "", "1"}) == 403);
  CHECK(status_of({"GET", "/api/search", host, "http://127.0.0.1:9999", "", "1"}) == 403);
  CHECK(status_of({"GET", "/api/search", host, "", "cross-site", "1"}) == 403);
  CHECK(status_of({"GET", "/api/search", host, "", "same-site", "1"}) == 403);
  CHECK(status_of({"POST", "/api/sql", host, "", "", ""}) == 403);
}

TEST_CASE("only reading is answered", "[serve]") {
  for (const auto* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "POST"}) {
    CAPTURE(method);
    CHECK(status_of({method, "/", "127.0.0.1:8765", "", "", "1"}) == 405);
  }
  CHECK(status_of({"GET", "/api/sql", "127.0.0.1:8765", "", "", "1"}) == 405);
}
