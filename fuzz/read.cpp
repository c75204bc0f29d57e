// Every reader: whatever the bytes, what comes out is text with facts of one line each.
#include <algorithm>
#include <sstream>

#include "extract/read/parts.hpp"
#include "extract/read/readers.hpp"
#include "fuzz/input.hpp"
#include "util/error.hpp"
#include "util/utf8.hpp"

using namespace entente;

namespace {

void check_fact(std::string_view fact) {
  fuzz::must(!util::first_invalid_utf8(fact), "facts are UTF-8");
  fuzz::must(std::none_of(fact.begin(), fact.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
             "facts are one line");
}

void check(const text::Document& document, std::size_t most) {
  fuzz::must(!document.id.empty(), "documents have a name");
  fuzz::must(!document.text.empty() && document.text.size() <= 3 * most, "texts are bounded");
  fuzz::must(!util::first_invalid_utf8(document.text), "texts are UTF-8");
  fuzz::must(document.text.find('\0') == std::string::npos, "texts have no NUL");
  for (const auto* fact :
       {&document.id, &document.title, &document.url, &document.source, &document.place}) {
    check_fact(*fact);
  }
  std::uint32_t end = 0;
  for (const auto span : document.furniture) {
    fuzz::must(span.begin >= end && span.end >= span.begin && span.end <= document.text.size(),
               "furniture is in order within the text");
    end = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read::Options options;
  options.limits.document_bytes = 1u << 16;
  options.limits.part_bytes = 200;
  read::Sink sink;
  sink.document = [&](text::Document&& document) {
    check(document, options.limits.document_bytes);
  };
  sink.problem = [](const InputError& error) { fuzz::must(!error.reason().empty(), "a reason"); };
  sink.note = sink.problem;
  const read::Sink parted = read::in_parts(sink, options);
  std::istringstream stream{std::string(fuzz::as_text(data, size))};
  try {
    read::read_stream(stream, ENTENTE_INPUT, {ENTENTE_INPUT, "input", options, parted});
  } catch (const InputError&) {
  }
  return 0;
}
