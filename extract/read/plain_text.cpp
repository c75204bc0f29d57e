// One article a file; a first "date YYYY-MM-DD" is the document's date.
#include <istream>
#include <iterator>

#include "extract/read/furniture.hpp"
#include "extract/read/raw_text.hpp"
#include "extract/read/reader.hpp"
#include "extract/read/readers.hpp"

namespace entente::read {

void read_plain_text(std::istream& input, const std::string& path, const std::string& stem,
                     const Sink& sink) {
  const std::string bytes{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
  text::Document document;
  document.text = clean_text(bytes, path, 0, sink);
  document.date = take_date_line(document.text);
  if (document.text.empty()) document.text = clean_text({}, path, 0, sink);  // says "is empty"
  document.id = stem;
  document.path = path;
  find_furniture(document);
  sink.document(std::move(document));
}

}  // namespace entente::read
