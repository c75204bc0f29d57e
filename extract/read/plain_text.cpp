// One article a file; a first "date YYYY-MM-DD" is the document's date.
#include <istream>

#include "extract/read/bounded.hpp"
#include "extract/read/furniture.hpp"
#include "extract/read/raw_text.hpp"
#include "extract/read/readers.hpp"

namespace entente::read {

void read_plain_text(std::istream& input, const Place& place) {
  const std::string bytes = read_all(input, place.options.limits.document_bytes, place.path);
  text::Document document;
  document.text = clean_text(bytes, place, 0);
  document.date = take_date_line(document.text);
  if (document.text.empty()) document.text = clean_text({}, place, 0);  // says "is empty"
  document.id = place.stem;
  document.path = place.path;
  find_furniture(document);
  place.sink.document(std::move(document));
}

}  // namespace entente::read
