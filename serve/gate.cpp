#include "serve/gate.hpp"

#include <array>

namespace entente::serve {
namespace {

constexpr std::array<std::string_view, 2> own_names{"127.0.0.1", "localhost"};

bool is_own(std::string_view host, int port) {
  for (const auto name : own_names) {
    const std::string with_port = std::string(name) + ":" + std::to_string(port);
    if (host == with_port || (port == 80 && host == name)) return true;
  }
  return false;
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view scheme = "http://";
  return origin.substr(0, scheme.size()) == scheme && is_own(origin.substr(scheme.size()), port);
}

}  // namespace

std::optional<Refusal> refusal_of(const Caller& caller, int port) {
  if (!is_own(caller.host, port)) {
    return Refusal{421, "this server answers to 127.0.0.1 and localhost only"};
  }
  if (!caller.origin.empty() && !is_own_origin(caller.origin, port)) {
    return Refusal{403, "another site may not ask this server"};
  }
  const bool is_question = caller.path == "/api/sql";
  if (caller.method != (is_question ? "POST" : "GET")) {
    return Refusal{405, "this server only reads"};
  }
  if (caller.path.substr(0, 5) != "/api/") return std::nullopt;
  const auto site = caller.fetch_site;
  if (!site.empty() && site != "same-origin" && site != "none") {
    return Refusal{403, "another site may not ask this server"};
  }
  // A header of one's own makes a browser ask first, and that question is not answered.
  if (caller.token.empty()) return Refusal{403, "the header X-Entente is missing"};
  return std::nullopt;
}

}  // namespace entente::serve
