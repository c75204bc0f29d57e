// CoNLL-U: what is read can be written.
#include "extract/annotate/conllu.hpp"

#include <sstream>

#include "fuzz/input.hpp"
#include "util/error.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in{std::string(fuzz::as_text(data, size))};
  try {
    for (const auto& document : annotate::read_conllu(in, "input")) {
      std::ostringstream out;
      annotate::write_conllu(document, out);
      annotate::write_json(document, out);
      for (const auto& token : document.tokens) {
        fuzz::must(token.span.end <= document.text.size(), "words are in the text");
      }
    }
  } catch (const InputError&) {
  }
  return 0;
}
