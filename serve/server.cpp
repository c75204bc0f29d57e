#include "serve/server.hpp"

#include <filesystem>

#include "serve/http.hpp"
#include "util/late_library.hpp"

namespace entente::serve {
namespace {

/// A run path would find it too, but would also be searched for every other library.
std::string http_file() {
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / HTTP_INSTALLED_IN / HTTP_FILE;
  if (std::filesystem::exists(installed, ignored)) return installed.string();
  return HTTP_BUILT_IN "/" HTTP_FILE;
}

std::unique_ptr<HttpServer> http_server(const Site& site, int port) {
  static const util::LateLibrary library(http_file(), "to answer a browser");
  decltype(&entente_make_http_server) make = library["entente_make_http_server"];
  return std::unique_ptr<HttpServer>(make(site, port));
}

}  // namespace

Server::Server(const Site& site, int port) : http_(http_server(site, port)) {}
Server::~Server() = default;
int Server::port() const { return http_->port(); }
void Server::run() { http_->run(); }
void Server::stop() { http_->stop(); }

}  // namespace entente::serve
