// One web page a file.
#include <istream>

#include "extract/read/bounded.hpp"
#include "extract/read/fields.hpp"
#include "extract/read/html_article.hpp"
#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

namespace entente::read {

void read_html(std::istream& input, const Place& place) {
  std::string page = read_all(input, place.options.limits.record_bytes(), place.path);
  if (page.empty()) throw InputError(place.path, 0, "is empty; skipped");
  if (util::first_invalid_utf8(page)) {
    if (auto converted = util::utf8_from_windows_1252(page)) page = std::move(*converted);
  }
  const Fields fields = article_of_html(page, place.path);
  if (field_of(fields, "text", place.options).empty()) {
    throw InputError(place.path, 0, "is a page without an article; skipped");
  }
  place.sink.document(document_of(fields, place, 0));
}

}  // namespace entente::read
