// The explorer over HTTP, for the machine it runs on and no other.
#pragma once

#include <memory>

#include "serve/answers.hpp"

namespace entente::serve {

class Server {
 public:
  /// Takes 127.0.0.1 and the port; 0 takes any free one. Throws Error if it is taken. `answers`
  /// must live as long.
  Server(const Answers& answers, int port);
  ~Server();

  [[nodiscard]] int port() const;
  /// Answers until another thread calls stop.
  void run();
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::serve
