// The explorer over HTTP, for the machine it runs on and no other.
#pragma once

#include <memory>

#include "serve/site.hpp"

namespace entente::serve {

class HttpServer;

class Server {
 public:
  /// Takes 127.0.0.1 and the port; 0 takes any free one. Throws Error if it is taken. `site` must
  /// live as long.
  Server(const Site& site, int port);
  ~Server();

  [[nodiscard]] int port() const;
  /// Answers until another thread calls stop.
  void run();
  void stop();

 private:
  std::unique_ptr<HttpServer> http_;
};

}  // namespace entente::serve
