// The part of the program that speaks HTTP. Its library brings OpenSSL, so it is one of its own,
// libentente_http.so, and server.cpp loads it.
#pragma once

#include "serve/site.hpp"

namespace entente::serve {

class HttpServer {
 public:
  virtual ~HttpServer() = default;
  [[nodiscard]] virtual int port() const = 0;
  virtual void run() = 0;
  virtual void stop() = 0;
};

}  // namespace entente::serve

/// The caller owns what it gives. Throws entente::Error.
extern "C" entente::serve::HttpServer* entente_make_http_server(const entente::serve::Site& site,
                                                                int port);
