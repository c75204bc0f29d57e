#include "serve/http.hpp"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "render/json_writer.hpp"
#include "serve/gate.hpp"
#include "util/error.hpp"

namespace entente::serve {
namespace {

constexpr const char* own_address = "127.0.0.1";
constexpr std::size_t longest_question = 64 * 1024;
constexpr int patience_seconds = 5;
constexpr std::size_t first_neighbours = 60;

std::string error_json(std::string_view words) {
  rapidjson::StringBuffer buffer;
  render::JsonWriter json(buffer);
  json.open_object();
  json.member("error", words);
  json.close_object();
  return {buffer.GetString(), buffer.GetSize()};
}

void refuse(httplib::Response& response, int status, std::string_view words) {
  response.status = status;
  response.set_content(error_json(words), "application/json");
}

std::size_t number_of(const std::string& text, std::size_t otherwise) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  return parsed.ec == std::errc{} && parsed.ptr == end ? number : otherwise;
}

/// What every answer tells the browser: keep it here, show it in no frame, guess no types.
httplib::Headers careful_headers() {
  return {{"Cache-Control", "no-store"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Content-Security-Policy", "frame-ancestors 'none'"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Referrer-Policy", "no-referrer"}};
}

class LibraryServer final : public HttpServer {
 public:
  LibraryServer(const Site& site, int port) : site_(site) {
    set_up();
    // The library's own choice lets two programs share a port; then neither would know.
    server_.set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    if (port == 0) {
      port_ = server_.bind_to_any_port(own_address);
    } else if (server_.bind_to_port(own_address, port)) {
      port_ = port;
    }
    if (port_ <= 0) {
      throw Error("port " + std::to_string(port) +
                  " is taken; choose another with --port, or any free one with --port 0");
    }
  }

  [[nodiscard]] int port() const override { return port_; }
  void run() override { server_.listen_after_bind(); }
  void stop() override { server_.stop(); }

 private:
  void set_up() {
    server_.set_default_headers(careful_headers());
    server_.set_payload_max_length(longest_question);
    server_.set_read_timeout(patience_seconds);
    server_.set_write_timeout(patience_seconds);
    server_.set_pre_routing_handler([this](const auto& request, auto& response) {
      const auto refusal = refusal_of(
          {request.method, request.path, request.get_header_value("Host"),
           request.get_header_value("Origin"), request.get_header_value("Sec-Fetch-Site"),
           request.get_header_value("X-Entente")},
          port_);
      if (!refusal) return httplib::Server::HandlerResponse::Unhandled;
      refuse(response, refusal->status, refusal->words);
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.Get("/", [this](const auto&, auto& response) {
      response.set_content(site_.page(), "text/html; charset=utf-8");
    });
    answer_at("/api/search", [this](const httplib::Request& request) {
      return site_.search(request.get_param_value("q"));
    });
    answer_at("/api/neighbours", [this](const httplib::Request& request) {
      return site_.neighbours(request.get_param_value("id"),
                              number_of(request.get_param_value("limit"), first_neighbours));
    });
    answer_at("/api/path", [this](const httplib::Request& request) {
      return site_.path(request.get_param_value("from"), request.get_param_value("to"));
    });
    server_.Post("/api/sql", [this](const httplib::Request& request, httplib::Response& response) {
      answer(response, [&] { return site_.sql(request.body); });
    });
  }

  template <typename Make>
  void answer_at(const char* path, Make make) {
    server_.Get(path, [make](const httplib::Request& request, httplib::Response& response) {
      answer(response, [&] { return make(request); });
    });
  }

  template <typename Make>
  static void answer(httplib::Response& response, Make&& make) {
    try {
      response.set_content(make(), "application/json");
    } catch (const std::exception& error) {
      refuse(response, 400, error.what());
    }
  }

  const Site& site_;
  httplib::Server server_;
  int port_ = 0;
};

}  // namespace
}  // namespace entente::serve

entente::serve::HttpServer* entente_make_http_server(const entente::serve::Site& site, int port) {
  return std::make_unique<entente::serve::LibraryServer>(site, port).release();
}
