// Which requests may be answered: those of a browser on this machine that shows our own page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::serve {

/// What of a request tells who asks. A header that is not there is empty.
struct Caller {
  std::string_view method;
  std::string_view path;
  std::string_view host;        ///< Host: what the browser thinks we are called
  std::string_view origin;      ///< Origin: the page that asks
  std::string_view fetch_site;  ///< Sec-Fetch-Site
  std::string_view token;       ///< X-Entente: only our own page sends it
};

struct Refusal {
  int status = 403;
  std::string words;
};

/// None if it may be answered. A page of another site can send requests to this machine, or give
/// its own name our address (DNS rebinding): neither passes.
std::optional<Refusal> refusal_of(const Caller& caller, int port);

}  // namespace entente::serve
