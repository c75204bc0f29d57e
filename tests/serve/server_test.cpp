// The server as a browser and as an attacker would ask it.
#include "serve/server.hpp"

#include <httplib.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <string>
#include <thread>

#include "render/explorer.hpp"
#include "serve/answers.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/error.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

serve::AnswerOptions options_for(const std::string& name) {
  const auto folder = fs::path(ENTENTE_BINARY_DIR) / "serve-test" / name;
  fs::create_directories(folder);
  serve::AnswerOptions options;
  options.database = (folder / "sample.db").string();
  tests::write_sample_database(options.database);
  options.title = "Sample";
  return options;
}

/// Answers while it lives.
class Running {
 public:
  explicit Running(const serve::AnswerOptions& options)
      : answers_(options), server_(answers_, 0), thread_([this] { server_.run(); }) {}
  ~Running() {
    // stop() before the thread listens would be lost.
    client().Get("/");
    server_.stop();
    thread_.join();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  [[nodiscard]] int port() const { return server_.port(); }
  [[nodiscard]] httplib::Client client() const { return httplib::Client("127.0.0.1", port()); }

 private:
  serve::Answers answers_;
  serve::Server server_;
  std::thread thread_;
};

const httplib::Headers own{{"X-Entente", "1"}};

rapidjson::Document json_of(const httplib::Result& result) {
  REQUIRE(result);
  CAPTURE(result->body);
  REQUIRE(result->status == 200);
  rapidjson::Document json;
  json.Parse(result->body.c_str());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

int status_of(const httplib::Result& result) { return result ? result->status : -1; }

}  // namespace

TEST_CASE("the server shows the explorer and what it asks for", "[serve]") {
  if (!render::explorer_available()) {
    CHECK_THROWS_AS(serve::Answers(options_for("none")), Error);
    return;
  }
  const Running server(options_for("answers"));
  auto client = server.client();

  const auto page = client.Get("/");
  REQUIRE(status_of(page) == 200);
  CHECK(page->body.find("connect-src 'self'") != std::string::npos);
  CHECK(page->get_header_value("X-Frame-Options") == "DENY");
  CHECK(page->get_header_value("Access-Control-Allow-Origin").empty());

  const auto found = json_of(client.Get("/api/search?q=rur", own));
  CHECK(found["actors"][0][1].GetString() == std::string("Ruritania"));
  CHECK(found["relations"].Empty());

  const auto near = json_of(client.Get("/api/neighbours?id=state/sylvania&limit=2", own));
  CHECK(near["relations"].Size() == 2);

  const auto path =
      json_of(client.Get("/api/path?from=company/blue-danube&to=armed/free-riders", own));
  CHECK(path["relations"].Size() >= 2);

  const auto rows =
      json_of(client.Post("/api/sql", own, "SELECT 1 AS a, 2.5, NULL, x'00ff'", "text/plain"));
  CHECK(rows["columns"][0].GetString() == std::string("a"));
  const auto& row = rows["rows"][0];
  CHECK(row[0].GetInt() == 1);
  CHECK(row[1].GetDouble() == 2.5);
  CHECK(row[2].IsNull());
  CHECK(row[3].GetString() == std::string("x'00ff'"));
}

TEST_CASE("the server refuses who is not its own page", "[serve]") {
  if (!render::explorer_available()) return;
  const Running server(options_for("refusals"));
  auto client = server.client();
  CHECK(status_of(client.Get("/api/search?q=rur")) == 403);
  CHECK(status_of(client.Get("/", {{"Host", "evil.example"}})) == 421);
  CHECK(status_of(client.Get("/api/search?q=rur",
                             {{"X-Entente", "1"}, {"Origin", "http://evil.example"}})) == 403);
  CHECK(status_of(client.Put("/", "x", "text/plain")) == 405);
  CHECK(status_of(client.Delete("/api/sql", own)) == 405);
  CHECK(status_of(client.Options("/api/sql")) == 405);
  CHECK(status_of(client.Get("/../../etc/passwd", own)) == 404);
  CHECK(status_of(client.Get("/api/neighbours?id=nobody", own)) == 400);
  CHECK(status_of(client.Get("/api/neighbours?id=state/sylvania'%20OR%201=1", own)) == 400);
  CHECK(status_of(client.Post("/api/sql", own, "DELETE FROM actors", "text/plain")) == 400);
  CHECK(status_of(client.Post("/api/sql", own, std::string(100'000, 'x'), "text/plain")) == 413);
  CHECK(status_of(client.Post("/api/sql", own, "SELECT 1", "text/plain")) == 200);
}

TEST_CASE("a port that is taken is named", "[serve]") {
  if (!render::explorer_available()) return;
  const Running server(options_for("ports"));
  const serve::Answers answers(options_for("ports-too"));
  CHECK_THROWS_WITH(serve::Server(answers, server.port()), Catch::Matchers::Contains("is taken"));
}
