// The page around an explorer's data. web/build.mjs makes it, with two marks: where it says whom
// it may ask, and where the data goes.
#include "embedded/explorer_page.hpp"

#include <ostream>

#include "render/explorer.hpp"
#include "util/error.hpp"

namespace entente::render {
namespace {

std::string_view page() {
  const auto files = embedded::explorer_page();
  return files.empty() ? std::string_view{} : files.front().content;
}

/// Writes up to the mark and gives what follows it.
std::string_view write_up_to(std::string_view mark, std::string_view text, std::ostream& out) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) {
    throw Error("the explorer's page lacks its mark " + std::string(mark) + "; build it anew");
  }
  out << text.substr(0, at);
  return text.substr(at + mark.size());
}

void write_page(const Explorer& explorer, std::string_view may_ask, std::ostream& out) {
  if (!explorer_available()) {
    throw Error(
        "this program was built without the explorer, which needs Node.js; install node and npm, "
        "run npm ci --prefix web, and build again");
  }
  auto rest = write_up_to("{{connect}}", page(), out);
  out << may_ask;
  rest = write_up_to("{{data}}", rest, out);
  explorer.write_data(out);
  out << rest;
}

}  // namespace

bool explorer_available() { return !page().empty(); }

void write_explorer(const Explorer& explorer, std::ostream& out) {
  write_page(explorer, "'none'", out);
}

void write_served_explorer(const Explorer& explorer, std::ostream& out) {
  write_page(explorer, "'self'", out);
}

}  // namespace entente::render
