#include "extract/relations/lexicon_data.hpp"

#include <string>

#include "embedded/lexicon.hpp"
#include "util/error.hpp"

namespace entente::relations {

std::string_view lexicon_file(std::string_view name) {
  const std::string path = "data/lexicon/" + std::string(name);
  for (const util::EmbeddedFile& file : embedded::lexicon()) {
    if (file.path == path) return file.content;
  }
  throw Error("the program was built without " + path);
}

}  // namespace entente::relations
